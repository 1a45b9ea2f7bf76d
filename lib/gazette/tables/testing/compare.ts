import { parseGazette, paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { keyOf } from '@/lib/gazette/words/chars';
import { walk } from '@/lib/gazette/tree/walk';
import { drawTable, type RandomTable, type Scenario } from './flatten';
import { Random } from './random';

/** What became of tables: counts of tables, and of cells by what is claimed of them. */
export interface Verdict {
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
export function gridOf(table: ast.Table): GridCell[][] {
  const grid: GridCell[][] = [];
  // A table that is not certain and marks no cell marks them all.
  const marked = rowsOf(table).some((row) => row.children.some(({ inferred }) => inferred));
  rowsOf(table).forEach((row, at) => {
    let column = 0;
    grid[at] ??= [];
    for (const cell of row.children) {
      while (grid[at][column] !== undefined) column++;
      const shown = {
        text: textOf(cell),
        certain: !cell.inferred && (marked || table.confidence === 'certain'),
        header: cell.header,
      };
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) (grid[at + down] ??= [])[column + right] = shown;
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

export const nothing: Verdict = {
  tables: 0,
  exact: 0,
  missed: 0,
  unreconstructed: 0,
  certain: 0,
  certainWrong: 0,
  inferred: 0,
  inferredWrong: 0,
};

/** Compares one table with the truth. */
export function judge(truth: RandomTable, tree: ast.Gazette): Verdict & { table?: ast.Table } {
  const verdict: Verdict = { ...nothing, tables: 1 };
  const found = tablesOf(tree).filter(({ position }) => position.end.line >= truth.line);
  const [table] = found;
  if (!table || found.length > 1) verdict.missed = 1;
  for (const each of found) {
    if (each.confidence === 'unreconstructed') {
      verdict.unreconstructed = 1;
      continue;
    }
    const grid = gridOf(each);
    const heads = grid.filter((row) => row[0]?.header).length;
    let wrong = 0;
    // Heads and body are compared apart: a row of heads too many moves no cell of the body.
    for (const [got, wanted] of [
      [grid.slice(0, heads), truth.header],
      [grid.slice(heads), truth.body],
    ] as const) {
      if (got.length !== wanted.length) wrong++;
      got.forEach((row, at) => {
        if (row.length !== wanted[at]?.length) wrong++;
        row.forEach((cell, column) => {
          const right = cell.text === keyOf(wanted[at]?.[column] ?? '\0');
          if (!right) wrong++;
          verdict[cell.certain ? 'certain' : 'inferred']++;
          if (!right) verdict[cell.certain ? 'certainWrong' : 'inferredWrong']++;
        });
      });
    }
    if (wrong === 0 && found.length === 1) verdict.exact = 1;
  }
  return { ...verdict, ...(table ? { table } : {}) };
}

export const add = (one: Verdict, other: Verdict): Verdict => ({
  tables: one.tables + other.tables,
  exact: one.exact + other.exact,
  missed: one.missed + other.missed,
  unreconstructed: one.unreconstructed + other.unreconstructed,
  certain: one.certain + other.certain,
  certainWrong: one.certainWrong + other.certainWrong,
  inferred: one.inferred + other.inferred,
  inferredWrong: one.inferredWrong + other.inferredWrong,
});

/** Draws tables of a scenario and judges what the parser makes of each. */
export function measure(scenario: Scenario, seed: number, count: number): { verdict: Verdict; wrong: RandomTable[] } {
  let verdict = nothing;
  const wrong: RandomTable[] = [];
  for (let at = 0; at < count; at++) {
    const truth = drawTable(new Random(seed + at * 7919), scenario);
    const result = judge(truth, parseGazette(truth.text).tree);
    verdict = add(verdict, result);
    if (result.certainWrong > 0) wrong.push(truth);
  }
  return { verdict, wrong };
}

/** One line of the report. */
export function print(name: string, verdict: Verdict): string {
  const { tables, exact, missed, unreconstructed, certain, certainWrong, inferred, inferredWrong } = verdict;
  return `${name.padEnd(34)} exact ${((100 * exact) / tables).toFixed(0).padStart(3)} % of ${tables}, missed ${missed}, unreconstructed ${unreconstructed}; certain ${certain} / wrong ${certainWrong}; inferred ${inferred} / wrong ${inferredWrong}`;
}
