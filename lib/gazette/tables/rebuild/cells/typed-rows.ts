import { isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import { isData } from '../../tokens';
import { seldomMerged } from '../grid';
import { readSigns } from '../signs';

/**
 * Tables one column of which is left out in some rows: that of groups, or the last. Where figures,
 * words and sentences keep their columns there is often one way alone to cut the cells into rows.
 */

const mostColumns = 14;
const fewestRows = 3;
const longestTable = 1500;

type Kind = 'figure' | 'word' | 'sentence' | 'number' | 'any';

/** What a cell is; a dash and words with figures may stand anywhere. */
function kindOf(token: Token): Kind {
  if (token.type === 'dash') return 'any';
  if (isData(token)) return 'figure';
  if (token.type === 'docNumber') return 'number';
  if (/[。;]$/.test(token.key)) return 'sentence';
  return /\d/.test(token.key) ? 'any' : 'word';
}

/** A row as tokens from one index to another; `lacks`: the optional cell is left out. */
interface TypedRow {
  from: number;
  to: number;
  lacks: boolean;
}

/** One way to read the tokens. */
interface Reading {
  columns: number;
  optional: number;
  rows: TypedRow[];
}

const isTotalKey = (key: string): boolean => /^(?:合计|总计|共计)$/.test(key);

/** Cuts tokens below so many heads, the column `optional` being left out in some rows. */
class Cutter {
  private readonly tokens: readonly Token[];
  private readonly kinds: readonly Kind[];
  private readonly columns: number;
  private readonly optional: number;
  private readonly serial: boolean;
  private readonly row: Kind[];
  /** Ways from an index to the end, at most two; and the first of them. */
  private readonly ways = new Map<number, { count: number; lacks: boolean }>();

  constructor(tokens: readonly Token[], kinds: readonly Kind[], columns: number, optional: number, serial: boolean) {
    this.tokens = tokens;
    this.kinds = kinds;
    this.columns = columns;
    this.optional = optional;
    this.serial = serial;
    this.row = Array.from({ length: columns }, (_, column) => kinds[columns + column] ?? 'any');
    // Remarks may be left out of the first row too, and are words.
    if (seldomMerged.test(tokens[optional]!.key)) this.row[optional] = 'word';
  }

  private fits(from: number, lacks: boolean): boolean {
    const { columns, kinds, optional, row, serial, tokens } = this;
    const size = columns - (lacks ? 1 : 0);
    if (from + size > tokens.length || isTotalKey(tokens[from]!.key)) return false;
    for (let at = 0; at < size; at++) {
      const own = kinds[from + at]!;
      const expected = row[lacks && at >= optional ? at + 1 : at]!;
      if (own !== expected && own !== 'any' && expected !== 'any') return false;
    }
    return !serial || isData(tokens[from]!);
  }

  /** A total row, which has a label and sums, ends the table. */
  private endsInTotal(from: number): boolean {
    const { columns, kinds, tokens } = this;
    const size = tokens.length - from;
    const sums = kinds.slice(from + 1);
    return size >= 2 && size <= columns && isTotalKey(tokens[from]!.key) && sums.every((kind) => kind === 'figure');
  }

  /** The number of the row at an index follows that of the row above; rows without any do. */
  private counts(above: number, from: number): boolean {
    const { serial, tokens } = this;
    const next = tokens[from];
    return !serial || !next || isTotalKey(next.key) || next.number === tokens[above]!.number! + 1;
  }

  private count(from: number): { count: number; lacks: boolean } {
    const { columns, tokens, ways } = this;
    if (from === tokens.length || this.endsInTotal(from)) return { count: 1, lacks: false };
    const known = ways.get(from);
    if (known) return known;
    const found = { count: 0, lacks: false };
    for (const lacks of [false, true]) {
      const next = from + columns - (lacks ? 1 : 0);
      if (!this.counts(from, next) || !this.fits(from, lacks)) continue;
      const below = this.count(next).count;
      if (below > 0 && found.count === 0) found.lacks = lacks;
      found.count = Math.min(2, found.count + below);
    }
    ways.set(from, found);
    return found;
  }

  /** The rows, where there is one way to cut them. */
  read(): TypedRow[] | null {
    const { columns, tokens } = this;
    // From the end, so that no call goes deep.
    for (let from = tokens.length - 1; from > columns; from--) this.count(from);
    if (this.count(columns).count !== 1) return null;
    const rows: TypedRow[] = [];
    for (let from = columns; from < tokens.length;) {
      const total = rows.length > 0 && this.endsInTotal(from);
      const lacks = !total && this.count(from).lacks;
      const to = total ? tokens.length : from + columns - (lacks ? 1 : 0);
      rows.push({ from, to, lacks });
      from = to;
    }
    return rows;
  }
}

/** Finds the one reading in which a column is left out in some rows. */
export function typedRows(tokens: readonly Token[]): Reading | null {
  if (tokens.length > longestTable) return null;
  const kinds = tokens.map(kindOf);
  const serial = isSerialHead(tokens[0]?.key ?? '');
  const one = tokens.findIndex(({ key }) => key === '1');
  const found: Reading[] = [];
  for (let columns = 2; columns <= mostColumns && columns * 3 <= tokens.length; columns++) {
    if (serial && one !== columns) continue;
    const heads = tokens.slice(0, columns);
    if (!readSigns(heads, []).named) continue;
    const own = kinds.slice(columns, columns * 2);
    if (!own.includes('figure') || own.every((kind) => kind === 'figure')) continue;
    const group = serial ? 1 : 0;
    for (const optional of [group, columns - 1]) {
      // Groups are words, and what they are groups of has a name.
      if (optional === group && (own[group] !== 'word' || own[group + 1] === 'figure')) continue;
      const rows = new Cutter(tokens, kinds, columns, optional, serial).read();
      if (!rows || rows.length < fewestRows) continue;
      const whole = rows.filter(({ lacks }) => !lacks).length;
      const remarks = seldomMerged.test(tokens[optional]!.key);
      // One cell alone that is left out was lost, and it may be another one.
      if (rows.length - whole < (remarks && whole < fewestRows ? 1 : 2)) continue;
      if (remarks || (!rows[0]!.lacks && whole >= 2)) found.push({ columns, optional, rows });
    }
  }
  return found.length === 1 ? found[0]! : null;
}

/** Cells of a reading by column: null is merged with the cell above, undefined is empty. */
export function typedCells(
  { columns, optional, rows }: Reading,
  tokens: readonly Token[],
): (Token | null | undefined)[][] {
  const empty = seldomMerged.test(tokens[optional]!.key) ? undefined : null;
  return rows.map(({ from, to, lacks }) => {
    const own: (Token | null | undefined)[] = tokens.slice(from, to);
    if (lacks) own.splice(optional, 0, empty);
    while (own.length < columns) own.push(undefined);
    return own;
  });
}
