import type { Relation } from '@/lib/gazette/ast';

/** What a kind of event is about, and how it is called. */
interface EventKind {
  /** As a heading of a feed's entry. */
  words: string;
  /** Whether it is about an issue, a document, or a number that a document names. */
  about: 'issue' | 'document' | 'number';
  /**
   * The kind of event of an issue with which it is one entry, where both are told at once: an issue
   * of fifty documents does not flood a reader.
   */
  partOf?: string;
}

/** Every kind of event. A new one is a row here and a writer in lib/db/ingest/events. */
export const EVENT_KINDS = {
  issue: { words: '新收录公报', about: 'issue' },
  document: { words: '新收录文件', about: 'document', partOf: 'issue' },
  cited: { words: '被引用', about: 'number' },
  amended: { words: '被修改', about: 'number' },
  repealed: { words: '被废止', about: 'number' },
  extended: { words: '继续有效', about: 'number' },
  corrected: { words: '原文更正', about: 'document' },
  reread: { words: '整理更正', about: 'document' },
  moved: { words: '网址变更', about: 'document' },
  withdrawn: { words: '撤下', about: 'document', partOf: 'issueWithdrawn' },
  issueWithdrawn: { words: '撤下公报', about: 'issue' },
} as const satisfies Record<string, EventKind>;

/** The kind of an event. */
export type EventKindName = keyof typeof EVENT_KINDS;

/** Tests for the name of a kind; rows of a later release may have others. */
export const isEventKind = (kind: string): kind is EventKindName => Object.hasOwn(EVENT_KINDS, kind);

/** The kind of event that a citation makes, by its relation. Complete by type. */
export const REFERENCE_KINDS: Record<Relation, EventKindName> = {
  repeals: 'repealed',
  amends: 'amended',
  extends: 'extended',
  // Whoever follows a number asks who builds on it; why they do, the sentence says.
  implements: 'cited',
  cites: 'cited',
};

/** Gives the kind of issue's event with which one is one entry; null for none. */
export function wholeOf(kind: EventKindName): EventKindName | null {
  const row: EventKind = EVENT_KINDS[kind];
  return (row.partOf as EventKindName | undefined) ?? null;
}
