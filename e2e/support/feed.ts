import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import type { Portal } from './portal';

interface Entry {
  id: string;
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
  expect(entries).toHaveLength(await portal.hits.count());
  const days = entries.map(({ updated }) => updated);
  expect(days).toEqual([...days].sort().reverse());
  expect(entries.some(({ summary }) => summary['#text'].includes(`<mark>${q}</mark>`))).toBe(true);
  // An entry leads to its document.
  const document = await request.get(new URL(entries[0]!.id).pathname);
  expect(document.status()).toBe(200);
}
