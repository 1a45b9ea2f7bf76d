import { stringify } from 'csv-stringify/sync';

/** A column of a table to take along: its head, and what stands in it for a row. */
export interface Column<Row> {
  header: string;
  cell: (row: Row, siteUrl: string) => string;
}

/** The head of a table, with the mark by which Excel knows UTF-8. */
const printHead = <Row>(columns: readonly Column<Row>[]): string =>
  `\ufeff${stringify([columns.map(({ header }) => header)], { record_delimiter: 'windows' })}`;

/**
 * Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula (= + - @, tab) gets an
 * apostrophe before it.
 */
const printBatch = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], siteUrl: string): string =>
  stringify(
    rows.map((row) => columns.map(({ cell }) => cell(row, siteUrl))),
    { record_delimiter: 'windows', escape_formulas: true },
  );

/**
 * Takes columns, rows as they come, and the public origin; gives the table in pieces. The first
 * piece waits for the first rows, so that a question that fails has not begun an answer.
 */
export async function* printRows<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<Row[]>,
  siteUrl: string,
): AsyncGenerator<string, void, void> {
  let head = printHead(columns);
  for await (const rows of batches) {
    yield head + printBatch(columns, rows, siteUrl);
    head = '';
  }
  if (head !== '') yield head;
}

/**
 * `attachment` with a name that old and new programs read (RFC 6266, RFC 8187): takes the plain
 * one, and the words that it is made of, the first of them the portal's own.
 */
export function attachmentNamed(plain: string, title: string, detail: string): string {
  // What no file system takes, and dots at the start, which hide a file.
  const words = detail
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|%]+/gu, ' ')
    .trim()
    .replace(/^[\s.]+/, '');
  const name = `${title}${words && `-${[...words].slice(0, 40).join('')}`}.csv`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
