import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';
import type { TestDatabase } from '@/lib/db/testing/database';
import { insertRows } from './insert-rows';

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
  heading: '',
  path: [{ address: 'a', heading: '"引号"\\与\n换行' }],
  text: '多种树。',
  matchText: '\n多种树。',
  grams,
  headingGrams,
});

test('lists of numbers come back as they were, whatever their length and sign; rows of several statements too', async () => {
  const { prisma } = database;
  const document = await prisma.document.findFirstOrThrow({ select: { id: true } });
  const ends = [-(2 ** 31), 2 ** 31 - 1];
  const rows = Array.from({ length: 1003 }, (_, index) =>
    sectionAt(index + 1, index % 3 === 0 ? [] : [index, -index, ...ends], index === 1 ? [7] : []),
  ).map((row) => ({ ...row, documentId: document.id }));
  const stored = await prisma.$transaction((transaction) =>
    insertRows<{ id: number; position: number }>(transaction, 'Section', rows, ['id', 'position']),
  );
  expect(stored.map(({ position }) => position).sort((one, other) => one - other)).toEqual(
    rows.map(({ position }) => position),
  );
  const found = await prisma.section.findMany({ omit: { id: true }, orderBy: { position: 'asc' } });
  expect(found).toEqual(rows);
});

test('a list of numbers that no row has any of is empty, and no rows are no statement', async () => {
  const { prisma } = database;
  const document = await prisma.document.findFirstOrThrow({ select: { id: true } });
  await prisma.$transaction(async (transaction) => {
    expect(await insertRows(transaction, 'Section', [], [])).toEqual([]);
    const row = { ...sectionAt(5000, [], []), documentId: document.id };
    await insertRows<{ id: number }>(transaction, 'Section', [row], ['id']);
  });
  const found = await prisma.section.findFirstOrThrow({ where: { position: 5000 } });
  expect([found.grams, found.headingGrams]).toEqual([[], []]);
});
