import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { getClient } from '@/lib/db/client';
import type { TestDatabase } from '@/lib/db/testing/database';
import { conditionCode, gramsOf } from '@/lib/search/text/grams';
import { forgetFrequencies, getFrequencies, RARE_SHARE } from './frequencies';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';

let database: TestDatabase;
beforeAll(async () => {
  database = await createNumberedDatabase([
    { docNumber: '示政发〔2023〕1号', agencyCode: '示政发', year: 2023, serial: 1, title: '关于植树的通知' },
    { docNumber: '示政发〔2023〕2号', agencyCode: '示政发', year: 2023, serial: 2, title: '关于修路的通知' },
  ]);
  await refreshStatistics(database.prisma, { always: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  forgetFrequencies();
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});

const codeOf = (word: string): number => gramsOf(word).codes[0]!;

test('the shares are those that were counted; a code that is not kept is rare', async () => {
  const { shareOf, shareOfMonth, rowsOf } = await getFrequencies();
  expect(shareOf(codeOf('通知'), 'title')).toBe(1);
  expect(shareOf(codeOf('植树'), 'title')).toBe(0.5);
  expect(shareOf(codeOf('龘靐'), 'section')).toBe(RARE_SHARE);
  expect(shareOf(codeOf('龘靐'), 'heading')).toBeLessThan(RARE_SHARE);
  expect(rowsOf('title')).toBe(2);
  const rows = await database.prisma.searchFrequency.findMany();
  expect(rows.length).toBeGreaterThan(10);
  for (const { code, share, headingShare, titleShare } of rows)
    expect([shareOf(code, 'section'), shareOf(code, 'heading'), shareOf(code, 'title')].map(Math.fround)).toEqual(
      [share, headingShare, titleShare].map(Math.fround),
    );
  expect(shareOfMonth(12 * 1800, 'section')).toBe(0);
});

test('they are read again when the corpus was counted again, a minute later, and not else', async () => {
  const code = conditionCode('month', 12 * 1801);
  expect((await getFrequencies()).shareOf(code, 'section')).toBe(RARE_SHARE);
  await database.prisma.searchFrequency.create({ data: { code, share: 0.25, headingShare: 0, titleShare: 0 } });
  const later = (minutes: number) => vi.spyOn(Date, 'now').mockReturnValue(Date.now() + minutes * 61_000);
  later(1);
  expect((await getFrequencies()).shareOf(code, 'section')).toBe(RARE_SHARE);
  await database.prisma.searchStatistics.updateMany({ data: { refreshedAt: new Date() } });
  expect((await getFrequencies()).shareOf(code, 'section')).toBe(RARE_SHARE);
  later(2);
  expect((await getFrequencies()).shareOf(code, 'section')).toBe(0.25);
});
