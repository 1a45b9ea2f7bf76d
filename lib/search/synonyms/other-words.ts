import type { OtherWords } from '@/lib/search/engine';
import type { QueryWord, SearchQuery } from '@/lib/search/query';
import { expandWord, type DefinedWords } from './expand';
import { listRelated } from './synonyms';

/** Adds what the corpus defines to the words of a query that may have others. */
export function addDefined(query: SearchQuery, defined: DefinedWords): SearchQuery {
  const add = (word: QueryWord): QueryWord =>
    word.isOpen ? { ...word, also: expandWord(word.typed[0]!, query.expansion, defined) } : word;
  return { ...query, words: query.words.map(add), title: query.title.map(add), agency: query.agency.map(add) };
}

/** Lists the words of a query that may have others. */
export const listOpen = ({ words, title, agency }: SearchQuery): QueryWord[] =>
  [...words, ...title, ...agency].filter(({ isOpen }) => isOpen);

/** Lists other words for those of a query, each word that has some once. */
export function listOtherWords(query: SearchQuery, defined: DefinedWords): OtherWords[] {
  const open = listOpen(query);
  const listed = open.map(({ typed: [word = ''], also }): OtherWords => {
    const possible = expandWord(word, { isOff: false, off: [] }, defined);
    return { word, also, left: possible.filter((other) => !also.includes(other)), related: [...listRelated(word)] };
  });
  const some = listed.filter(({ also, left, related }) => also.length + left.length + related.length > 0);
  return some.filter(({ word }, at) => some.findIndex((other) => other.word === word) === at);
}
