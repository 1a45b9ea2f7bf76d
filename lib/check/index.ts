import { readLocatorPath } from '@/lib/gazette';
import type { DraftReference } from './draft';

/**
 * The checker's door: what a draft refers to, what has to be looked up for it, and what there is to
 * say. Pure.
 */

/** Different references that are looked up, at most. */
export const REFERENCES_LIMIT = 1000;

/** What has to be looked up. */
export interface LookUps {
  docNumbers: NonNullable<DraftReference['docNumber']>[];
  /** Further numbers, of ranges: only whether they are held. */
  rangeNumbers: string[];
  titleKeys: string[];
  /** Ways to sections below their parts. */
  paths: string[];
}

/** Takes the references of a draft; gives what has to be looked up for them, each thing once. */
export function listLookUps(references: readonly DraftReference[]): LookUps {
  const numbers = new Map(references.flatMap(({ docNumber }) => (docNumber ? [[docNumber.canonical, docNumber]] : [])));
  const ways = references.flatMap(({ locator }) => (locator === undefined ? [] : (readLocatorPath(locator) ?? [])));
  return {
    docNumbers: [...numbers.values()],
    rangeNumbers: [...new Set(references.flatMap(({ range }) => range))],
    titleKeys: [...new Set(references.map(({ titleKey }) => titleKey).filter((key) => key !== ''))],
    paths: [...new Set(ways.flatMap(({ paths }) => paths[0]!).filter((path) => path !== ''))],
  };
}

export { readDraft } from './draft';
export type { DraftReference } from './draft';
export { checkReferences } from './check-references';
export type { CitedNumber, HeldDocument, Known } from './check-references';
export { DRAFT_FIELD, DRAFT_LIMIT } from './state';
export type { CheckState } from './state';
