import type { TypedNumber } from '@/lib/gazette';
import type { HitDocument, Suggestion } from '@/lib/search/engine';
import { normalise, type Range } from '@/lib/search/text/normalise';
import { listTyped, parseQuery } from '@/lib/search/query';
import { markWords } from '@/lib/search/marks/snippet';
import { expandWord } from '@/lib/search/synonyms/expand';
import { searchUrl } from '@/lib/addresses/search-params';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { readHeldScheme } from '@/lib/db/search/planner/held-scheme';
import { loadHitDocuments } from '@/lib/db/search/results/hit-documents';
import { listMeant } from './suggest-meant';
import { suggestNumbers } from './suggest-numbers';
import {
  suggestHeadings,
  suggestTerms,
  suggestTitles,
  type SuggestedHeading,
  type SuggestedTerm,
} from './suggest-words';

/** Lines of the list. */
const SUGGESTIONS_LIMIT = 8;
// Lines of a kind, while there are others.
const TERMS_LIMIT = 3;
const TITLES_LIMIT = 4;
const HEADINGS_LIMIT = 2;
const AGENCIES_LIMIT = 2;
/** Characters for which something is suggested; a longer text is copied from a document. */
const TYPED_LIMIT = 100;

/**
 * Suggests what the reader may be typing, the likeliest first; see SearchEngine.suggest.
 *
 * It is documents by number, frequent terms, agencies, documents by title, headings.
 * @param typed any text of the search box
 */
export async function suggest(typed: string): Promise<Suggestion[]> {
  const text = typed
    .slice(0, TYPED_LIMIT * 10)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  const beginning = normalise(text);
  if (beginning === '' || [...text].length > TYPED_LIMIT) return [];
  const query = parseQuery(text);
  const words = listTyped([...query.words, ...query.title]);
  const scheme = readHeldScheme();
  const [numbers, titles, headings, terms] = await Promise.all([
    suggestNumbers(text, SUGGESTIONS_LIMIT),
    scheme.then((held) => suggestTitles(words, SUGGESTIONS_LIMIT, held)),
    scheme.then((held) => suggestHeadings(words, SUGGESTIONS_LIMIT, held)),
    suggestTerms(beginning, SUGGESTIONS_LIMIT),
  ]);
  const ids = [...numbers.matching, ...numbers.near, ...titles, ...headings.map(({ documentId }) => documentId)];
  const documents = await loadHitDocuments([...new Set(ids)]);
  const load = <Result>(some: number[], show: (document: HitDocument) => Result): Result[] =>
    some.flatMap((id) => documents.get(id) ?? []).map(show);

  const byNumber = (some: number[]) => load(some, (document) => numberLine(document, numbers.typed, text));
  const lists = [
    { lines: byNumber(numbers.matching), limit: SUGGESTIONS_LIMIT },
    { lines: numbers.typed ? byNumber(numbers.near) : [], limit: SUGGESTIONS_LIMIT },
    { lines: termLines(terms, 'term', beginning), limit: TERMS_LIMIT },
    { lines: termLines(terms, 'agency', beginning), limit: AGENCIES_LIMIT },
    { lines: load(titles, (document) => titleLine(document, words)), limit: TITLES_LIMIT },
    { lines: headings.flatMap((heading) => headingLine(heading, documents, words)), limit: HEADINGS_LIMIT },
  ];
  const chosen = choose(lists);
  return chosen.length > 0 ? chosen : suggestMeant(text, scheme);
}

