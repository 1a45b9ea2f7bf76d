import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { countStatements } from '@/lib/db/testing/statements';
import { documentText, type TextOfDocument } from '@/lib/db/testing/texts';
import { peekAnswerSchema, peekTargetSchema } from '@/lib/views/document/peek';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { getNeighbourhood, NEIGHBOURS_PER_PAGE } from './neighbourhood';
import { getPeek } from '@/lib/db/queries/documents/peek';
import { getTimelineYears, listTimeline } from '@/lib/db/queries/municipalities/timeline';

// Who stands around a document, in all directions and in time.

const TEXTS: TextOfDocument[] = [
  {
    number: '示政发〔2018〕9号',
    title: '示例市人民政府关于印发《示例市绿化办法》的通知',
    body: ['一、总体要求', '多种树。', '二、附则', '绿化由园林部门负责。'],
    signed: '2018年9月1日',
  },
  {
    number: '示政规〔2023〕4号',
    title: '示例市人民政府关于植树的通知',
    body: [
      '为了多种树,现通知如下:',
      '一、植树',
      '贯彻落实《关于林业的意见》(国发〔2021〕3号)和《中华人民共和国森林法》,参照《林业意见》(国发〔2021〕3号)。',
      '二、其他',
      '本通知自2023年5月1日起施行,《示例市人民政府关于印发〈示例市绿化办法〉的通知》(示政发〔2018〕9号)、《关于街树的通知》(示政发〔2017〕2号)同时废止。',
    ],
    signed: '2023年4月1日',
  },
  ...[1, 2, 3].map((serial) => ({
    number: `示政办发〔2024〕${serial}号`,
    title: `示例市人民政府办公室关于第${serial}次植树的通知`,
    body: ['一、植树', ...Array.from({ length: serial }, () => '执行示政规〔2023〕4号。')],
    signed: `2024年${serial}月1日`,
  })),
  {
    number: '示政办发〔2025〕1号',
    title: '示例市人民政府办公室关于文件目录的通知',
    body: ['一、目录', ...Array.from({ length: 30 }, (_, index) => `参照国办发〔2020〕${index + 1}号。`)],
    signed: '2025年1月1日',
  },
];

let database: TestDatabase;
beforeAll(async () => {
  const folder = await makeIngestFolder();
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  for (const [index, text] of TEXTS.entries()) await folder.write(`${index}.txt`, documentText(text));
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma });
  expect(files.flatMap(({ error }) => error ?? [])).toEqual([]);
  await folder.clear();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const planting = 'shizhenggui-2023-4';
const around = async (slug: string, pages = { above: 1, below: 1 }) =>
  getNeighbourhood((await getDocument('shili', slug))!, pages);

describe('the neighbourhood of a document', () => {
  test('is what it rests on, held or not, with relations, sentences and validity, by year', async () => {
    const { above } = await around(planting);
    expect(above).toMatchObject({ total: 4, page: 1, pages: 1 });
    expect(
      above.neighbours.map(({ docNumber, title, year, candidates, relations, mentions, address, validity }) => [
        docNumber ?? title,
        year,
        candidates,
        relations.map(({ relation, count }) => `${relation} ${count}`).join(),
        mentions,
        address,
        validity.state,
      ]),
    ).toEqual([
      ['中华人民共和国森林法', null, 0, 'implements 1', 1, '1', 'unknown'],
      ['示政发〔2017〕2号', 2017, 0, 'repeals 1', 1, '2', 'repealed'],
      ['示政发〔2018〕9号', 2018, 1, expect.stringContaining('repeals'), expect.any(Number), '2', 'repealed'],
      ['国发〔2021〕3号', 2021, 0, 'implements 1,cites 1', 2, '1', 'unknown'],
    ]);
  });

  test('and what rests on it, in a year those with more mentions first, each with the place of its first', async () => {
    const { below } = await around(planting);
    expect(below.neighbours.map(({ document, mentions, address }) => [document?.slug, mentions, address])).toEqual([
      ['shizhengbanfa-2024-3', 3, '1'],
      ['shizhengbanfa-2024-2', 2, '1'],
      ['shizhengbanfa-2024-1', 1, '1'],
    ]);
    expect((await around('shizhengfa-2018-9')).validity.state).toBe('repealed');
  });

  test('comes in pages, those with the most mentions first', async () => {
    const first = (await around('shizhengbanfa-2025-1')).above;
    expect(first).toMatchObject({ total: 30, pages: 2 });
    expect(first.neighbours).toHaveLength(NEIGHBOURS_PER_PAGE);
    const second = (await around('shizhengbanfa-2025-1', { above: 2, below: 1 })).above;
    const numbers = [...first.neighbours, ...second.neighbours].map(({ docNumber }) => docNumber);
    expect(new Set(numbers).size).toBe(30);
  });

  test('costs the same for few neighbours and for many', async () => {
    const few = (await getDocument('shili', planting))!;
    const many = (await getDocument('shili', 'shizhengbanfa-2025-1'))!;
    const cost = (document: typeof few) => countStatements(() => getNeighbourhood(document, { above: 1, below: 1 }));
    expect(await cost(few)).toBeLessThanOrEqual(6);
    expect(await cost(many)).toBeLessThanOrEqual(6);
  });
});

