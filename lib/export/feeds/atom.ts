import { Feed } from 'feed';
import { escapeXml } from '@/lib/export/xml';

/** What a feed needs to know of the portal. */
export interface FeedSettings {
  /** Public origin without a slash at the end. */
  siteUrl: string;
  siteName: string;
}

/**
 * An entry of a feed. Its id is its address and its date that of what it names: both stay the same
 * from one request to the next.
 */
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

/** Gives midnight in China on a day of the database. */
export const midnightOf = (day: Date): Date => new Date(`${day.toISOString().slice(0, 10)}T00:00:00+08:00`);

/**
 * Prints an Atom 1.0 feed (RFC 4287).
 * @param feed its title, its own address and that of the page it follows, below the origin
 * @param entries newest first
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
      // The library writes titles and summaries as HTML inside CDATA; escaped, nothing in them can
      // end it.
      title: escapeXml(entry.title),
      date: entry.date,
      author: [{ name: escapeXml(entry.author) }],
      description: entry.summary,
    });
  }
  return feed.atom1();
}
