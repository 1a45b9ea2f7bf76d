import type { CheckReport } from './report';

/** Characters of a draft, at most. */
export const DRAFT_LIMIT = 50_000;

/**
 * What the page of the checker shows. It travels with the form, so that a page without script keeps
 * the draft.
 */
export type CheckState =
  | { kind: 'start'; draft: '' }
  /** Nothing was pasted. */
  | { kind: 'empty'; draft: string }
  /** More than DRAFT_LIMIT characters. */
  | { kind: 'tooLong'; draft: string }
  /** The database or the network did not answer. */
  | { kind: 'failed'; draft: string }
  | { kind: 'checked'; draft: string; report: CheckReport };

/** The state before anything was pasted. */
export const startState: CheckState = { kind: 'start', draft: '' };

/** Name of the form's field with the draft. */
export const DRAFT_FIELD = 'draft';
