import { Feed } from 'feed';

export interface FeedSettings {
  /** Public origin without a slash at the end. */
  siteUrl: string;
  siteName: string;
}

/** One entry. Its id is its address, its date that of what it names: both stay the same from one reading to the next. */
export interface FeedEntry {
  /** Address below the origin. */
  link: string;
  /** Plain text. */
  title: string;
  date: Date;
  author: string;
  /** HTML. */
  summary: string;
}

/** What XML 1.0 cannot hold, not even escaped: control characters, halves of surrogate pairs, two code points that are none. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Takes words from outside; gives them without what XML cannot hold. */
export const writable = (text: string): string => text.replace(unwritable, '');

/** Text as HTML. The library writes titles and summaries as HTML inside CDATA; escaped, nothing in them can end it. */
export const html = (text: string): string =>
  writable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Midnight in China on a day of the database. */
export const midnightOf = (day: Date): Date => new Date(`${day.toISOString().slice(0, 10)}T00:00:00+08:00`);

/**
 * Takes the words that name a feed, its own address and that of the page it follows (both below the origin), and its entries, newest first;
 * gives an Atom 1.0 feed (RFC 4287).
 */
export function printFeed(
  { title, address, page }: { title: string; address: string; page: string },
  entries: readonly FeedEntry[],
  { siteUrl, siteName }: FeedSettings,
): string {
  const own = `${siteUrl}${address}`;
  const feed = new Feed({
    id: own,
    title: `${title} · ${siteName}`,
    author: { name: siteName },
    copyright: '以公报原件为准',
    updated: entries[0]?.date ?? new Date(0),
    generator: 'gongbao',
    link: `${siteUrl}${page}`,
    feedLinks: { atom: own },
  });
  for (const entry of entries) {
    const link = `${siteUrl}${entry.link}`;
    feed.addItem({
      id: link,
      link,
      title: html(entry.title),
      date: entry.date,
      author: [{ name: html(entry.author) }],
      description: entry.summary,
    });
  }
  return feed.atom1();
}
