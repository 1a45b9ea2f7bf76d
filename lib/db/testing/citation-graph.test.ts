import { describe, expect, test } from 'vitest';
import { searchRequest } from '@/lib/addresses/search-params';
import { VALIDITY_STATES, type ValidityState } from '@/lib/validity/validity';
import { ingestPaths } from '@/lib/db/ingest';
import { listLapses } from '@/lib/db/queries/municipalities/lapses';
import { getTimelineYears } from '@/lib/db/queries/municipalities/timeline';
import { getNumberValidity, listValidities } from '@/lib/db/queries/validity/validities';
import { engine } from '@/lib/db/search';
import type { TestDatabase } from './database';
import type { IngestFolder } from './ingest-folder';
import { documentText, type TextOfDocument } from './texts';
import { openIngestGround } from './ingest-ground';

// The web of numbers: who says what of whom, held or not, and what an ingest does to it.

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));

const ingest = async (...documents: TextOfDocument[]): Promise<void> => {
  for (const document of documents)
    await folder.write(`${document.number ?? document.title}.txt`, documentText(document));
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(files.flatMap(({ error }) => error ?? [])).toEqual([]);
};
const idOf = async (docNumber: string): Promise<number> =>
  (await database.prisma.document.findFirstOrThrow({ where: { docNumber } })).id;
const validityOf = async (docNumber: string, today = '2026-01-01') => {
  const id = await idOf(docNumber);
  return (await listValidities([id], new Date(today))).get(id)!;
};

const greening: TextOfDocument = {
  number: '示政发〔2018〕9号',
  title: '示例市人民政府关于印发《示例市绿化办法》的通知',
  body: ['一、总体要求', '多种树。', '二、附则', '绿化由园林部门负责。'],
  signed: '2018年9月1日',
};
const repeal: TextOfDocument = {
  number: '示政规〔2023〕4号',
  title: '示例市人民政府关于植树的通知',
  body: [
    '一、植树',
    '多种树。',
    '二、其他',
    '本通知自2023年5月1日起施行,《示例市人民政府关于印发〈示例市绿化办法〉的通知》(示政发〔2018〕9号)同时废止。',
  ],
  signed: '2023年4月1日',
};

describe('validity', () => {
  test('of a number that nobody holds is said by those who cite it', async () => {
    await ingest(repeal);
    const validity = await getNumberValidity('示政发〔2018〕9号');
    expect(validity).toMatchObject({
      state: 'repealed',
      proof: [
        {
          kind: 'repeals',
          day: new Date('2023-05-01'),
          place: { docNumber: '示政规〔2023〕4号', address: '2', municipality: { slug: 'shili' } },
        },
      ],
    });
    const [{ sentence, words, wordsAt }] = validity.proof as [(typeof validity.proof)[number]];
    expect(sentence.slice(wordsAt, wordsAt + words.length)).toBe(words);
    expect(await getNumberValidity('示政发〔2018〕99号')).toEqual({ state: 'unknown', proof: [], statements: [] });
  });

  test('of a held document is the same, before the repeal in force until then', async () => {
    await ingest(greening, repeal);
    expect((await validityOf('示政发〔2018〕9号', '2023-05-01')).state).toBe('repealed');
    expect((await validityOf('示政发〔2018〕9号', '2023-04-30')).state).toBe('inForce');
    expect((await getNumberValidity('示政发〔2018〕9号')).state).toBe('repealed');
  });

  test('is in the map for every document asked for', async () => {
    await ingest(greening);
    expect(
      [...(await listValidities([await idOf('示政发〔2018〕9号'), 987654])).values()].map(({ state }) => state),
    ).toEqual(['unknown', 'unknown']);
  });

  test('is not what a document says of its own number, nor what an older one says', async () => {
    const own = { ...greening, body: ['一、要求', '示政发〔2018〕9号自2019年1月1日起废止。'] };
    const older = { ...repeal, signed: '2017年4月1日', body: ['一、要求', '示政发〔2018〕9号同时废止。'] };
    await ingest(own, older);
    expect((await validityOf('示政发〔2018〕9号')).state).toBe('unknown');
    await folder.remove('示政规〔2023〕4号.txt');
  });

  test('is said by editors, of a number or of an address', async () => {
    await ingest(greening);
    const correction = {
      path: 'corrections.yml',
      line: 1,
      kind: 'repeal',
      meant: '示政发〔2020〕1号',
      day: new Date('2020-02-01'),
      source: '示例市档案馆来信',
    };
    for (const about of ['示政发〔2018〕9号', 'shili/shizhengfa-2018-9']) {
      await database.prisma.correction.deleteMany();
      await database.prisma.correction.create({ data: { ...correction, about } });
      expect(await validityOf('示政发〔2018〕9号')).toMatchObject({
        state: 'repealed',
        proof: [{ place: null, source: '示例市档案馆来信', words: '示政发〔2020〕1号', day: new Date('2020-02-01') }],
      });
    }
  });
});

