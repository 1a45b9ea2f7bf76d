import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';
import type { TestDatabase } from '@/lib/db/testing/database';
import { insertRows, reserveIds } from './insert-rows';

let database: TestDatabase;
beforeAll(async () => {
  database = await createNumberedDatabase([
    { docNumber: '示政发〔2023〕1号', agencyCode: '示政发', year: 2023, serial: 1, title: '关于植树的通知' },
  ]);
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const sectionAt = (position: number, grams: number[], headingGrams: number[]) => ({
  documentId: 1,
  address: `${position}`,
  position,
  orderedOn: new Date('2023-03-01'),
  kind: 'section',
  partKind: 'notice',
  marker: '',
  heading: '',
  path: [{ address: 'a', kind: 'part', marker: '', heading: '"引号"\\与\n换行' }],
  text: '多种树。',
  matchText: '\n多种树。',
  grams,
  headingGrams,
  paragraphs: position % 2 === 0 ? null : [{ address: 'a-t9.k1', at: 'a-t9.k1' }],
});

test('lists of numbers come back as they were, whatever their length and sign; rows of several statements too', async () => {
  const { prisma } = database;
  const document = await prisma.document.findFirstOrThrow({ select: { id: true } });
  const ends = [-(2 ** 31), 2 ** 31 - 1];
  const rows = Array.from({ length: 1003 }, (_, index) =>
    sectionAt(index + 1, index % 3 === 0 ? [] : [index, -index, ...ends], index === 1 ? [7] : []),
  ).map((row) => ({ ...row, documentId: document.id }));
  await prisma.$transaction((transaction) => insertRows(transaction, [{ table: 'Section', makeRows: () => rows }]));
  const found = await prisma.section.findMany({ omit: { id: true }, orderBy: { position: 'asc' } });
  expect(found).toEqual(rows);
});

test('a list of numbers that no row has any of is empty, and no rows are no statement', async () => {
  const { prisma } = database;
  const document = await prisma.document.findFirstOrThrow({ select: { id: true } });
  await prisma.$transaction(async (transaction) => {
    await insertRows(transaction, [{ table: 'Section', makeRows: () => [] }]);
    const row = { ...sectionAt(5000, [], []), documentId: document.id };
    await insertRows(transaction, [{ table: 'Section', makeRows: () => [row] }]);
  });
  const found = await prisma.section.findFirstOrThrow({ where: { position: 5000 } });
  expect([found.grams, found.headingGrams]).toEqual([[], []]);
});

test('ids that were reserved are nobody else’s, as many as were asked for of each table', async () => {
  const { prisma } = database;
  const document = await prisma.document.findFirstOrThrow({ select: { id: true } });
  const counts = { Section: 300, TocGroup: 0, Document: 2 };
  const [one, other] = await prisma.$transaction(async (transaction) => [
    await reserveIds(transaction, counts),
    await reserveIds(transaction, counts),
  ]);
  for (const ids of [one, other]) expect([ids.Section.length, ids.TocGroup, ids.Document.length]).toEqual([300, [], 2]);
  const row = { ...sectionAt(6000, [1], []), documentId: document.id };
  await prisma.$transaction((transaction) => insertRows(transaction, [{ table: 'Section', makeRows: () => [row] }]));
  const { id } = await prisma.section.findFirstOrThrow({ where: { position: 6000 }, select: { id: true } });
  expect(new Set([...one.Section, ...other.Section, id]).size).toBe(601);
});

test('tables are stored in their order, and a mistake in the rows of one takes back the others', async () => {
  const { prisma } = database;
  const store = (heading: string, entry: () => object[]) =>
    prisma.$transaction(async (transaction) => {
      const document = await transaction.document.findFirstOrThrow({ select: { id: true } });
      const ids = await reserveIds(transaction, { Section: 1 });
      const section = { ...sectionAt(7000, [1], []), id: ids.Section[0], heading, documentId: document.id };
      const clause = { documentId: document.id, sectionId: ids.Section[0], position: 1, kind: 'starts', words: '' };
      await insertRows(transaction, [
        { table: 'Section', makeRows: () => [section] },
        { table: 'ValidityClause', makeRows: () => entry().map((more) => ({ ...clause, ...more })) },
      ]);
    });
  await store('一、先', () => [{ sentence: '自印发之日起施行。', wordsAt: 0 }]);
  expect(await prisma.validityClause.findMany({ select: { section: { select: { heading: true } } } })).toEqual([
    { section: { heading: '一、先' } },
  ]);
  await prisma.section.deleteMany({ where: { position: 7000 } });
  const mistaken = store('二、后', () => {
    throw new Error('no such clause');
  });
  await expect(mistaken).rejects.toThrow('no such clause');
  expect(await prisma.section.count({ where: { position: 7000 } })).toBe(0);
});