describe('the timeline of a municipality', () => {
  test('counts its years and shows one, with what each document repeals and where it says so', async () => {
    const municipality = (await getTimelineYears('shili'))!;
    expect(municipality.years).toEqual([
      { year: 2025, count: 1 },
      { year: 2024, count: 3 },
      { year: 2023, count: 1 },
      { year: 2018, count: 1 },
    ]);
    const [document, ...others] = await listTimeline(municipality.id, 2023);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ slug: planting, endCount: 2 });
    expect(document?.ends).toMatchObject([
      { relation: 'repeals', docNumber: '示政发〔2018〕9号', address: '2', target: { slug: 'shizhengfa-2018-9' } },
      { relation: 'repeals', docNumber: '示政发〔2017〕2号', address: '2', target: null },
    ]);
    expect((await listTimeline(municipality.id, 2024)).map(({ slug }) => slug)).toEqual(
      [1, 2, 3].map((serial) => `shizhengbanfa-2024-${serial}`),
    );
    expect(await listTimeline(municipality.id, 1900)).toEqual([]);
  });

  test('of a municipality that is not held is null', async () => {
    expect(await getTimelineYears('nowhere')).toBeNull();
  });
});

describe('a peek', () => {
  const peekAt = async (link: string) =>
    peekAnswerSchema.parse({ peek: await getPeek(peekTargetSchema.parse(link)!) }).peek;

  test('at a document shows its facts, its validity and how it begins', async () => {
    expect(await peekAt('/shili/shizhengfa-2018-9')).toEqual({
      kind: 'document',
      title: '示例市人民政府关于印发《示例市绿化办法》的通知',
      docNumber: '示政发〔2018〕9号',
      municipality: '示例市',
      sample: true,
      signedOn: '2018-09-01',
      validity: { state: 'repealed', by: '示政规〔2023〕4号', day: '2023-05-01' },
      section: null,
      clause: null,
      lines: '一、总体要求 多种树。 二、附则 绿化由园林部门负责。',
    });
  });

  test('at a section shows its first lines and no more; at none that is there the document', async () => {
    expect(await peekAt('/shili/shizhengfa-2018-9#2')).toMatchObject({
      section: { address: '2', marker: '二、', heading: '附则' },
      lines: '绿化由园林部门负责。',
    });
    expect(await peekAt('/shili/shizhengfa-2018-9#9')).toMatchObject({ section: null });
    expect(await peekAt(`/shili/${planting}`)).toMatchObject({ lines: expect.stringMatching(/^为了多种树/) as string });
  });

  test('at a number that nobody holds shows the titles it goes by and who says what of it', async () => {
    expect(await peekAt('/wenhao/国发[2021]3号')).toMatchObject({
      kind: 'number',
      docNumber: '国发〔2021〕3号',
      held: 0,
      titles: [
        { title: '关于林业的意见', count: 1 },
        { title: '林业意见', count: 1 },
      ],
      validity: { state: 'unknown' },
    });
    expect(await peekAt('/wenhao/示政发〔2017〕2号')).toMatchObject({
      validity: { state: 'repealed', day: '2023-05-01' },
    });
  });

  test('at a held number shows the document; at what is not there nothing', async () => {
    expect(await peekAt('/wenhao/示政发2018-9')).toMatchObject({ kind: 'document', docNumber: '示政发〔2018〕9号' });
    for (const link of ['/shili/nosuch', '/nowhere/shizhengfa-2018-9', '/wenhao/国发〔1999〕77号', '/wenhao/天气'])
      expect(await peekAt(link)).toBeNull();
  });

  test('reads no tree, and costs a few statements', async () => {
    expect(await countStatements(() => peekAt(`/shili/${planting}#2`))).toBe(3);
    expect(await countStatements(() => peekAt('/wenhao/国发〔2021〕3号'))).toBeLessThanOrEqual(6);
  });
});
