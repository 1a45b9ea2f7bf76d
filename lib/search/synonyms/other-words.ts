import type { OtherWords } from '@/lib/search/engine';
import type { SearchQuery } from '@/lib/search/query';
import { expandWord } from './expand';
import { listRelated } from './synonyms';

/** Lists other words for those of a query, each word that has some once. */
export function listOtherWords(query: SearchQuery): OtherWords[] {
  const open = [...query.words, ...query.title, ...query.agency].filter(({ isOpen }) => isOpen);
  const listed = open.map(({ typed: [word = ''], also }): OtherWords => {
    const possible = expandWord(word, { isOff: false, off: [] });
    return { word, also, left: possible.filter((other) => !also.includes(other)), related: [...listRelated(word)] };
  });
  const some = listed.filter(({ also, left, related }) => also.length + left.length + related.length > 0);
  return some.filter(({ word }, at) => some.findIndex((other) => other.word === word) === at);
}