describe('a document’s own words', () => {
  const market: TextOfDocument = {
    number: '示政办发〔2023〕8号',
    title: '示例市人民政府办公室关于集市的通知',
    body: ['一、集市', '多办集市。', '二、附则', '本通知自2023年3月1日起施行，有效期两年。各区自行办理。'],
    signed: '2023年2月10日',
  };

  test('are stored as clauses with their days, and the last day on the document', async () => {
    await ingest(market);
    expect(
      await database.prisma.validityClause.findMany({
        select: { kind: true, words: true, day: true, section: { select: { address: true } } },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { kind: 'starts', words: '自2023年3月1日起施行', day: new Date('2023-03-01'), section: { address: '2' } },
      { kind: 'ends', words: '有效期两年', day: new Date('2025-02-28'), section: { address: '2' } },
    ]);
    expect((await database.prisma.document.findFirstOrThrow()).expiresOn).toEqual(new Date('2025-02-28'));
  });

  test('tell whether it is in force', async () => {
    await ingest(market);
    expect(await validityOf('示政办发〔2023〕8号', '2025-02-28')).toMatchObject({
      state: 'inForce',
      proof: [{ words: '有效期两年', place: { address: '2', docNumber: '示政办发〔2023〕8号' } }],
    });
    expect((await validityOf('示政办发〔2023〕8号', '2025-03-01')).state).toBe('expired');
    expect((await validityOf('示政办发〔2023〕8号', '2023-02-20')).state).toBe('unknown');
  });

  test('give the day of what is repealed 同时, in a sentence of its own', async () => {
    const own = {
      ...repeal,
      body: ['一、植树', '多种树。', '二、其他', '本通知自2023年6月1日起施行。示政发〔2018〕9号同时废止。'],
    };
    await ingest(own);
    expect((await getNumberValidity('示政发〔2018〕9号')).proof[0]?.day).toEqual(new Date('2023-06-01'));
  });
});

/**
 * One document for each way to a state: others say it of them, or they themselves, on days long
 * past or far ahead.
 */
const STATES: { number: string; own?: string; others?: string[]; state: ValidityState }[] = [
  { number: '示政发〔2010〕1号', state: 'unknown' },
  { number: '示政发〔2010〕2号', others: ['2015 示政发〔2010〕2号予以废止。'], state: 'repealed' },
  { number: '示政发〔2010〕3号', others: ['2015 示政发〔2010〕3号自2090年1月1日起废止。'], state: 'inForce' },
  { number: '示政发〔2010〕4号', own: '有效期至2012年12月31日', state: 'expired' },
  { number: '示政发〔2010〕5号', own: '有效期至2090年12月31日', state: 'inForce' },
  { number: '示政发〔2010〕6号', own: '有效期至2012年12月31日', others: ['2013 示政发〔2010〕6号有效期延长至2090年12月31日。'], state: 'inForce' },
  { number: '示政发〔2010〕7号', others: ['2015 示政发〔2010〕7号继续有效。'], state: 'inForce' },
  { number: '示政发〔2010〕8号', others: ['2015 对示政发〔2010〕8号作如下修改。'], state: 'amended' },
  { number: '示政发〔2010〕9号', others: ['2015 示政发〔2010〕9号予以废止。', '2016 示政发〔2010〕9号继续有效。'], state: 'conflict' },
  { number: '示政发〔2010〕10号', own: '有效期至2012年12月31日', others: ['2015 对示政发〔2010〕10号作如下修改。'], state: 'conflict' },
  { number: '示政发〔2010〕11号', own: '有效期至2090年12月31日', others: ['2015 示政发〔2010〕11号予以废止。'], state: 'repealed' },
  { number: '示政发〔2010〕12号', own: '执行至2090年12月31日', others: ['2015 对示政发〔2010〕12号作如下修改。'], state: 'amended' },
]; // prettier-ignore

describe('the search', () => {
  test('says of every document what the judge says, in hits, filter and facets', async () => {
    const sayings = STATES.flatMap(({ others = [] }) => others.map((other) => other.split(' ') as [string, string]));
    await ingest(
      ...STATES.map(({ number, own }) => ({
        number,
        title: `示例市人民政府关于集市第${number.slice(9, -1)}场的通知`,
        body: ['一、集市', '多办集市。', ...(own ? ['二、附则', `本通知自印发之日起施行,${own}。`] : [])],
        signed: '2010年2月1日',
      })),
      ...[...new Set(sayings.map(([year]) => year))].map((year) => ({
        number: `示政规〔${year}〕1号`,
        title: `示例市人民政府关于${year}年清理文件的决定`,
        body: ['一、决定', ...sayings.filter(([each]) => each === year).map(([, words]) => words)],
        signed: `${year}年5月1日`,
      })),
    );
    const documents = await database.prisma.document.findMany({
      where: { year: 2010 },
      select: { id: true, docNumber: true },
    });
    const validities = await listValidities(documents.map(({ id }) => id));
    const judged = new Map(documents.map(({ id, docNumber }) => [docNumber, validities.get(id)?.state]));
    expect(judged).toEqual(
      new Map(documents.map(({ docNumber }) => [docNumber, STATES.find(({ number }) => number === docNumber)?.state])),
    );

    const search = async (validity?: ValidityState) =>
      engine.search(searchRequest({ q: '多办集市', sort: 'newest', page: 1, ...(validity ? { validity } : {}) }));
    const all = await search();
    expect(new Map(all.documents.map(({ document }) => [document.docNumber, document.validity]))).toEqual(judged);
    for (const state of VALIDITY_STATES) {
      const numbers = STATES.filter((each) => each.state === state).map(({ number }) => number);
      expect(all.facets.validity.find(({ value }) => value === state)?.documents ?? 0).toBe(numbers.length);
      expect((await search(state)).documents.map(({ document }) => document.docNumber).sort()).toEqual(numbers.sort());
    }
  });

  test('follows editors who say that a document is repealed, and who take it back', async () => {
    const listRepealed = async () => {
      const found = await engine.search(searchRequest({ q: '多种树', sort: 'newest', page: 1, validity: 'repealed' }));
      return found.documents.map(({ document }) => document.docNumber);
    };
    await ingest(greening);
    expect(await listRepealed()).toEqual([]);
    const said = 'document: 示政发〔2018〕9号\n    by: 示政发〔2020〕1号\n    source: 示例市档案馆来信\n';
    await folder.write('corrections.yml', `repeals:\n  - ${said}`);
    await ingest();
    expect(await listRepealed()).toEqual(['示政发〔2018〕9号']);
    await folder.write('corrections.yml', '# none\n');
    await ingest();
    expect(await listRepealed()).toEqual([]);
  });
});

test('the timeline has what lapses otherwise than by documents of the municipality itself', async () => {
  const market = (serial: number, last = '') => ({
    number: `示政发〔2010〕${serial}号`,
    title: `示例市人民政府关于第${serial}个集市的通知`,
    body: ['一、集市', '多办集市。', ...(last ? ['二、附则', `本通知有效期至${last}。`] : [])],
    signed: '2010年2月1日',
  });
  const decision = (number: string, repealed: string): TextOfDocument => ({
    number,
    title: '关于清理文件的决定',
    body: ['一、决定', `${repealed}自2012年5月1日起废止。`],
    signed: '2012年4月1日',
  });
  await folder.write('elsewhere.txt', documentText(decision('苍政发〔2012〕1号', '示政发〔2010〕2号'), '样例市'));
  const said =
    'document: 示政发〔2010〕4号\n    by: 示政发〔2012〕9号\n    day: 2012-12-31\n    source: 示例市档案馆来信\n';
  await folder.write('corrections.yml', `repeals:\n  - ${said}`);
  const own = decision('示政发〔2012〕1号', '示政发〔2010〕3号');
  await ingest(market(1, '2012年8月31日'), market(2), market(3), market(4), market(5, '2013年12月31日'), own);
  const municipality = await database.prisma.municipality.findUniqueOrThrow({ where: { slug: 'shili' } });
  const lapses = await listLapses(municipality, 2012);
  expect(
    lapses.map(({ day, state, document, proof }) => [
      day.toISOString().slice(0, 10),
      state,
      document.docNumber,
      proof.place?.docNumber ?? proof.source,
    ]),
  ).toEqual([
    ['2012-05-01', 'repealed', '示政发〔2010〕2号', '苍政发〔2012〕1号'],
    ['2012-08-31', 'expired', '示政发〔2010〕1号', '示政发〔2010〕1号'],
    ['2012-12-31', 'repealed', '示政发〔2010〕4号', '示例市档案馆来信'],
  ]);
  // What is over stands in the year of its last day, which is a year of the timeline.
  const days = async (year: number) =>
    (await listLapses(municipality, year)).map(({ day }) => day.toISOString().slice(0, 10));
  expect(await days(2013)).toEqual(['2013-12-31']);
  expect(await days(2014)).toEqual([]);
  expect((await getTimelineYears('shili'))!.years.map(({ year }) => year)).toEqual([2013, 2012, 2010]);
});

describe('a locator', () => {
  const rules: TextOfDocument = {
    number: '示政发〔2018〕3号',
    title: '示例市人民政府关于印发《示例市养蜂办法》的通知',
    body: ['现印发给你们,请认真执行。'],
    signed: '2018年3月1日',
  };
  const annexed = (articles: string[]) => ['示例市养蜂办法', ...articles].join('\n');
  const citing: TextOfDocument = {
    number: '示政发〔2023〕6号',
    title: '示例市人民政府关于蜂场的通知',
    body: [
      '一、依据',
      '根据《示例市养蜂办法》(示政发〔2018〕3号)第二条第二款办理。',
      '二、收费',
      '依照示政发〔2018〕3号第九条收费。',
    ],
  };
  const listPlaces = async () =>
    (
      await database.prisma.citation.findMany({
        where: { locator: { not: null } },
        select: { locator: true, targetAddress: true },
        orderBy: { position: 'asc' },
      })
    ).map(({ locator, targetAddress }) => [locator, targetAddress]);
  const writeRules = async (...articles: string[]) =>
    folder.write(`${rules.number!}.txt`, `${documentText(rules)}\n${annexed(articles)}\n`);

  test('leads to the section that it names, as the target comes, changes and goes', async () => {
    await ingest(citing);
    expect(await listPlaces()).toEqual([
      ['第二条第二款', null],
      ['第九条', null],
    ]);
    await writeRules(
      '第一条 为了蜜蜂,制定本办法。',
      '第二条 养蜂自愿。',
      '蜂农自负盈亏。',
      '第三条 本办法由市农业农村局解释。',
    );
    await ingest();
    expect(await listPlaces()).toEqual([
      ['第二条第二款', 'a-t2'],
      ['第九条', null],
    ]);
    await writeRules(
      ...Array.from({ length: 9 }, (_, at) => `第${'一二三四五六七八九'[at]!}条 养蜂自愿,多多益善,这是规定。`),
    );
    await ingest();
    expect((await listPlaces())[1]).toEqual(['第九条', 'a-t9']);
    await folder.write('示政发〔2018〕3号.txt', documentText({ ...rules, number: '示政发〔2018〕4号' }));
    await ingest();
    expect(await listPlaces()).toEqual([
      ['第二条第二款', null],
      ['第九条', null],
    ]);
  });
});

describe('a number', () => {
  const cited = async (docNumber = '示政发〔2018〕9号') =>
    database.prisma.citedNumber.findUnique({
      where: { docNumber },
      omit: { docNumber: true, agencyCode: true, year: true, serial: true },
    });
  const named = (number: string, title: string, signed: string): TextOfDocument => ({
    number,
    title: `示例市人民政府关于${number.slice(-3)}的通知`,
    body: [
      '一、依据',
      `根据《${title}》(示政发〔2018〕9号)办理。`,
      '二、其他',
      '按照示政发〔2018〕9号执行,以下简称示政发〔2018〕9号。',
    ],
    signed,
  });
  const one = named('示政发〔2020〕1号', '示例市绿化办法', '2020年1月1日');
  const two = named('示政发〔2021〕2号', '示例市绿化办法', '2021年1月1日');
  const three = named('示政发〔2022〕3号', '关于绿化的办法', '2022年1月1日');

  test('is counted as its mentions come and go', async () => {
    await ingest(one, two, three);
    expect(await cited()).toEqual({
      documents: 3,
      mentions: 6,
      title: '示例市绿化办法',
      newestOn: new Date('2022-01-01'),
      held: false,
    });
    await ingest({ ...three, body: ['一、依据', '多种树。'] });
    expect(await cited()).toEqual({
      documents: 2,
      mentions: 4,
      title: '示例市绿化办法',
      newestOn: new Date('2021-01-01'),
      held: false,
    });
    await ingest({ ...one, body: ['多种树。'] }, { ...two, body: ['多种树。'] });
    expect(await cited()).toBeNull();
  });

  test('that is held says so, and what it says of itself counts for nothing', async () => {
    await ingest(one, { ...greening, body: ['一、要求', '示政发〔2018〕9号自印发之日起执行。'] });
    expect(await cited()).toMatchObject({ documents: 1, mentions: 2, held: true });
    await folder.write('示政发〔2018〕9号.txt', documentText({ ...greening, number: '示政发〔2018〕10号' }));
    await ingest();
    expect(await cited()).toMatchObject({ held: false });
  });

  test('becomes a document with everything linked at once', async () => {
    await ingest(one, two, repeal);
    expect((await getNumberValidity('示政发〔2018〕9号')).state).toBe('repealed');
    await ingest(greening);
    const id = await idOf('示政发〔2018〕9号');
    expect(await database.prisma.citation.count({ where: { targetDocumentId: id, aliasDefinition: false } })).toBe(5);
    expect((await validityOf('示政发〔2018〕9号')).proof[0]?.place?.docNumber).toBe('示政规〔2023〕4号');
    expect(
      await database.prisma.validityPeriod.findMany({
        where: { documentId: id },
        select: { state: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([{ state: 'inForce' }, { state: 'repealed' }]);
    expect(await cited()).toMatchObject({ documents: 3, held: true });
    // The repeal is taken back.
    await ingest({ ...repeal, body: ['一、植树', '多种树。'] });
    expect(await database.prisma.validityPeriod.count({ where: { documentId: id } })).toBe(0);
  });
});
