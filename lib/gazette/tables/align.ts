import type { TableProfile } from './columns';
import { ColumnProfile } from './columns';
import { expectedTypes } from './header';
import type { Neighbours } from './neighbours';
import type { Token } from './tokens';
import { isData, joinTokens } from './tokens';

/**
 * Puts the cells of a flattened table into rows and columns: a semi-Markov Viterbi search over the cells, whose columns
 * are learned in turns with the assignment (hard EM). All costs are in nats; smaller is better.
 */

/** A cell as it was placed: tokens `from`…`to` (exclusive), of which the first `joined` are one broken line. */
export interface PlacedCell {
  column: number;
  from: number;
  to: number;
  joined: number;
  opensRow: boolean;
}

export interface Alignment {
  cost: number;
  cells: PlacedCell[];
  rows: number;
  /** Share of the rows in which a column has a cell of its own. */
  present: number[];
}

export interface AlignInput {
  tokens: readonly Token[];
  names: readonly string[];
  neighbours: Neighbours;
  table: TableProfile;
  /** Column of serial numbers, -1 for none. */
  serial: number;
  /** Column of the numbered chain (1.… 2.… in the cells), -1 for none. */
  chain: number;
  rounds: number;
}

type Start = 'modulo' | 'first' | 'lead';

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const endsOpen = (key: string): boolean => key.split('(').length > key.split(')').length;

interface Parameters {
  columns: ColumnProfile[];
  /** Probability that a column has no cell in a row. */
  absent: number[];
  /** Probability of a further paragraph in a cell. */
  paragraph: number[];
  /** Probability that a cell is broken over lines. */
  broken: number[];
}

class Aligner {
  private readonly count: number;
  private readonly size: number;
  private readonly overall: number[];
  private readonly joins: (Token | null)[][];
  private readonly input: AlignInput;

  constructor(input: AlignInput) {
    this.input = input;
    this.count = input.names.length;
    this.size = input.tokens.length;
    this.overall = input.tokens.map((token) => input.table.cost(token));
    this.joins = [2, 3].map((length) => input.tokens.map((_, at) => this.joinAt(at, length)));
  }

  /** The joined token where neighbours may be one broken cell; null where they may not. */
  private joinAt(at: number, length: number): Token | null {
    const parts = this.input.tokens.slice(at, at + length);
    if (parts.length < length) return null;
    const joinable = parts.every(
      (part, index) =>
        part.key.length <= 24 &&
        !isData(part) &&
        part.type !== 'numbered' &&
        part.type !== 'sentence' &&
        (index === 0 || part.blankLines === 0),
    );
    return joinable ? joinTokens(parts) : null;
  }

  private tokenAt(at: number, length: number): Token | null {
    return length === 1 ? this.input.tokens[at]! : this.joins[length - 2]![at]!;
  }

  private freshColumns(): ColumnProfile[] {
    return this.input.names.map((name) => {
      const column = new ColumnProfile(this.input.table);
      const types = expectedTypes(name);
      if (types.length > 0) column.expect(types, 1.2);
      return column;
    });
  }

  private startParameters(start: Start): Parameters {
    const columns = this.freshColumns();
    const { tokens } = this.input;
    const limit = start === 'modulo' ? this.size : Math.min(this.count, this.size);
    for (let at = 0; at < limit; at++) columns[at % this.count]!.add(tokens[at]!, start === 'modulo' ? 0.5 : 1);
    const absent: number[] = this.input.names.map((_, column) =>
      column < 2 ? 0.25 : column === this.count - 1 ? 0.06 : 0.04,
    );
    const firstText = this.input.serial === 0 ? 1 : 0;
    if (start === 'lead' && firstText < this.count) absent[firstText] = 0.75;
    return { columns, absent, paragraph: this.input.names.map(() => 0.02), broken: this.input.names.map(() => 0.004) };
  }

