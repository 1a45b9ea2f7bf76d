import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, foundSection, hitDocument, nothing } from '@/components/search/testing/answers';
import type { SearchEngine, SearchHit, SearchRequest } from '@/lib/search/engine';
import { SearchTimeout, SearchUnavailable } from '@/lib/search/errors';
import { respondWithData, respondWithSearchFeed, respondWithTable } from './responses';
import { searchDataSchema } from '@/lib/export/data/search-data';

const settings = { siteUrl: 'https://gongbao.example', siteName: '示例公报' };
const asked: SearchRequest[] = [];
let listed = 0;
afterEach(() => {
  asked.length = 0;
  listed = 0;
  vi.restoreAllMocks();
});

const hit: SearchHit = { document: hitDocument(), section: foundSection() };
const engine: SearchEngine = {
  search: (request) => {
    asked.push(request);
    return Promise.resolve(answer());
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- as an engine gives them, without its database
  async *listHits() {
    for (; listed < 50; listed++) yield [hit];
  },
  findArrivals: (request) => {
    asked.push(request);
    return Promise.resolve([]);
  },
  suggest: () => Promise.resolve([]),
  findAlternatives: () => Promise.resolve([]),
  findNumber: () => Promise.resolve({ canonical: null, documents: [], near: [] }),
};
const failing = (error: Error): SearchEngine => ({
  ...engine,
  search: () => Promise.reject(error),
  findArrivals: () => Promise.reject(error),
  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async *listHits() {
    throw error;
  },
});
const request = (query: string) => new Request(`http://localhost/any${query}`);
const since = new Date('2026-11-30T08:00:00Z');
const respondWithFeed: typeof respondWithData = (given, asking, about) =>
  respondWithSearchFeed(given, asking, about, {
    format: 'atom',
    listArrivals: () => Promise.resolve({ entries: [], since }),
  });
const every = [respondWithFeed, respondWithData, respondWithTable];

test('a feed is of the words and conditions that the page has, in either format', async () => {
  const response = await respondWithFeed(engine, request('?q=甲&sort=oldest&page=3&genre=通知'), settings);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(asked).toMatchObject([{ query: { words: [{ typed: ['甲'] }] }, conditions: { genre: '通知' } }]);
  const json = await respondWithSearchFeed(engine, request('?q=甲'), settings, {
    format: 'json',
    listArrivals: () => Promise.resolve({ entries: [], since }),
  });
  expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  expect(await json.json()).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] });
});

test('data is the page that the page shows', async () => {
  const response = await respondWithData(engine, request('?q=甲&sort=oldest&page=3'), settings);
  expect(asked).toMatchObject([{ sort: 'oldest', page: 3 }]);
  expect(searchDataSchema.parse(await response.json()).query).toMatchObject({ q: '甲', page: 3 });
});

describe('a table', () => {
  test('has all hits', async () => {
    const response = await respondWithTable(engine, request('?q=甲'), settings);
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%E6%A3%80%E7%B4%A2-%E7%94%B2.csv");
    expect((await response.text()).split('\r\n')).toHaveLength(52);
  });
  test('fetches no more than its reader takes', async () => {
    const response = await respondWithTable(engine, request('?q=甲'), settings);
    const reader = response.body!.getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(listed).toBeLessThan(5);
  });
});

describe('503 with a reason and when to come back', () => {
  test.each(every)('the database does not answer (%#)', async (respond) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const response = await respond(failing(new SearchUnavailable()), request('?q=甲'), settings);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await response.text()).toContain('资料库没有应答');
  });
  test.each(every)('the search was given up (%#)', async (respond) => {
    const slow = { ...failing(new SearchTimeout()), search: () => Promise.resolve(nothing({ timedOut: true })) };
    const response = await respond(slow, request('?q=甲'), settings);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await response.text()).toContain('用时太长');
  });
});

test.each(every)('bad input is answered (%#)', async (respond) => {
  for (const q of [
    '',
    '%00%01',
    '%ED%A0%80',
    '%FF%',
    "';--",
    '%F0%9F%98%80',
    'a'.repeat(10_000),
    '&q=x&page=x&from=9',
  ]) {
    expect((await respond(engine, request(`?q=${q}`), settings)).status, q.slice(0, 20)).toBe(200);
  }
});
