import type { QueryWord, SearchQuery } from '@/lib/search/query';
import { alternativesOf } from '@/lib/search/query';

/** A query in the language of OpenSearch. */
export type IndexQuery = Record<string, unknown>;

/** A field of words. */
type WordField = 'text' | 'heading' | 'title' | 'agencyWords';

/** The query that a field has a word as an exact part. */
const hasOne = (field: WordField, word: string): IndexQuery =>
  [...word].length === 1
    ? { term: { [`${field}.one`]: { value: word } } }
    : { match_phrase: { [field]: { query: word, slop: 0 } } };

/** The query that a field has any of the words. */
export const hasAnyOf = (field: WordField, words: readonly string[]): IndexQuery =>
  words.length === 1
    ? hasOne(field, words[0]!)
    : { bool: { should: words.map((word) => hasOne(field, word)), minimum_should_match: 1 } };

/** The queries that a field has one alternative of each word. */
export const hasAllOf = (field: WordField, words: readonly (readonly string[])[]): IndexQuery[] =>
  words.map((alternatives) => hasAnyOf(field, alternatives));

/** Joins queries of which all have to hold. */
const allOf = (queries: readonly IndexQuery[], name?: string): IndexQuery => ({
  bool: { filter: queries, ...(name !== undefined && { _name: name }) },
});

/** What is looked for, and how it was typed. */
export interface AskedWords {
  /** One alternative of each. */
  words: string[][];
  /** The alternatives that were typed; null where all were. */
  typed: string[][] | null;
  excluded: string[];
  /** Whether only sections count that have not the words as they were typed. */
  lacksTyped: boolean;
}

/** The words of a query, as its sections are asked for them. */
export const askedWords = ({ words, excluded }: Pick<SearchQuery, 'words' | 'excluded'>): AskedWords => ({
  words: words.map(alternativesOf),
  typed: typedOf(words),
  excluded,
  lacksTyped: false,
});

/** Gives the alternatives that were typed; null where there are no others. */
export const typedOf = (words: readonly QueryWord[]): string[][] | null =>
  words.some(({ also }) => also.length > 0) ? words.map(({ typed }) => typed) : null;

/** Names under which the answer says of a hit what else is so. */
export const IN_HEADING = 'heading';
export const AS_TYPED = 'typed';

/** The query for sections; what is asked of a hit besides is no condition. */
export function sectionsQuery(
  { words, typed, excluded, lacksTyped }: AskedWords,
  target: 'text' | 'heading',
  scope: { filter: readonly IndexQuery[]; mustNot: readonly IndexQuery[] },
): IndexQuery {
  const asked = typed ? hasAllOf('text', typed) : [];
  return {
    bool: {
      filter: [{ term: { unit: 'section' } }, ...hasAllOf(target, words), ...scope.filter],
      must_not: [
        ...excluded.map((word) => hasAnyOf('text', [word])),
        ...scope.mustNot,
        ...(lacksTyped && typed ? [allOf(asked)] : []),
      ],
      should: [
        ...(target === 'text' ? [allOf(hasAllOf('heading', words), IN_HEADING)] : []),
        ...(typed && !lacksTyped ? [allOf(asked, AS_TYPED)] : []),
      ],
    },
  };
}

/** The query for titles; without words, for the documents of the scope. */
export function titlesQuery(
  { words, typed, excluded }: AskedWords,
  scope: { filter: readonly IndexQuery[]; mustNot: readonly IndexQuery[] },
): IndexQuery {
  return {
    bool: {
      filter: [{ term: { unit: 'title' } }, ...hasAllOf('text', words), ...scope.filter],
      must_not: [...excluded.map((word) => hasAnyOf('text', [word])), ...scope.mustNot],
      should: typed ? [allOf(hasAllOf('text', typed), AS_TYPED)] : [],
    },
  };
}
