import { Prisma } from '@/lib/db/generated/client';
import { runStatement } from '@/lib/db/search/sql/pool';
import type { FindWords } from '@/lib/db/search/sources/source';
import { wordSource } from '@/lib/db/search/sources/word-source';
import { log } from '@/lib/logging/log';
import { meters } from '@/lib/metrics/meters';
import { readEnvironment } from '@/lib/settings/env';
import { IndexUnavailable, isIndexUnavailable } from './client';
import { ownSpelling } from './definition';
import { indexSource } from './index-source';
import type { LiveIndex } from './search-index';

/**
 * Answers a search with what finds words: the index where OPENSEARCH_URL names one, else
 * PostgreSQL. Where the index is away, PostgreSQL answers the whole anew, unless SEARCH_FALLBACK
 * says otherwise.
 * @throws IndexUnavailable where the index is away and nothing takes its place
 */
export async function withIndex<Result>(work: (find: FindWords) => Promise<Result>): Promise<Result> {
  const nodes = readEnvironment().openSearch;
  if (nodes.length === 0) return work(wordSource);
  try {
    return await work(findIn(nodes));
  } catch (error) {
    fallBack(error);
    return work(wordSource);
  }
}

/** The same for an answer in pieces: PostgreSQL takes over only before the first one. */
export async function* streamWithIndex<Piece>(
  work: (find: FindWords) => AsyncGenerator<Piece, void, void>,
): AsyncGenerator<Piece, void, void> {
  const nodes = readEnvironment().openSearch;
  if (nodes.length === 0) return yield* work(wordSource);
  let isBegun = false;
  try {
    for await (const piece of work(findIn(nodes))) {
      isBegun = true;
      yield piece;
    }
  } catch (error) {
    if (isBegun) throw error;
    fallBack(error);
    yield* work(wordSource);
  }
}

/**
 * Lets PostgreSQL take over, or not.
 * @throws the error where it is not of the index, or nothing takes its place
 */
function fallBack(error: unknown): void {
  if (!isIndexUnavailable(error)) throw error;
  const { searchFallback } = readEnvironment();
  meters()?.count('gongbao_index_failures_total', { fallback: searchFallback });
  log('index away', {}, error);
  if (searchFallback === 'none') throw error;
}

/** Which index it is is read once, by the first who looks for words. */
function findIn(nodes: readonly string[]): FindWords {
  let index: Promise<LiveIndex> | undefined;
  return (query, scope) => indexSource(() => (index ??= readLiveIndex(nodes)), query, scope);
}

/**
 * Reads which index this database has. The row arrives with the data of which it speaks, at a
 * standby too, and is gone where the database is another one.
 */
async function readLiveIndex(nodes: readonly string[]): Promise<LiveIndex> {
  const [row] = await runStatement<{ name: string }>(
    Prisma.sql`SELECT "name" FROM "SearchIndex" WHERE "isLive" AND "spelling" = ${ownSpelling}`,
  );
  if (!row) throw new IndexUnavailable('There is no index of this database: npm run index -- --rebuild makes one.');
  return { nodes, name: row.name };
}
