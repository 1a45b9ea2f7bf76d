import 'server-only';
import { changeFilter, searchRequest, type SearchFilter } from '@/lib/addresses/search-params';
import { withDefinedWords } from '@/lib/db/search/results/defined-words';
import type * as ast from '@/lib/gazette/ast';
import { isMarked } from '@/lib/references/simpler-words';
import { listMeantInside } from '@/lib/references/words-inside';
import type { OtherWords } from '@/lib/search/engine';
import { markDocument, type DocumentMarks } from '@/lib/search/marks/marks';
import type { SearchQuery } from '@/lib/search/query';
import { listOtherWords } from '@/lib/search/synonyms/other-words';
import { shortName } from './context';

/** A search inside one document. */
export interface InsideSearch {
  /** As typed. */
  typed: SearchFilter;
  /** As it was taken: other words, where the document does not have those typed. */
  taken: SearchFilter;
  query: SearchQuery;
  found: DocumentMarks;
  others: readonly OtherWords[];
}

interface Inside {
  tree: ast.Document;
  municipality: { name: string };
}

/**
 * Searches inside one document as the search of all documents does.
 *
 * With other words for the same unless they are taken off, and words that stand nowhere as they
 * are meant.
 * @returns null where nothing was typed
 */
export async function searchInside({ tree, municipality }: Inside, typed: SearchFilter): Promise<InsideSearch | null> {
  if (typed.q === '') return null;
  const asTyped = await find(tree, typed, typed);
  if (hasHits(asTyped) || asTyped.query.number !== null || isMarked(typed.q)) return asTyped;
  const { name } = municipality;
  for (const q of listMeantInside(typed.q, tree, [name, shortName(name)])) {
    const meant = await find(tree, typed, changeFilter(typed, { q }));
    // Words that we have parted say nothing one by one.
    if (hasHits(meant) && !meant.found.scattered) return meant;
  }
  return asTyped;
}

async function find(tree: ast.Document, typed: SearchFilter, taken: SearchFilter): Promise<InsideSearch> {
  const { request, defined } = await withDefinedWords(searchRequest(taken));
  const { query } = request;
  return { typed, taken, query, found: markDocument(tree, query), others: listOtherWords(query, defined) };
}

const hasHits = ({ found: { addresses, titleFound } }: InsideSearch): boolean => addresses.size > 0 || titleFound;
