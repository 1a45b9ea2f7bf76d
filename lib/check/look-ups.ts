import { readLocatorPath, withoutParagraphs, type LocatorPath } from '@/lib/gazette';
import type { Validity } from '@/lib/validity/validity';
import type { DraftReference } from './draft';
import type { NearNumber } from './report';

/** Different references of a draft that are looked up, at most. */
export const REFERENCES_LIMIT = 1000;

/** What has to be looked up for a draft, each once. */
export interface LookUps {
  docNumbers: NonNullable<DraftReference['docNumber']>[];
  /** Further numbers of ranges, canonical: only whether they are held. */
  rangeNumbers: string[];
  titleKeys: string[];
  /** Paths of sections below their parts. */
  paths: string[];
}

/** Lists what has to be looked up for the references of a draft. */
export function listLookUps(references: readonly DraftReference[]): LookUps {
  const numbers = new Map(references.flatMap(({ docNumber }) => (docNumber ? [[docNumber.canonical, docNumber]] : [])));
  const paths = references.flatMap(({ locator }) => (locator === undefined ? [] : (sectionPathOf(locator) ?? [])));
  return {
    docNumbers: [...numbers.values()],
    rangeNumbers: [...new Set(references.flatMap(({ range }) => range))],
    titleKeys: [...new Set(references.map(({ titleKey }) => titleKey).filter((key) => key !== ''))],
    paths: [...new Set(paths.flatMap((locator) => locator.paths[0]!).filter((path) => path !== ''))],
  };
}

/** The way that a locator names down to the article: 款 are not looked up. */
export function sectionPathOf(locator: string): LocatorPath | null {
  const path = readLocatorPath(locator);
  return path && withoutParagraphs(path);
}

/** A held document, with what a reference is compared with. */
export interface HeldDocument {
  id: number;
  slug: string;
  title: string;
  titleKey: string;
  issuedTitleKey: string | null;
  docNumber: string | null;
  agency: string | null;
  signedOn: Date | null;
  municipality: { slug: string; name: string; sample: boolean };
  /** Keys of the titles of its parts: texts that it prints. */
  partTitleKeys: string[];
  /** Addresses of its sections that the draft may mean. */
  addresses: string[];
}

/** What is known of a number that no held document has. */
export interface CitedNumber {
  /** Documents that cite it. */
  documents: number;
  /** Titles that they give it, the most frequent first, at most some. */
  titles: string[];
}

/** Everything that was looked up for the references of a draft. */
export interface LookUpResults {
  /** Held documents by canonical number. */
  byNumber: ReadonlyMap<string, HeldDocument[]>;
  /** Held documents by the key of their title, or of the title that they issue. */
  byTitle: ReadonlyMap<string, HeldDocument[]>;
  /** Numbers that are not held but cited. */
  cited: ReadonlyMap<string, CitedNumber>;
  /** Numbers one slip away from a number that is not held. */
  near: ReadonlyMap<string, NearNumber[]>;
  /** What became of clauses, in one line each, by id of the held document. */
  clauseStates: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** By id of the held document. */
  validities: ReadonlyMap<number, Validity>;
  /** By number, of numbers that are not held. */
  numberValidities: ReadonlyMap<string, Validity>;
}
