import type { CharacterPairs } from './character-pairs';
import type { Token } from '../../tokens';
import { isData, joinTokens } from '../../tokens';

/**
 * A seam is where two tokens meet: may they be one broken cell, or two paragraphs of one, and what
 * does either cost?
 */

/** A bracket is open at the end. */
function endsOpen(key: string): boolean {
  let open = 0;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    if (code === 40) open++;
    else if (code === 41) open--;
  }
  return open > 0;
}
/** True for a paragraph that lists what the one above it names: 包括:, 其中:. */
export const opensList = (key: string): boolean => /^(?:包括|其中):/.test(key);
const longestPart = 24;

const isPart = (part: Token): boolean =>
  part.key.length <= longestPart && !isData(part) && part.type !== 'numbered' && part.type !== 'sentence';

/** Tells whether the `length` tokens from `at` may be one broken cell. */
export function mayJoin(tokens: readonly Token[], at: number, length: number): boolean {
  if (at + length > tokens.length) return false;
  for (let index = at; index < at + length; index++)
    if (!isPart(tokens[index]!) || (index > at && tokens[index]!.blankLines > 0)) return false;
  return true;
}

/** Joined tokens of a reconstruction, made once: every hypothesis asks for them again. */
export class Joins {
  private readonly known = new Map<Token, { next: Token; joined: Token }[]>();

  /** Joins `length` tokens from `at` as one broken cell. */
  at(tokens: readonly Token[], at: number, length: number): Token {
    const last = tokens[at + length - 1]!;
    const found = this.known.get(tokens[at]!) ?? [];
    const before = found.find(({ next, joined }) => next === last && joined.lines.length >= length);
    if (before) return before.joined;
    const joined = joinTokens(tokens.slice(at, at + length));
    found.push({ next: last, joined });
    this.known.set(tokens[at]!, found);
    return joined;
  }
}

/**
 * Cost of a broken cell beyond that of its joined text.
 * @param overall cost of each token under one profile for the whole table: joining must not save an
 * emission
 * @param repeats how often each key stands alone
 */
export function brokenCost(
  tokens: readonly Token[],
  at: number,
  length: number,
  overall: Float64Array,
  pairs: CharacterPairs,
  repeats: ReadonlyMap<string, number>,
): number {
  let cost = 1.5;
  // What also stands alone elsewhere is a cell of its own: 综合 above 砚湖福利院.
  for (let index = at; index < at + length; index++) if ((repeats.get(tokens[index]!.key) ?? 0) > 1) cost += 3;
  for (let index = at + 1; index < at + length; index++) {
    const first = tokens[index - 1]!.key;
    const second = tokens[index]!.key;
    cost += 0.6 * overall[index]!;
    if (/[、,]$/.test(first)) cost -= 3;
    if (endsOpen(first)) cost -= 4;
    if (/^[、,)]/.test(second)) cost -= 4;
    cost += pairs.straddling(first, second);
  }
  return cost;
}

/** Cost of a further paragraph in the cell that the token before belongs to. */
export function paragraphCost(token: Token, before: Token): number {
  let cost = 1;
  if (opensList(token.key)) cost -= 5;
  if (token.type === 'numbered' && token.number! >= 2) cost -= 5;
  if (token.type === 'numbered' && token.number === 1 && before.type === 'sentence') cost += 4;
  if (token.type === 'bracketed' && !/^\(一\)/.test(token.key)) cost -= 3;
  if (/[、:]$/.test(before.key)) cost -= 3.5;
  if (/;$/.test(before.key)) cost -= 2;
  if (endsOpen(before.key)) cost -= 4;
  if (/^[、,;)。]/.test(token.key)) cost -= 6;
  if (token.lines[0]!.indent >= 3 && before.lines[0]!.indent >= 3) cost -= 1.5;
  if (isData(before)) cost += 3;
  if (isData(token)) cost += 4;
  if (token.blankLines > 0) cost += 5;
  else if (before.blankLines > 0) cost += 6;
  return cost;
}

/**
 * Cost of a first part that is shorter than its column is wide.
 * A cell is broken where its column ends; each UTF-16 unit that is missing costs.
 * @param usual length of the unbroken cells of the column
 */
export function narrowCost(first: Token, usual: number): number {
  return Math.min(4, Math.max(0, usual - 2 - first.key.length) * 0.5);
}
