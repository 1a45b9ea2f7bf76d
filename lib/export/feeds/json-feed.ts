import type { z } from 'zod';
import { xmlText } from '@/lib/export/xml';
import { entryId, type Feed, type FeedSettings } from './feed';
import type { jsonFeedSchema } from './json-feed-schema';

/**
 * Prints a feed as JSON Feed 1.1 (jsonfeed.org). What the format has no name for stands under
 * `_gongbao`, as the format provides.
 */
export const printJsonFeed = (
  { title, addresses, page, updated, entries }: Feed,
  { siteUrl, siteName }: FeedSettings,
): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: xmlText(`${title} · ${siteName}`),
    home_page_url: siteUrl + page,
    feed_url: siteUrl + addresses.json,
    language: 'zh-Hans',
    authors: [{ name: siteName }],
    _gongbao: { updated: updated.toISOString() },
    items: entries.map(({ event, link, title: entryTitle, updated: at, author, summary, facts }) => ({
      id: entryId(event, siteUrl),
      url: siteUrl + link,
      title: xmlText(entryTitle),
      content_html: summary,
      date_published: at.toISOString(),
      authors: [{ name: xmlText(author) }],
      tags: [facts.label],
      _gongbao: facts,
    })),
  } satisfies z.infer<typeof jsonFeedSchema>);
