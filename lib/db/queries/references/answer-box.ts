import 'server-only';
import { changeFilter, isFromBox, type SearchFilter } from '@/lib/addresses/search-params';
import { addressOf, listDocuments, type ResolvedReference } from '@/lib/references/resolved';
import { resolveText } from './resolve-text';
import { searchAsMeant, type UnderstoodAnswer } from './understand-search';

/** What a search page shows: another address, or an answer with what goes before its hits. */
export type BoxAnswer = { leads: string } | (UnderstoodAnswer & { references: readonly ResolvedReference[] });

/**
 * Answers the text of the search box.
 *
 * What means one document, section or page leads there; several are listed; a number that is not
 * held is shown with those who cite it; all else is words.
 * @param inside address of the municipality in whose pages the box stood
 */
export async function answerBox(filter: SearchFilter, inside?: string): Promise<BoxAnswer> {
  if (!isFromBox(filter)) return { ...(await searchAsMeant(filter)), references: [] };
  const references = await resolveText(filter.q, inside);
  const [only, ...others] = references;
  if (!only) return { ...(await searchAsMeant(filter)), references };
  if (others.length > 0 || only.kind === 'several') return { ...(await searchWords(filter)), references };
  if (only.kind === 'absent') return { ...(await searchAsMeant(changeFilter(filter, { q: only.canonical }))), references: [] };
  if (only.kind === 'offered') {
    const words = await searchAsMeant(filter);
    // What is the first hit anyway needs no offer.
    const first = words.answer.documents[0]?.document;
    const isFirst = (slug: string, municipality: string) => first?.slug === slug && first.municipality.slug === municipality;
    const [best] = listDocuments(only);
    return { ...words, references: best && isFirst(best.slug, best.municipality.slug) ? [] : references };
  }
  return { leads: addressOf(only)! };
}

/** The hits below a choice; the number of the text is in the choice itself. */
async function searchWords(filter: SearchFilter): Promise<UnderstoodAnswer> {
  const { answer, ...rest } = await searchAsMeant(filter);
  return { ...rest, answer: { ...answer, number: null } };
}
