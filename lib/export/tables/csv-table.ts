import { stringify } from 'csv-stringify/sync';
import { attachmentHeader, cleanFileName } from '@/lib/export/attachment';

/** A column of a table to download: its header, and its cell for a row. */
export interface Column<Row> {
  header: string;
  cell: (row: Row, siteUrl: string) => string;
}

/** Prints the header of a table, with the mark by which Excel recognises UTF-8. */
const printHead = <Row>(columns: readonly Column<Row>[]): string =>
  `\ufeff${stringify([columns.map(({ header }) => header)], { record_delimiter: 'windows' })}`;

/**
 * Prints rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula (= + - @, tab)
 * gets an apostrophe before it.
 */
const printBatch = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], siteUrl: string): string =>
  stringify(
    rows.map((row) => columns.map(({ cell }) => cell(row, siteUrl))),
    { record_delimiter: 'windows', escape_formulas: true },
  );

/**
 * Yields a table in pieces, as its rows are found. The first piece waits for the first rows, so
 * that a query that fails has not begun an answer.
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

/** Most characters of what a table was limited to, in its file's name. */
const DETAIL_LENGTH = 40;

/**
 * Gives the value of `Content-Disposition` for a table: 检索-养老.csv
 * @param ascii the name for programs that read only ASCII
 * @param title the table's own name
 * @param detail what it was limited to, in the reader's words; may be empty
 */
export function tableAttachment(ascii: string, title: string, detail: string): string {
  const words = [...cleanFileName(detail)].slice(0, DETAIL_LENGTH).join('');
  return attachmentHeader(`${title}${words && `-${words}`}.csv`, ascii);
}
