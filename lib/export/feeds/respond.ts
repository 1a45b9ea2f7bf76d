import type { FeedFormat } from '@/lib/addresses/urls';
import { FEED_TYPES, respondWithText } from '@/lib/export/site/text-response';
import { printAtom } from './atom';
import type { Feed, FeedSettings } from './feed';
import { printJsonFeed } from './json-feed';

const WRITERS: Record<FeedFormat, (feed: Feed, settings: FeedSettings) => string> = {
  atom: printAtom,
  json: printJsonFeed,
};

/** Prints a feed in a format. */
export const printFeed = (format: FeedFormat, feed: Feed, settings: FeedSettings): string =>
  WRITERS[format](feed, settings);

/**
 * Answers with a feed; 404 and 503 have a sentence.
 * @param make gives null where the address follows nothing
 */
export const respondWithFeed = (
  format: FeedFormat,
  settings: FeedSettings,
  make: (settings: FeedSettings) => Promise<Feed | null>,
): Promise<Response> =>
  respondWithText(FEED_TYPES[format], async () => {
    const feed = await make(settings);
    return feed && printFeed(format, feed, settings);
  });
