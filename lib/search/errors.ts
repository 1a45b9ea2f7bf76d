/**
 * How a search fails, as every engine says it (engine.ts).
 *
 * The guards look for a mark under a registered symbol and not for the class: a build may put this
 * module into several bundles of one process, each with classes of its own, and an error may pass
 * from one to another by a promise that both wait for.
 */
const FAILURE = Symbol.for('gongbao.search.failure');

/**
 * The digest of an error that says only that the database is away. Next writes it into the page of
 * status 500 that takes the place of one whose making failed.
 */
export const UNAVAILABLE_DIGEST = 'gongbao-unavailable';

/** A search that was given up because it took too long. */
export class SearchTimeout extends Error {
  override name = 'SearchTimeout';
  readonly [FAILURE] = 'timeout';
}

/** A search that could not be made: the database or the index is away, or refuses. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
  /** What is away. Without the index no words are found; numbers, documents and lists are. */
  readonly away: 'database' | 'index' = 'database';
  readonly digest = UNAVAILABLE_DIGEST;
  readonly [FAILURE] = 'unavailable';
}

/** Whether a search was given up because it took too long. */
export const isSearchTimeout = (error: unknown): error is SearchTimeout => failureOf(error) === 'timeout';

/** Whether the search could not be made, whatever was asked. */
export const isSearchUnavailable = (error: unknown): error is SearchUnavailable => failureOf(error) === 'unavailable';

const failureOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && FAILURE in error ? error[FAILURE] : undefined;
