import type { FollowedEntry } from '@/lib/db/queries/feeds/entries';
import type { FollowedDocument, FollowedEvent } from '@/lib/db/queries/feeds/event-rows';

// Events made by hand, for tests of what prints them. Everything is invented.

/** Makes a document. */
export const followedDocument = (given: Partial<FollowedDocument> = {}): FollowedDocument => ({
  slug: 'shizhengfa-2024-1',
  title: '示例市人民政府关于办好社区食堂的意见',
  docNumber: '示政发〔2024〕1号',
  agency: '示例市人民政府',
  signedOn: new Date('2024-03-05'),
  isHeld: true,
  end: null,
  ...given,
});

/** Makes an event: by default the arrival of a standalone document. */
export const followedEvent = (given: Partial<FollowedEvent> = {}): FollowedEvent => ({
  id: '7',
  at: new Date('2026-09-30T02:00:00Z'),
  kind: 'document',
  municipality: { slug: 'shili', name: '示例市' },
  title: '示例市人民政府关于办好社区食堂的意见',
  reason: null,
  partOf: null,
  changeId: null,
  aboutNumber: null,
  document: followedDocument(),
  issue: null,
  change: null,
  reference: null,
  ...given,
});

/** Makes an entry. */
export const followedEntry = (
  given: Partial<FollowedEvent> = {},
  parts: readonly FollowedEvent[] = [],
): FollowedEntry => ({ ...followedEvent(given), parts: [...parts], partCount: parts.length });

/** Makes the event of an issue. */
export const followedIssue = (given: Partial<FollowedEvent> = {}): Partial<FollowedEvent> => ({
  id: '3',
  kind: 'issue',
  title: '示例市人民政府公报2026年第9号',
  document: null,
  issue: {
    year: 2026,
    number: 9,
    lastNumber: null,
    totalNumber: 109,
    publishedOn: new Date('2026-09-30'),
    publisher: null,
  },
  ...given,
});
