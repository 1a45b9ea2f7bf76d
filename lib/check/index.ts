/**
 * The check of a draft: its references, what has to be looked up for them, and the findings. Pure;
 * lib/db/queries/numbers/check.ts looks things up.
 */

export { readDraft } from './draft';
export type { DraftReference } from './draft';
export { listLookUps, REFERENCES_LIMIT } from './look-ups';
export type { CitedNumber, HeldDocument, LookUpResults } from './look-ups';
export { checkReference } from './check-reference';
export { DRAFT_LIMIT } from './state';
export type { CheckState } from './state';
