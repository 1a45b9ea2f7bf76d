import type { z } from 'zod';
import type { FeedFormat } from '@/lib/addresses/urls';
import type { entryFactsSchema } from './json-feed-schema';

/** What a feed needs to know of the portal. */
export interface FeedSettings {
  /** Public origin without a slash at the end. */
  siteUrl: string;
  siteName: string;
}

/** A feed, in whatever format it is written. Addresses are below the origin. */
export interface Feed {
  title: string;
  /** Its own address in each format. */
  addresses: Record<FeedFormat, string>;
  /** The page that it follows. */
  page: string;
  /** Instant of its newest entry; without one, when the portal told its first event. */
  updated: Date;
  /** The last told first. */
  entries: readonly FeedEntry[];
}

/** An entry of a feed: one event. */
export interface FeedEntry {
  /** Of the event; never that of another one. */
  event: string;
  /** Address below the origin. */
  link: string;
  /** Plain text. */
  title: string;
  /** When the portal told it. */
  updated: Date;
  author: string;
  /** HTML with absolute links. */
  summary: string;
  facts: EntryFacts;
}

/** What a program may want to know of an entry. */
export type EntryFacts = z.infer<typeof entryFactsSchema>;

/**
 * Makes the id of an entry, for ever: that of its event. It is no address, because a document may
 * get another one, and because two events of one document are two entries (RFC 4151, RFC 4287).
 */
export const entryId = (event: string, siteUrl: string): string =>
  `tag:${new URL(siteUrl).hostname},2026:event-${event}`;
