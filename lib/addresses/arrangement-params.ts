import { z } from 'zod';
import { optional, type RawSearchParams } from './search-params';

/** How the rows of a table on its own page are arranged. */
export interface Arrangement {
  /** Only rows that have these words; empty for all. */
  words: string;
  /** By which column, from 0; null for the order of print. */
  column: number | null;
  isDescending: boolean;
}

const paramsSchema = z.object({
  row: optional(z.string().trim().min(1).max(100)),
  by: optional(z.string().regex(/^-?[1-9]\d?$/)),
});

/**
 * Reads how the rows of a table are to be arranged: `?row=溪湖` those with a word, `?by=3` in the
 * order of the third column, `?by=-3` the greatest first. A bad value falls back to none.
 */
export function parseArrangement(asked: RawSearchParams): Arrangement {
  const { row = '', by } = paramsSchema.parse({ row: asked.row, by: asked.by });
  const column = by === undefined ? null : Math.abs(Number(by)) - 1;
  return { words: row, column, isDescending: by?.startsWith('-') ?? false };
}

/** Prints the query string of an arrangement, `?` included, or nothing. */
export function arrangementParameters({ words, column, isDescending }: Arrangement): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('row', words);
  if (column !== null) parameters.set('by', `${isDescending ? '-' : ''}${column + 1}`);
  return parameters.size === 0 ? '' : `?${parameters}`;
}
