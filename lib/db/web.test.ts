import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getClient } from './client';
import { ingestPaths } from './ingest';
import { getNumberValidity, listValidities } from './queries/validity';
import { createTestDatabase, type TestDatabase } from './testing/database';
import { makeIngestFolder, type IngestFolder } from './testing/ingest-folder';
import { documentText, type TextOfDocument } from './testing/texts';

// The web of numbers: who says what of whom, held or not, and what an ingest does to it.

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});
beforeEach(async () => {
  folder = await makeIngestFolder();
  await database.prisma.sourceFile.deleteMany();
  await database.prisma.municipality.deleteMany();
  await database.prisma.correction.deleteMany();
});
afterEach(async () => folder.clear());

const ingest = async (...documents: TextOfDocument[]): Promise<void> => {
  for (const document of documents)
    await folder.write(`${document.number ?? document.title}.txt`, documentText(document));
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma });
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
