import { textOfSpans, type FlowCell, type FlowTable } from './flow';

/** Words of so many characters should not be broken in a narrow column. */
const SHORT = 5;

/** How many characters of a cell's face a text takes: Latin and figures half. */
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u00ff]/u.test(character) ? 0.55 : 1), 0);

const cellLength = (cell: FlowCell): number =>
  Math.max(0, ...cell.paragraphs.map((paragraph) => measure(textOfSpans(paragraph))));

/** What the columns of a table need, in characters. */
interface ColumnNeeds {
  /** What each needs so that its short words are not broken. */
  least: number[];
  allLeast: number;
  /** Characters of the cells of one column, row by row. */
  lengths: number[][];
}

/** Measures a table of so many columns. */
export function measureColumns({ rows }: FlowTable, columns: number): ColumnNeeds {
  const lengths = rows.map(() => new Array<number>(columns).fill(0));
  rows.forEach((row, at) => {
    for (const cell of row) {
      // A cell that spans rows has their height for itself; one that spans columns has their width.
      if (cell.colSpan === 1) lengths[at]![cell.column] = cellLength(cell) / cell.rowSpan;
    }
  });
  const longest = (column: number) => Math.max(1, ...lengths.map((row) => row[column]!));
  const least = Array.from({ length: columns }, (_, column) => Math.min(longest(column), SHORT) + 1);
  return { least, allLeast: sum(least), lengths };
}

/**
 * Shares so many characters among the columns.
 * Each gets its least, then one character after another goes to the column that makes the table
 * shortest.
 */
export function shareWidth({ least, allLeast, lengths }: ColumnNeeds, available: number): number[] {
  if (available <= allLeast) return least.map((each) => (each * available) / allLeast);
  const widths = [...least];
  for (let rest = available - allLeast; rest > 0; rest--) {
    const gains = widths.map((width, column) =>
      sum(lengths.map((row) => lines(row[column]!, width) - lines(row[column]!, width + 1))),
    );
    const best = gains.indexOf(Math.max(...gains));
    widths[best] = widths[best]! + Math.min(1, rest);
  }
  return widths;
}

/**
 * What a cell adds to its row: long cells decide its height, so they count by the square of their
 * lines.
 */
const lines = (length: number, width: number): number => (length / width) ** 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
