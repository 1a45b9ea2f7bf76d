import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { matchRoute } from '@/lib/addresses/routes';
import { decideAddress } from './addresses';
import { listSitemapAddresses, listSitemaps } from './sitemap';

let database: TestDatabase;
let document = '';
beforeAll(async () => {
  database = await createCorpusDatabase();
  const held = await database.prisma.document.findFirstOrThrow({ where: { municipality: { slug: 'shili' } } });
  document = held.slug;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const ask = async (address: string) => (await decideAddress(matchRoute(address))).kind === 'held';

describe('a page answers', () => {
  test.each([
    '/',
    '/search',
    '/search.atom',
    '/search.csv',
    '/api/v1/search',
    '/wenhao',
    '/wenhao/示政发〔1999〕1号',
    '/wenhao/中华人民共和国国务院令第1号',
    '/shili',
    '/shili/issues/2023/1',
    '/shili/示政发[1999]1号',
    '/shili/示政发〔2022〕9号第二条',
    '/wenhao/查一下示政发〔2022〕9号，谢谢',
    '/wenhao/《示例市绿化办法》',
    '/shili/timeline',
    '/api/v1/share',
    '/zh-hant/nowhere',
  ])('%s', async (address) => {
    expect(await ask(address)).toBe(true);
  });
  test('a document and its first part', async () => {
    expect(await ask(`/shili/${document}`)).toBe(true);
    expect(await ask(`/shili/${document}/n`)).toBe(true);
    expect(await ask(`/shili/${document}/web`)).toBe(true);
  });
});

test('every address of the sitemaps answers', async () => {
  const sitemaps = await Promise.all((await listSitemaps()).map(listSitemapAddresses));
  const addresses = sitemaps.flatMap((sitemap) => sitemap!.map(({ address }) => address));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) expect.soft(await ask(address), address).toBe(true);
});

test('an issue of two numbers, written as both, leads to the first', async () => {
  expect(await decideAddress(matchRoute('/shili/issues/2023/1-2'))).toEqual({
    kind: 'leads',
    to: '/shili/issues/2023/1',
    status: 307,
  });
});

describe('nothing answers', () => {
  test.each([
    '/nowhere',
    '/search/more',
    '/search.atom/more',
    '/search.xml',
    '/api',
    '/api/v1',
    '/api/v2/search',
    '/api/v1/search/more',
    '/wenhao/abc',
    '/wenhao/24小时',
    '/wenhao/A4纸',
    '/wenhao/十四五规划 2025',
    '/shili/12345热线',
    '/shili/nothing',
    '/shili/shizhengfa-1999-1',
    '/shili/issues',
    '/shili/issues/2023',
    '/shili/issues/2023/99',
    '/shili/issues/x/1',
    '/shili/issues/02023/1',
    '/shili/issues/1e3/1',
    '/unavailable',
    '/icon.svgfoo',
    '/_next/static/missing.js',
    '/%73earch.csv',
    '/shili/issues/2023/1/2',
    '/nowhere/timeline',
    '/shili/timeline/2023',
    '/shili/nothing/web',
    '/yangli/示例',
    '/shili/绿化办法',
    '/wenhao/《没有的办法》',
  ])('%s', async (address) => {
    expect(await ask(address)).toBe(false);
  });
  test('an address below a section, a section of another document', async () => {
    expect(await ask(`/shili/${document}/n/n`)).toBe(false);
    expect(await ask(`/shili/${document}/zz`)).toBe(false);
    expect(await ask(`/nowhere/${document}`)).toBe(false);
  });
});

test('sitemaps go by blocks of ids: an issue of the next block is in the next sitemap', async () => {
  const { prisma } = database;
  expect(await listSitemaps()).toEqual(['places.xml', 'issues-1.xml', 'documents-1.xml']);
  const [issue] = await prisma.issue.findMany({ orderBy: { id: 'desc' }, take: 1 });
  await prisma.issue.update({ where: { id: issue!.id }, data: { id: 20_001 } });
  expect(await listSitemaps()).toEqual(['places.xml', 'issues-1.xml', 'issues-2.xml', 'documents-1.xml']);
  expect(await listSitemapAddresses('issues-2.xml')).toHaveLength(1);
  expect(await listSitemapAddresses('issues-9.xml')).toEqual([]);
  for (const name of ['issues-0.xml', 'issues-123456.xml', 'places-1.xml', 'issues.xml'])
    expect(await listSitemapAddresses(name)).toBeNull();
});