  private learn(cells: readonly PlacedCell[], rows: number): Parameters {
    const columns = this.freshColumns();
    const printed = new Array<number>(this.count).fill(0);
    const paragraphs = new Array<number>(this.count).fill(0);
    const broken = new Array<number>(this.count).fill(0);
    for (const cell of cells) {
      columns[cell.column]!.add(this.tokenAt(cell.from, cell.joined)!, 1);
      printed[cell.column]!++;
      paragraphs[cell.column]! += cell.to - cell.from - cell.joined;
      if (cell.joined > 1) broken[cell.column]!++;
    }
    return {
      columns,
      absent: printed.map((count, column) =>
        clip((rows - count + (column < 2 ? 0.6 : 0.15)) / (rows + 2), 0.004, 0.97),
      ),
      paragraph: paragraphs.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.6)),
      broken: broken.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.5)),
    };
  }

  run(start: Start): Alignment {
    let parameters = this.startParameters(start);
    let placed: PlacedCell[] = [];
    let best: Alignment | null = null;
    for (let round = 0; round < this.input.rounds; round++) {
      const alignment = this.search(parameters, placed);
      const settled = best !== null && Math.abs(alignment.cost - best.cost) < 1e-6;
      best = alignment;
      placed = alignment.cells;
      if (settled) break;
      parameters = this.learn(placed, alignment.rows);
    }
    return best!;
  }

  /** Cost of a broken cell beyond that of its joined text. */
  private brokenCost(at: number, length: number): number {
    const { tokens, neighbours } = this.input;
    let cost = 1.5;
    for (let index = at + 1; index < at + length; index++) {
      const first = tokens[index - 1]!.key;
      const second = tokens[index]!.key;
      cost += 0.6 * this.overall[index]!;
      if (/[、,]$/.test(first)) cost -= 3;
      if (endsOpen(first)) cost -= 4;
      if (/^[、,)]/.test(second)) cost -= 4;
      cost += neighbours.straddling(first, second);
    }
    return cost;
  }

  /** Cost of a further paragraph in the cell that the token before belongs to. */
  private paragraphCost(at: number): number {
    const { tokens } = this.input;
    const token = tokens[at]!;
    const before = tokens[at - 1]!;
    let cost = 1;
    if (/^(?:包括|其中):/.test(token.key)) cost -= 5;
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

  private serialCost(token: Token, last: number): number {
    if (token.type !== 'integer') return 14;
    const step = token.number! - last;
    if (step === 1) return last === 0 ? 0.3 : 0.1;
    if (step === 2 || step === 3) return 4;
    return token.number === 1 ? 6 : 11;
  }

  private search({ columns, absent, paragraph, broken }: Parameters, placed: readonly PlacedCell[]): Alignment {
    const { tokens, serial, chain } = this.input;
    const count = this.count;
    const size = this.size;
    const ownAt = new Int8Array(size).fill(-1);
    const ownLength = new Int8Array(size);
    for (const cell of placed) {
      ownAt[cell.from] = cell.column;
      ownLength[cell.from] = cell.joined;
    }
    const skip = absent.map((probability) => -Math.log(probability));
    const used = absent.map((probability) => -Math.log(1 - probability));
    const skipped = [0];
    for (let column = 0; column < count; column++) skipped.push(skipped[column]! + skip[column]!);

    const best = new Float64Array((size + 1) * count).fill(Infinity);
    const back = new Int32Array((size + 1) * count).fill(-1); // ((previous column + 1) * 4 + length) * 2 + opens row; length 0: paragraph
    const lastSerial = new Int32Array((size + 1) * count);

    for (let at = 0; at < size; at++) {
      const token = tokens[at]!;
      // Emission of the cell that begins here, for each length and column, without what depends on the serial number.
      for (let length = 1; length <= 3; length++) {
        const joined = this.tokenAt(at, length);
        if (!joined) break;
        const extra = length === 1 ? 0 : this.brokenCost(at, length);
        const opensWith = /^(?:包括|其中):/.test(joined.key) ? 2 : 0;
        for (let column = 0; column < count; column++) {
          if (column === serial && length > 1) continue;
          const own = ownAt[at] === column && ownLength[at] === length ? 1 : 0;
          let emit = used[column]! + opensWith + (length === 1 ? 0 : extra - Math.log(broken[column]!));
          if (column !== serial) emit += columns[column]!.cost(joined, own);
          if (chain >= 0 && joined.type === 'numbered') emit += column === chain ? -1.5 : 9;
          const target = (at + length) * count + column;
          const reach = (cost: number, from: number, opens: number, last: number): void => {
            const whole =
              cost +
              emit +
              (column === serial
                ? this.serialCost(joined, last)
                : token.type === 'integer' && serial >= 0 && token.number === last + 1
                  ? 0.7
                  : 0);
            if (whole >= best[target]!) return;
            best[target] = whole;
            back[target] = ((from + 1) * 4 + length) * 2 + opens;
            lastSerial[target] = column === serial && token.type === 'integer' ? token.number! : last;
          };
          if (at === 0) {
            // A merged cell is printed in the first row that it spans: a column absent from the first row is suspect.
            reach(skipped[column]! + 6 * column, -1, 1, 0);
            continue;
          }
          for (let before = 0; before < count; before++) {
            const state = at * count + before;
            const cost = best[state]!;
            if (cost === Infinity) continue;
            const last = lastSerial[state]!;
            if (column > before)
              reach(cost + skipped[column]! - skipped[before + 1]! + 2 * (column - before - 1), before, 0, last);
            reach(
              cost + skipped[count]! - skipped[before + 1]! + skipped[column]! + 0.4 + (column === before ? 1 : 0),
              before,
              1,
              last,
            );
          }
        }
      }
      if (at === 0) continue;
      const further = this.paragraphCost(at);
      for (let column = 0; column < count; column++) {
        if (column === serial || (chain === column && token.type === 'numbered')) continue;
        const state = at * count + column;
        if (best[state] === Infinity) continue;
        const cost =
          best[state]! +
          further -
          Math.log(paragraph[column]!) +
          0.4 * (this.overall[at]! + columns[column]!.cost(token, 0)) +
          (chain >= 0 && token.type === 'numbered' ? 9 : 0);
        const target = (at + 1) * count + column;
        if (cost >= best[target]!) continue;
        best[target] = cost;
        back[target] = (column + 1) * 8;
        lastSerial[target] = lastSerial[state]!;
      }
    }
    return this.trace(best, back, skipped);
  }

  /** Reads the best path back into cells. */
  private trace(best: Float64Array, back: Int32Array, skipped: readonly number[]): Alignment {
    const { size, count } = this;
    let column = 0;
    let cost = Infinity;
    for (let candidate = 0; candidate < count; candidate++) {
      const whole = best[size * count + candidate]! + skipped[count]! - skipped[candidate + 1]!;
      if (whole < cost) {
        cost = whole;
        column = candidate;
      }
    }
    const cells: PlacedCell[] = [];
    let at = size;
    let to = size;
    while (at > 0) {
      const entry = back[at * count + column]!;
      const opensRow = entry % 2 === 1;
      const length = (entry >> 1) % 4;
      const previous = (entry >> 3) - 1;
      if (length === 0) {
        at--;
        continue;
      }
      at -= length;
      cells.push({ column, from: at, to, joined: length, opensRow });
      to = at;
      column = previous;
    }
    cells.reverse();
    const rows = cells.filter((cell) => cell.opensRow).length;
    const printed = new Array<number>(count).fill(0);
    for (const cell of cells) printed[cell.column]!++;
    return { cost, cells, rows, present: printed.map((number) => number / Math.max(1, rows)) };
  }
}

/** The cheapest alignment of cells to columns, over three ways to begin. */
export function alignCells(input: AlignInput): Alignment {
  const aligner = new Aligner(input);
  const starts: Start[] = ['modulo', 'first', 'lead'];
  return starts.map((start) => aligner.run(start)).reduce((one, other) => (other.cost < one.cost ? other : one));
}
