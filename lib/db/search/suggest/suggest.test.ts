import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { suggest } from './suggest';
import { refreshTerms } from '@/lib/db/search/upkeep/terms';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
  await refreshTerms(database.prisma);
});
afterAll(async () => {
  await getClient().$disconnect();
  await closeSearch();
  await database.drop();
});

const lines = async (typed: string) => (await suggest(typed)).map(({ kind, text }) => `${kind} ${text}`);

describe('while somebody types', () => {
  test('a number brings its document, with its title and the typed part marked', async () => {
    const [first] = await suggest('示政发 2022 9');
    expect(first).toEqual({
      kind: 'document',
      text: '示政发〔2022〕9号',
      detail: '示例市人民政府关于印发《示例市绿化办法》的通知',
      href: '/shili/shizhengfa-2022-9',
      marks: [
        { start: 0, end: 3 },
        { start: 4, end: 8 },
        { start: 9, end: 10 },
      ],
    });
  });

  test('a number that two cities gave brings both, and tells them apart', async () => {
    const both = (await suggest('示政发〔2023〕2号')).slice(0, 2);
    expect(both.map(({ href }) => href).sort()).toEqual(['/shili/shizhengfa-2023-2', '/yangli/shizhengfa-2023-2']);
    expect(new Set(both.map(({ detail }) => detail)).size).toBe(2);
  });

  test('words bring titles, with the words marked', async () => {
    const title = (await suggest('防汛')).find(({ kind }) => kind === 'document');
    expect(title).toMatchObject({ text: '示例市人民政府关于夏季防汛工作的通知', marks: [{ start: 11, end: 13 }] });
    expect(title?.href).toMatch(/^\/shili\/guanyu|^\/shili\/shilishi/);
  });

  test('a title that begins with the words stands before a newer one that has them', async () => {
    const titles = (await suggest('示例市人民政府关于')).filter(({ kind }) => kind === 'document');
    expect(titles.length).toBeGreaterThan(3);
    expect(titles[0]?.text).toBe('示例市人民政府关于推进养老服务的意见');
  });

  test('words bring a heading, in its place where it is one, as a search where it is several', async () => {
    const one = (await suggest('养老服务体系')).find(({ kind }) => kind === 'heading');
    expect(one).toMatchObject({ text: '养老服务体系', href: '/shili/shizhengfa-2024-5#1' });
    const several = (await suggest('总体要求')).find(({ kind }) => kind === 'heading');
    expect(decodeURIComponent(several?.href ?? '')).toBe('/search?q="总体要求"');
  });

  test('an agency is found by its name, and by what it is called without its city', async () => {
    for (const typed of ['示例市人', '人民政']) expect(await lines(typed)).toContain('agency 示例市人民政府');
    const agency = (await suggest('示例市人')).find(({ kind }) => kind === 'agency');
    expect(decodeURIComponent(agency?.href ?? '')).toBe('/search?q=机关:示例市人民政府');
  });

  test('frequent terms are gone on with, and never what stands there already', async () => {
    expect(await lines('通')).toContain('term 通知');
    expect(await lines('通知')).not.toContain('term 通知');
  });

  test('there are eight lines at most, none twice', async () => {
    for (const typed of ['示', '示例市', '关于', '2023', '示政发']) {
      const found = await suggest(typed);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(8);
      expect(new Set(found.map(({ href, text }) => `${href} ${text}`)).size).toBe(found.length);
    }
  });

  test.each([
    ['', ' ', '\u0000', '\ud800', '。', '%', '_', '\\', '"', '-', '-养老', '标题:', '😀', "'; DROP TABLE \"Document\"; --", '养 | & ! ( :*'],
    ['养'.repeat(10_000), '1'.repeat(10_000), '\u0001'.repeat(50), '示政发〔2023〕999999999999号', '9999999999', '〔〕', '零号', '<script>'],
  ].flat())('anything may be typed: %j', async (typed) => {
    expect(Array.isArray(await suggest(typed))).toBe(true);
  }); // prettier-ignore
});

describe('terms', () => {
  test('are counted anew, not added to', async () => {
    const before = await database.prisma.searchTerm.count();
    expect(before).toBeGreaterThan(5);
    await refreshTerms(database.prisma);
    expect(await database.prisma.searchTerm.count()).toBe(before);
  });

  test('are in three documents at least', async () => {
    const terms = await database.prisma.searchTerm.findMany({ where: { kind: 'term' } });
    expect(terms.every(({ documents }) => documents >= 3)).toBe(true);
    expect(terms.map(({ term }) => term)).toContain('通知');
  });
});
