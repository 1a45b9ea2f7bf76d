import { stringify } from 'csv-stringify/sync';
import type * as ast from '@/lib/gazette/ast';
import { layTable } from './table-cells';

/**
 * Makes CSV of a table (RFC 4180), with the mark by which Excel knows UTF-8.
 * A cell merged downwards is repeated in each of its rows, so that every row can be read alone; one
 * merged sideways stands in its first column, and the others are empty.
 */
export const printCsv = (table: ast.Table): string =>
  `\ufeff${stringify(
    layTable(table).map((row) => row.map(({ text, begins, below }) => (begins || below ? defuse(text) : ''))),
    { record_delimiter: 'windows' },
  )}`;

/**
 * A spreadsheet would take = + - @ for a formula, which an apostrophe prevents; -5.2% and +3 are
 * figures.
 */
const defuse = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+\s*[%％‰]?$/.test(text) ? `'${text}` : text;