/** Suggests words for pinyin and misspelt text that nothing has, and the titles that have them. */
async function suggestMeant(text: string, scheme: ReturnType<typeof readHeldScheme>): Promise<Suggestion[]> {
  const meant = await listMeant(text);
  const held = await scheme;
  const found = await Promise.all(
    meant.map(async ({ word, isHeld }) => {
      // A word that titles have needs no other one here: its search finds both.
      const spellings = isHeld ? [word] : [word, ...expandWord(word, { isOff: false, off: [] })];
      const ids = await Promise.all(spellings.map(async (each) => suggestTitles([each], TITLES_LIMIT, held)));
      return { word, isHeld, spellings, ids: [...new Set(ids.flat())] };
    }),
  );
  const documents = await loadHitDocuments(found.flatMap(({ ids }) => ids));
  const some = found.filter(({ ids, isHeld }) => isHeld || ids.length > 0);
  return choose([
    { lines: some.map(({ word }) => termLine(word, 'term', [])), limit: TERMS_LIMIT },
    ...some.map(({ spellings, ids }) => ({
      lines: ids.flatMap((id) => documents.get(id) ?? []).map((document) => titleLine(document, spellings)),
      limit: TITLES_LIMIT,
    })),
  ]);
}

/**
 * Chooses lines: some of each list in turn, then others until there are enough; no address and no
 * text twice.
 */
function choose(lists: { lines: Suggestion[]; limit: number }[]): Suggestion[] {
  const kept = new Set(lists.flatMap(({ lines, limit }) => lines.slice(0, limit)).slice(0, SUGGESTIONS_LIMIT));
  for (const { lines } of lists) for (const line of lines) if (kept.size < SUGGESTIONS_LIMIT) kept.add(line);
  const seen = new Set<string>();
  return lists
    .flatMap(({ lines }) => lines.filter((line) => kept.has(line)))
    .filter(({ href, kind, text }) => {
      const names = kind === 'document' ? [href] : [href, text];
      if (names.some((name) => seen.has(name))) return false;
      names.forEach((name) => seen.add(name));
      return true;
    });
}

function numberLine(document: HitDocument, typed: TypedNumber | null, text: string): Suggestion {
  const number = document.docNumber ?? document.title;
  const parts = typed ? [typed.agencyCode, typed.year, typed.serial] : [text];
  return {
    kind: 'document',
    text: number,
    detail: detailOf(document.docNumber === null ? null : document.title, document.municipality.name),
    href: documentUrl(document.municipality.slug, document.slug),
    marks: markWords(
      number,
      parts.flatMap((part) => (part === undefined ? [] : normalise(String(part)))),
    ),
  };
}

function titleLine(document: HitDocument, words: string[]): Suggestion {
  return {
    kind: 'document',
    text: document.title,
    detail: detailOf(document.docNumber ?? document.agency, document.municipality.name),
    href: documentUrl(document.municipality.slug, document.slug),
    marks: markWords(document.title, words),
  };
}

/** Adds the municipality to words that do not name it. */
const detailOf = (words: string | null, municipality: string): string =>
  words === null ? municipality : words.includes(municipality.slice(0, 2)) ? words : `${words} · ${municipality}`;

function termLines(terms: SuggestedTerm[], kind: SuggestedTerm['kind'], beginning: string): Suggestion[] {
  return terms
    .filter((one) => one.kind === kind && (kind === 'agency' || normalise(one.term) !== beginning))
    .map(({ term }) => termLine(term, kind, marksOf(term, beginning)));
}

const termLine = (term: string, kind: SuggestedTerm['kind'], marks: Range[]): Suggestion => ({
  kind,
  text: term,
  detail: null,
  href: searchUrl({ q: kind === 'agency' ? `机关:${term}` : term }),
  marks,
});

const marksOf = (text: string, words: string): Range[] => markWords(text, [words]).slice(0, 1);

function headingLine(
  { heading, documentId, address, documents }: SuggestedHeading,
  known: Map<number, HitDocument>,
  words: string[],
): Suggestion[] {
  const document = known.get(documentId);
  if (!document) return [];
  const one = documents === 1;
  return [
    {
      kind: 'heading',
      text: heading,
      // The documents are counted only among those read: no figure.
      detail: one ? document.title : null,
      href: one
        ? sectionPlaceUrl(document.municipality.slug, document.slug, address)
        : searchUrl({ q: `"${heading.replace(/["“”]/g, ' ')}"` }),
      marks: markWords(heading, words),
    },
  ];
}
