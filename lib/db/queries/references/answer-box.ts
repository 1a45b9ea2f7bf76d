import 'server-only';
import { changeFilter, isFromBox, type SearchFilter } from '@/lib/addresses/search-params';
import { addressOf, listDocuments, type ResolvedReference } from '@/lib/references/resolved';
import type { SearchAnswer } from '@/lib/search/engine';
import { isSearchTimeout } from '@/lib/search/errors';
import { resolveText } from './resolve-text';
import { searchAsMeant, searchAsTyped, type UnderstoodAnswer } from './understand-search';

/** An answer, and what the text refers to. */
type AnswerWithReferences = UnderstoodAnswer & { references: readonly ResolvedReference[] };
/** What a search page shows: another address, or an answer with what goes before its hits. */
export type BoxAnswer = { leads: string } | AnswerWithReferences;

/**
 * Answers the text of the search box.
 *
 * What means one document, section or page leads there; several are listed; a number that is not
 * held is shown with those who cite it; all else is words.
 * @param inside address of the municipality in whose pages the box stood
 */
export async function answerBox(filter: SearchFilter, inside?: string): Promise<BoxAnswer> {
  const meant = await answerMeant(filter, inside);
  const { references, answer } = meant;
  const [only, ...others] = references;
  if (!only || others.length > 0) return { ...meant, answer: others.length > 0 ? withoutNumber(answer) : answer };
  switch (only.kind) {
    case 'place':
    case 'page':
      return { leads: addressOf(only)! };
    case 'absent':
      return { ...meant, references: [] };
    case 'several':
      // The documents of one number are listed with it.
      return answer.number?.documents.length ? { ...meant, references: [] } : meant;
    case 'offered': {
      // What is the first hit anyway needs no offer.
      const [first] = answer.documents;
      const [best] = listDocuments(only);
      const isFirst =
        best?.slug === first?.document.slug && best?.municipality.slug === first?.document.municipality.slug;
      return isFirst ? { ...meant, references: [] } : meant;
    }
  }
}

/**
 * Finds what a text refers to, and searches for its words.
 *
 * For programs: without a redirect.
 * @param inside address of the municipality in whose pages it was typed
 */
export async function answerMeant(filter: SearchFilter, inside?: string): Promise<AnswerWithReferences> {
  const references = isFromBox(filter) ? await resolveInTime(filter.q, inside) : [];
  const [only, ...others] = references;
  // Who cites a number is found by its one spelling.
  const isNumber = only?.kind === 'absent' && others.length === 0;
  const asked = isNumber ? changeFilter(filter, { q: only.canonical }) : filter;
  // What is a reference is no question: only words are taken as a person means them.
  const isReference = references.length > 0 && (others.length > 0 || only!.kind !== 'offered');
  const found = isReference ? await searchAsTyped(asked) : await searchAsMeant(asked);
  return { ...found, references };
}

/** References that take too long to find are none; the search goes on. */
const resolveInTime = (text: string, inside: string | undefined): Promise<readonly ResolvedReference[]> =>
  resolveText(text, inside).catch((error: unknown) => {
    if (!isSearchTimeout(error)) throw error;
    return [];
  });

const withoutNumber = (answer: SearchAnswer): SearchAnswer => ({ ...answer, number: null });
