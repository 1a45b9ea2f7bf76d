import { textOfSpans, type FlowCell, type FlowTable } from './flow';

/** Words of so many characters should not be broken in a narrow column. */
const SHORT = 5;
/** What is longer than this is reading text, whatever its length. */
const LONG = 60;

/** How many characters of a cell's face a text takes: Latin and figures half. */
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u00ff]/u.test(character) ? 0.55 : 1), 0);

const cellLength = (cell: FlowCell): number =>
  Math.max(0, ...cell.paragraphs.map((paragraph) => measure(textOfSpans(paragraph))));

/**
 * The widths of a table's columns as shares of 1, and how many characters it needs at least. Every column first gets what
 * its short words need; what is left goes to where the text is.
 */
export function columnWidths({ rows }: FlowTable, columns: number): { shares: number[]; least: number } {
  const longest = new Array<number>(columns).fill(1);
  placeCells(rows, (cell, column) => {
    if (cell.colSpan === 1 && column < columns) longest[column] = Math.max(longest[column]!, cellLength(cell));
  });
  const least = longest.map((length) => Math.min(length, SHORT) + 1);
  const wanted = longest.map((length, column) => Math.sqrt(Math.max(0, Math.min(length, LONG) - least[column]! + 1)));
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  const [allLeast, allWanted] = [sum(least), sum(wanted)];
  // As much again as the least is shared out by need.
  const widths = least.map((width, column) => width + (allWanted > 0 ? (allLeast * wanted[column]!) / allWanted : 0));
  return { shares: widths.map((width) => width / sum(widths)), least: allLeast };
}

/** Calls a function for every cell with the column it begins in, spans from above counted. */
export function placeCells(
  rows: readonly (readonly FlowCell[])[],
  visit: (cell: FlowCell, column: number, row: number) => void,
): void {
  // How many rows each column is still taken by a cell above.
  const taken: number[] = [];
  rows.forEach((row, at) => {
    let column = 0;
    const begun: [column: number, cell: FlowCell][] = [];
    for (const cell of row) {
      while ((taken[column] ?? 0) > 0) column++;
      visit(cell, column, at);
      begun.push([column, cell]);
      column += cell.colSpan;
    }
    for (let each = 0; each < taken.length; each++) taken[each] = Math.max(0, (taken[each] ?? 0) - 1);
    for (const [from, cell] of begun) {
      for (let each = from; each < from + cell.colSpan; each++) taken[each] = cell.rowSpan - 1;
    }
  });
}
