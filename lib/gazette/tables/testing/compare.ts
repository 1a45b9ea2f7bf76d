import { parseGazette, paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { keyOf } from '@/lib/gazette/words/chars';
import { walk } from '@/lib/gazette/tree/walk';
import { drawTable, type RandomTable, type Scenario } from './flatten';
import { Random } from './random';

/** What became of drawn tables, and of their cells by what is claimed of them. */
export interface Comparison {
  tables: number;
  exact: number;
  /** Tables that the parser did not see, or saw in pieces. */
  missed: number;
  unreconstructed: number;
  certain: number;
  certainWrong: number;
  inferred: number;
  inferredWrong: number;
}

interface GridCell {
  text: string;
  certain: boolean;
  header: boolean;
}

const textOf = (cell: ast.TableCell): string =>
  keyOf(
    paragraphsOf(cell)
      .flatMap(({ children }) => children.map(({ value }) => value))
      .join(''),
  );

/** The grid of a table, merged cells repeated. */
function gridOf(table: ast.Table): GridCell[][] {
  const grid: GridCell[][] = [];
  // A table that is not certain and marks no cell marks them all.
  const marked = rowsOf(table).some((row) => row.children.some(({ inferred }) => inferred));
  rowsOf(table).forEach((row, at) => {
    for (const cell of row.children) {
      const shown = {
        text: textOf(cell),
        certain: !cell.inferred && (marked || table.confidence === 'certain'),
        header: cell.header,
      };
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) (grid[at + down] ??= [])[cell.column + right] = shown;
    }
  });
  return grid;
}

const tablesOf = (tree: ast.Gazette): ast.Table[] => {
  const tables: ast.Table[] = [];
  walk(tree, (node) => {
    if (node.type === 'table') tables.push(node);
  });
  return tables;
};

/** A comparison of no table, to which others are added. */
export const noTables: Comparison = {
  tables: 0,
  exact: 0,
  missed: 0,
  unreconstructed: 0,
  certain: 0,
  certainWrong: 0,
  inferred: 0,
  inferredWrong: 0,
};

/** A drawn table of which cells are called certain and are wrong. */
export interface WrongTable extends RandomTable {
  /** Row, column, what was read and what was drawn of each. */
  cells: string[];
}

/**
 * Compares the tables of a tree with the one that was drawn.
 * @param cells takes those that are called certain and are wrong
 */
function compare(drawn: RandomTable, tree: ast.Gazette, cells: string[]): Comparison {
  const comparison: Comparison = { ...noTables, tables: 1 };
  const found = tablesOf(tree).filter(({ position }) => position.end.line >= drawn.line);
  if (found.length !== 1) comparison.missed = 1;
  for (const each of found) {
    if (each.confidence === 'unreconstructed') {
      comparison.unreconstructed = 1;
      continue;
    }
    const grid = gridOf(each);
    const heads = grid.filter((row) => row[0]?.header).length;
    let wrong = 0;
    // Heads and body are compared apart: a row of heads too many moves no cell of the body.
    for (const [got, expected] of [
      [grid.slice(0, heads), drawn.header],
      [grid.slice(heads), drawn.body],
    ] as const) {
      if (got.length !== expected.length) wrong++;
      got.forEach((row, at) => {
        if (row.length !== expected[at]?.length) wrong++;
        row.forEach((cell, column) => {
          const right = cell.text === keyOf(expected[at]?.[column] ?? '\0');
          if (!right) wrong++;
          comparison[cell.certain ? 'certain' : 'inferred']++;
          if (right) return;
          comparison[cell.certain ? 'certainWrong' : 'inferredWrong']++;
          if (cell.certain) cells.push(`${at}.${column} ${cell.text} for ${expected[at]?.[column] ?? 'no cell'}`);
        });
      });
    }
    if (wrong === 0 && found.length === 1) comparison.exact = 1;
  }
  return comparison;
}

/** Adds the counts of two comparisons. */
export const addComparisons = (one: Comparison, other: Comparison): Comparison => ({
  tables: one.tables + other.tables,
  exact: one.exact + other.exact,
  missed: one.missed + other.missed,
  unreconstructed: one.unreconstructed + other.unreconstructed,
  certain: one.certain + other.certain,
  certainWrong: one.certainWrong + other.certainWrong,
  inferred: one.inferred + other.inferred,
  inferredWrong: one.inferredWrong + other.inferredWrong,
});

/**
 * Draws tables of a scenario and compares what the parser makes of each.
 * @returns the counts, and the tables of which a cell is called certain and is wrong
 */
export function compareDrawn(
  scenario: Scenario,
  seed: number,
  count: number,
): { comparison: Comparison; wrong: WrongTable[] } {
  let comparison = noTables;
  const wrong: WrongTable[] = [];
  for (let at = 0; at < count; at++) {
    const drawn = drawTable(new Random(seed + at * 7919), scenario);
    const cells: string[] = [];
    comparison = addComparisons(comparison, compare(drawn, parseGazette(drawn.text).tree, cells));
    if (cells.length > 0) wrong.push({ ...drawn, cells });
  }
  return { comparison, wrong };
}

/** Prints one line of the report. */
export function printComparison(name: string, comparison: Comparison): string {
  const { tables, exact, missed, unreconstructed, certain, certainWrong, inferred, inferredWrong } = comparison;
  return `${name.padEnd(34)} exact ${((100 * exact) / tables).toFixed(0).padStart(3)} % of ${tables}, missed ${missed}, unreconstructed ${unreconstructed}; certain ${certain} / wrong ${certainWrong}; inferred ${inferred} / wrong ${inferredWrong}`;
}
