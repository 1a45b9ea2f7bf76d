import { Feed as AtomFeed } from 'feed';
import { escapeXml, xmlText } from '@/lib/export/xml';
import { entryId, type Feed, type FeedEntry, type FeedSettings } from './feed';

/** Prints a feed as Atom 1.0 (RFC 4287). */
export function printAtom({ title, addresses, page, updated, entries }: Feed, settings: FeedSettings): string {
  const { siteUrl, siteName } = settings;
  const own = siteUrl + addresses.atom;
  const feed = new AtomFeed({
    id: own,
    title: xmlText(`${title} · ${siteName}`),
    author: { name: siteName },
    copyright: '以公报原件为准',
    updated,
    generator: 'gongbao',
    link: siteUrl + page,
    feedLinks: { atom: own },
  });
  for (const entry of entries) {
    feed.addItem({
      id: entryId(entry.event, siteUrl),
      link: siteUrl + entry.link,
      // The library writes titles and summaries as HTML inside CDATA; escaped, nothing in them can
      // end it.
      title: escapeXml(entry.title),
      date: entry.updated,
      author: [{ name: escapeXml(entry.author) }],
      description: entry.summary,
      category: listCategories(entry, siteUrl),
    });
  }
  return feed.atom1();
}

/**
 * Lists the kind and the days of an entry. The day of signing is no `published`: by that readers of
 * feeds sort, and what is told late would be hidden.
 */
function listCategories({ facts }: FeedEntry, siteUrl: string) {
  const days = [
    ['signedOn', '成文日期', facts.signedOn],
    ['publishedOn', '刊登日期', facts.publishedOn],
  ] as const;
  return [
    { term: facts.kind, scheme: `${siteUrl}/#kind`, name: facts.label },
    ...days.flatMap(([name, label, day]) =>
      day === undefined ? [] : [{ term: day, scheme: `${siteUrl}/#${name}`, name: `${label} ${day}` }],
    ),
  ];
}
