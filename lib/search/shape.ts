import type { SearchAnswer, SearchRequest } from './engine';
import { hasWords, listTyped } from './query';

/** A search without its words: what operators may know of it. */
export interface SearchShape {
  /**
   * number: a 文号. phrase: words in quotation marks. word, words: one, or several. fields: 标题: 机关:
   * 年: 文号: alone. conditions: filters alone.
   */
  kind: 'number' | 'phrase' | 'word' | 'words' | 'fields' | 'conditions' | 'nothing';
  /** How long each word is, in characters. */
  words: number[];
  excluded: number;
  /** The names of conditions and fields that were used. */
  filters: string[];
  sort: SearchRequest['sort'];
  page: number;
}

const QUOTES = /["“”„‟＂«»『』「」‘’]|(?<=^|\s)'[^']+'(?=$|\s)/;
/** Fields of a query that limit it. */
const FIELDS = ['title', 'agency', 'docNumber', 'years'] as const;

/** Gives the shape of a search. */
export function shapeOf({ query, conditions, sort, page }: SearchRequest): SearchShape {
  const fields = FIELDS.filter((name) => (Array.isArray(query[name]) ? query[name].length > 0 : query[name] !== null));
  return {
    kind: kindOf(query, Object.keys(conditions).length > 0),
    words: listTyped(query.words).map((word) => [...word].length),
    excluded: query.excluded.length,
    filters: [...new Set<string>([...Object.keys(conditions), ...fields])],
    ...{ sort, page },
  };
}

function kindOf(query: SearchRequest['query'], isLimited: boolean): SearchShape['kind'] {
  if (query.number) return 'number';
  if (query.words.length > 0 && QUOTES.test(query.q)) return 'phrase';
  if (query.words.length > 0) return query.words.length === 1 ? 'word' : 'words';
  if (hasWords(query)) return 'fields';
  return isLimited ? 'conditions' : 'nothing';
}

/** How a search ended. */
type SearchOutcome = 'found' | 'scattered' | 'citations' | 'none' | 'timeout' | 'failed';

/** Says how a search ended; null is one that threw. */
export function outcomeOf(answer: Pick<SearchAnswer, 'by' | 'timedOut' | 'total' | 'number'> | null): SearchOutcome {
  if (answer === null) return 'failed';
  if (answer.timedOut) return 'timeout';
  if (answer.total.documents === 0 && (answer.number?.documents.length ?? 0) === 0) return 'none';
  return answer.by === 'words' ? 'found' : answer.by;
}

/** Says how a search for arrivals ended; null is one that threw. */
export const outcomeOfArrivals = (arrivals: readonly unknown[] | null): SearchOutcome =>
  arrivals === null ? 'failed' : arrivals.length === 0 ? 'none' : 'found';
