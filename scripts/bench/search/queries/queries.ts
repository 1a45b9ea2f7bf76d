import { searchRequest } from '@/lib/addresses/search-params';
import type { SearchRequest } from '@/lib/search/engine';
import { classes, type QueryClass, type QueryMaterial, type Typed } from './classes';
import { randomFrom, seedOf } from '../random';

/** A query of the bench, ready to be asked. */
export interface BenchQuery extends Typed {
  request: SearchRequest;
}

/** The queries of a class, round by round. */
export interface ClassQueries {
  queryClass: QueryClass;
  rounds: BenchQuery[][];
}

const attempts = 200;

/** Gives the first word other words. */
function withAlso(request: SearchRequest, also: string[]): SearchRequest {
  const [first, ...words] = request.query.words;
  if (!first || also.length === 0) return request;
  const others = also.filter((word) => !word.includes(first.typed[0]!));
  return { ...request, query: { ...request.query, words: [{ ...first, also: others }, ...words] } };
}

/**
 * Makes up the queries of all classes: `count` different ones for each round, and none twice, as
 * far as there are as many (of the hard pairs there are hardly a hundred).
 */
export function makeQueries(material: QueryMaterial, seed: number, rounds: number, count: number): ClassQueries[] {
  return classes.map((queryClass) => {
    const random = randomFrom(seedOf(seed, 'queries', queryClass.name));
    const asked = new Set<string>();
    const one = (at: number): BenchQuery => {
      for (let attempt = 0; ; attempt++) {
        const typed = queryClass.make(random, material, at);
        const { q, also = [], conditions = {}, sort = 'relevance', page = 1 } = typed;
        const name = JSON.stringify([q, also, conditions, sort, page]);
        if (asked.has(name) && attempt < attempts) continue;
        asked.add(name);
        return { ...typed, request: withAlso(searchRequest({ q, sort, page, ...conditions }), also) };
      }
    };
    return {
      queryClass,
      rounds: Array.from({ length: rounds }, () => Array.from({ length: count }, (_each, at) => one(at))),
    };
  });
}
