import { expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { describeAbsent } from '@/lib/db/queries/numbers/numbers';
import type { TestDatabase } from '@/lib/db/testing/database';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { readDocNumber } from '@/lib/gazette';
import { openIngestGround } from '@/lib/db/testing/ingest-ground';

// All tests of the database run with ids of sections, clauses and contents around 2^32
// (scripts/testing/database-global-setup.ts). Ids of citations are widened in the next release: the
// pages of the former one could not list mentions. This one reads both.

let database: TestDatabase;
let folder: IngestFolder;
openIngestGround((ground) => ({ database, folder } = ground));

test('citations with ids beyond 32 bits are stored, linked, corrected and listed', async () => {
  const { prisma } = database;
  await prisma.$executeRaw`ALTER TABLE "Citation" ALTER COLUMN "id" TYPE BIGINT`;
  await prisma.$executeRaw`ALTER SEQUENCE "Citation_id_seq" AS BIGINT RESTART WITH 4294967295`;
  const body = ['一、依据', '按照示政发〔2022〕9号第一条、国发〔2021〕3号办理。', '二、其他', '落实国发〔2021〕4号。'];
  await folder.write(
    'a.txt',
    documentText({ number: '示政发〔2023〕1号', title: '示例市人民政府关于植树的通知', body }),
  );
  await folder.write(
    'b.txt',
    documentText({ number: '示政发〔2022〕9号', title: '示例市人民政府关于绿化的意见', body: ['第一条 多种树。'] }),
  );
  await folder.write(
    'corrections.yml',
    'misprints:\n  - printed: 国发〔2021〕4号\n    right: 国发〔2021〕3号\n    source: 原件\n',
  );
  const { files, corrections, linked } = await ingestPaths([folder.path], { prisma });
  expect(files.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect([linked, corrections[0]?.applied]).toEqual([1, 1]);
  const citations = await prisma.citation.findMany({
    select: { id: true, targetAddress: true },
    orderBy: { id: 'asc' },
  });
  expect(citations.map(({ id }) => id >= 4294967295n)).toEqual([true, true, true]);
  const { mentions } = await describeAbsent(readDocNumber('国发〔2021〕3号')!, { relation: undefined, page: 1 });
  expect(mentions.mentions.map(({ section }) => section.address)).toEqual(['1', '2']);
});
