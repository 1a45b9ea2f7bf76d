import type { Token } from '../../tokens';
import type { CharacterPairs } from './character-pairs';
import type { Features, Traits } from '../column-profile';
import { TableProfile } from '../column-profile';
import { longestJoin } from './model';
import type { Joins } from './seams';
import { brokenCost, mayJoin, paragraphCost } from './seams';

/** What the tokens of a table cost, whatever columns they are put into. */
export interface TokenCosts {
  /** The profile of all cells together. */
  table: TableProfile;
  /** By token × longestJoin + tokens − 1; null where they may not be joined. */
  traits: readonly (Traits | null)[];
  /** Cost of each under the profile of all, by the same places. */
  base: Float64Array;
  /** Cost of the seams inside a broken cell, by token × longestJoin + tokens − 1. */
  seams: Float64Array;
  /** Cost of each token as a further paragraph. */
  further: Float64Array;
  /** Cost of each token under the profile of all. */
  overall: Float64Array;
  /** Value of each token that is a bare integer, -1 for the others. */
  numbers: Int32Array;
  /** Cost of each token as a row of one cell. */
  wide: Float64Array;
  /** Cost of each token as the label of a total row. */
  total: Float64Array;
}

/** A seam that costs more joins nothing: two cells of their own are cheaper. */
const hopelessSeam = 18;
/** Cost of a row of one cell that its number marks. */
export const markedRow = 3;
/** Without a number it may as well be the last cell of the row above. */
const unmarkedRow = 12;

/** Rows of one cell: 一、基础设施类, (二)民生类, and the words in front of a serial number that goes on. */
function wideCost(tokens: readonly Token[], at: number, numbered: boolean): number {
  const { key, type } = tokens[at]!;
  const next = tokens[at + 1];
  if (key.length > 30 || !next) return Infinity;
  if (!numbered) return type === 'comma' ? markedRow : Infinity;
  if (next.type !== 'integer') return Infinity;
  if (type === 'comma' || type === 'bracketed') return markedRow;
  return type === 'short' || type === 'name' ? unmarkedRow : Infinity;
}

/**
 * Computes what the tokens cost before anything is known of the columns.
 * @param numbered the table has a column of serial numbers
 */
export function computeTokenCosts(
  tokens: readonly Token[],
  { features, joins, pairs }: { features: Features; joins: Joins; pairs: CharacterPairs },
  numbered: boolean,
): TokenCosts {
  const table = new TableProfile(features, tokens);
  const overall = Float64Array.from(tokens, (token) => table.cost(features.of(token)));
  const repeats = new Map<string, number>();
  for (const { key } of tokens) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  const seams = new Float64Array(tokens.length * longestJoin);
  const base = new Float64Array(tokens.length * longestJoin);
  const traits = Array.from(seams, (_, index): Traits | null => {
    const length = (index % longestJoin) + 1;
    const at = Math.floor(index / longestJoin);
    if (length > 1) {
      if (!mayJoin(tokens, at, length)) return null;
      seams[index] = brokenCost(tokens, at, length, overall, pairs, repeats);
      if (seams[index] > hopelessSeam) return null;
    }
    const own = features.of(length === 1 ? tokens[at]! : joins.at(tokens, at, length));
    base[index] = length === 1 ? overall[at]! : table.cost(own);
    return own;
  });
  return {
    table,
    traits,
    base,
    seams,
    further: Float64Array.from(tokens, (token, at) => (at === 0 ? Infinity : paragraphCost(token, tokens[at - 1]!))),
    overall,
    numbers: Int32Array.from(tokens, (token) => (token.type === 'integer' ? token.number! : -1)),
    wide: Float64Array.from(tokens, (_, at) => wideCost(tokens, at, numbered)),
    total: Float64Array.from(tokens, ({ key }) => (/^(?:合计|小计|总计|共计|总\(合\)计)$/.test(key) ? 3 : Infinity)),
  };
}
