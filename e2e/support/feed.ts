import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import type { Portal } from './portal';

interface Entry {
  id: string;
  link: { '@_href': string }[];
  updated: string;
  title: { '#text': string };
  summary: { '#text': string };
}

/** Reads an Atom feed as a reader of news does. */
export function readFeed(xml: string) {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'link' });
  const { feed } = parser.parse(xml) as {
    feed: { title: string; updated: string; link: { '@_rel': string; '@_href': string }[]; entry?: Entry[] };
  };
  return feed;
}

/** Checks that a search is followed from its page: the feed has what the page lists. */
export async function expectSearchFeed(
  q: string,
  { page, portal, request }: { page: Page; portal: Portal; request: APIRequestContext },
): Promise<void> {
  await portal.open(`/search?q=${q}`);
  const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  await expect(page.getByRole('link', { name: '订阅更新' })).toHaveAttribute(
    'href',
    new URL(address!).pathname + new URL(address!).search,
  );
  const response = await request.get(new URL(address!).pathname + new URL(address!).search);
  expect(response.headers()['content-type']).toContain('application/atom+xml');
  const feed = readFeed(await response.text());
  expect(feed.title).toContain(q);
  expect(feed.link.map((link) => link['@_rel'])).toEqual(['alternate', 'self']);
  const entries = feed.entry ?? [];
  // What came with an issue is one entry.
  expect(entries.length).toBeGreaterThan(0);
  expectArrivals(entries);
  expect(entries.some(({ summary }) => summary['#text'].includes(`<mark>${q}</mark>`))).toBe(true);
  // An entry leads to its document or issue.
  const target = await request.get(new URL(entries[0]!.link[0]!['@_href']).pathname);
  expect(target.status()).toBe(200);
  // The summary lists every document of the first page of hits.
  const first = await portal.hits.first().getByRole('link').first().getAttribute('href');
  const path = new URL(first!, address!).pathname;
  expect(
    entries.some(({ link, summary }) => link[0]!['@_href'].includes(path) || summary['#text'].includes(path)),
  ).toBe(true);
}

/** Checks that entries stand in the order of arrival, each with its own id. */
export function expectArrivals(entries: readonly Entry[]): void {
  const instants = entries.map(({ updated }) => updated);
  expect(instants).toEqual([...instants].sort().reverse());
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const { id } of entries) expect(id).toMatch(/^tag:[^,]+,2026:event-\d+$/);
}
