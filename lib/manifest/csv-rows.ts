import { parse, type Info } from 'csv-parse/sync';
import { collectRows, shortenProblems, type RawRow } from './collect-rows';
import { readColumns, type ManifestColumn } from './columns';
import type { Manifest } from './entry';

/** What stands between two cells. */
const DELIMITERS = [',', ';', '\t', '，', '；', '|'] as const;
/** Lines above the names of columns: the title of a list, who made it. */
const LINES_ABOVE = 10;
/** Rows with an open quotation mark from which the rest is not read again. */
const MOST_BROKEN = 50;

interface Header {
  delimiter: string;
  /** The line with the names of columns, from 1. */
  line: number;
  names: string[];
  columns: (ManifestColumn | null)[];
}

/** Reads a manifest in CSV, whatever stands between its cells. Never throws. */
export function readCsvRows(given: string): Manifest {
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  // Excel names the delimiter in a first line: sep=;
  const header = findHeader(lines);
  if (!header) {
    const problem = {
      line: 1,
      reason:
        'no column names the texts. The first line names the columns, one of them file or 文件名; others are title, number, index number, topic, validity, publication day, source address',
    };
    return { rows: [], problems: [problem], unknown: [] };
  }
  const { names, columns } = header;
  const nameOf = (column: string): string => names[columns.findIndex((each) => each === column)]?.trim() ?? column;
  const { rows, problems } = collectRows(listRows(lines, header), nameOf, []);
  const unknown = names.filter((name, at) => columns[at] === null && name.trim() !== '').map((name) => name.trim());
  return { rows, problems: shortenProblems(problems), unknown };
}

/** Finds the line, and the delimiter, by which most columns are known. */
function findHeader(lines: readonly string[]): Header | undefined {
  let best: Header | undefined;
  const countOf = (header: Header | undefined): number => header?.columns.filter((column) => column).length ?? 0;
  for (const [at, line] of lines.slice(0, LINES_ABOVE).entries())
    for (const delimiter of DELIMITERS) {
      const [first] = parseLines([line], delimiter).records;
      const names = first?.record ?? [];
      const header = { delimiter, line: at + 1, names, columns: readColumns(names) };
      if (header.columns.includes('file') && countOf(header) > countOf(best)) best = header;
    }
  return best;
}

/** Lists the rows below the header. A row with an open quotation mark costs itself alone. */
function* listRows(lines: readonly string[], { delimiter, line: headerLine, columns }: Header): Generator<RawRow> {
  // Lines before the next row, counted from 0.
  let done = headerLine;
  for (let broken = 0; done < lines.length; broken++) {
    const { records, openAt } = parseLines(lines.slice(done), delimiter);
    let brokenAt = openAt;
    for (const { record, from, to } of records) {
      if (to > from && record.some((cell) => holdsRows(cell, delimiter, columns.length))) {
        brokenAt = from;
        break;
      }
      yield { line: done + from, cells: cellsOf(record, columns), ...beyond(record, columns) };
    }
    if (brokenAt === null) return;
    const problem = 'a quotation mark " is opened and not closed: close it, or take it out';
    const [cells] = parseLines([lines[done + brokenAt - 1]!.replaceAll('"', '')], delimiter).records;
    yield { line: done + brokenAt, cells: cellsOf(cells?.record ?? [], columns), problem };
    done += brokenAt;
    if (broken >= MOST_BROKEN) {
      yield { line: done + 1, cells: {}, problem: 'from here on nothing was read. Mend the lines above first' };
      return;
    }
  }
}

/** Whether a cell of several lines holds what looks like rows: its quotation mark was left open. */
const holdsRows = (cell: string, delimiter: string, columns: number): boolean =>
  cell.includes('\n') &&
  cell
    .split('\n')
    .slice(1)
    .some((line) => line.split(delimiter).length >= Math.max(2, columns - 1));

/** A row with more cells than columns: a cell with the delimiter in it moved those behind it. */
function beyond(record: readonly string[], columns: readonly unknown[]): Pick<RawRow, 'problem'> {
  const more = record.slice(columns.length).some((cell) => cell.trim() !== '');
  return more
    ? {
        problem: `it has ${record.length} cells, and ${columns.length} columns are named: put a cell with the separator in it in "…"`,
      }
    : {};
}

function cellsOf(
  record: readonly string[],
  columns: readonly (ManifestColumn | null)[],
): Partial<Record<ManifestColumn, string>> {
  return Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, record[at] ?? '']] : [])));
}

interface ParsedLine {
  record: string[];
  /** First and last line, from 1. */
  from: number;
  to: number;
}

/** Parses lines. `openAt`: the line of a record whose quotation mark is still open at the end. */
function parseLines(lines: readonly string[], delimiter: string): { records: ParsedLine[]; openAt: number | null } {
  const open: string[] = [];
  const parsed = parse(lines.join('\n'), {
    delimiter,
    record_delimiter: '\n',
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    skip_records_with_error: true,
    on_skip: (_error, raw) => {
      open.push(raw ?? '');
    },
  }) as unknown as { record: string[]; raw: string; info: Info }[];
  let line = 1;
  const records = parsed.map(({ record, raw }) => {
    const from = line;
    const ends = raw.split('\n').length - 1;
    line += ends;
    return { record, from, to: raw.endsWith('\n') ? line - 1 : line };
  });
  return { records, openAt: open.length === 0 ? null : line };
}
