import type { Line } from '../line';
import type { EntryIndex } from './entry-index';
import type { Head } from './head';

/** What reading a head needs to know: text, contents, and the heads found so far. */
export interface HeadContext {
  lines: readonly Line[];
  entries: EntryIndex;
  /** First line behind the front matter. */
  from: number;
  /** The text is no issue: its first number may stand anywhere in its first lines. */
  standalone: boolean;
  /** Heads found so far, in order. */
  heads: readonly Head[];
  /** Titles that the last head announces: they begin its parts, and no documents. */
  announced: readonly string[];
  /** By number, the last line that holds it. */
  lastLine: ReadonlyMap<string, number>;
}

/** First line that no head has taken yet. */
export const floorOf = ({ heads, from }: HeadContext): number => heads.at(-1)?.bodyFrom ?? from;

/** Tells whether the first head of a standalone text is still to be found. */
export const isFirstOfStandalone = ({ standalone, heads }: HeadContext): boolean => standalone && heads.length === 0;
