import type { z } from 'zod';
import type { ManifestColumn } from './columns';
import type { Manifest, ManifestProblem } from './entry';
import { rowSchema } from './row-schema';

/** Problems that are listed; the others are counted. */
const MOST_PROBLEMS = 100;

/** A row as it was read: a cell of each column that is there. */
export interface RawRow {
  line: number;
  cells: Partial<Record<ManifestColumn, string>>;
  /** What is wrong with the row as a whole. */
  problem?: string;
}

/**
 * Checks rows, one by one.
 * @param nameOf how the file itself names a column
 * @param before problems of the file as a whole
 */
export function collectRows(
  rows: Iterable<RawRow>,
  nameOf: (column: string) => string,
  before: readonly ManifestProblem[],
): Pick<Manifest, 'rows' | 'problems'> {
  const found: Manifest['rows'] = [];
  const problems = [...before];
  for (const { line, cells, problem } of rows) {
    if (Object.values(cells).every((cell) => cell.trim() === '') && problem === undefined) continue;
    const checked = rowSchema.safeParse({ ...cells, file: cells.file ?? '' });
    const named = cells.file === undefined ? {} : { file: cells.file.trim() };
    if (problem !== undefined) problems.push({ line, reason: problem, ...named });
    else if (checked.success) found.push({ line, ...checked.data });
    else problems.push({ line, reason: describeIssue(checked.error, nameOf), ...named });
  }
  return { rows: found, problems };
}

const describeIssue = ({ issues }: z.ZodError, nameOf: (column: string) => string): string =>
  issues.map(({ path, message }) => `${nameOf(String(path[0] ?? ''))} ${message}`).join('; ');

/** Lists the first problems, and counts the others. */
export function shortenProblems(problems: readonly ManifestProblem[]): ManifestProblem[] {
  const more = problems.length - MOST_PROBLEMS;
  if (more <= 0) return [...problems];
  const { line } = problems[MOST_PROBLEMS]!;
  const reason = `there ${more === 1 ? 'is one problem' : `are ${more} problems`} more from here on. Mend those above first`;
  return [...problems.slice(0, MOST_PROBLEMS), { line, reason }];
}
