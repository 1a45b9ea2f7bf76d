import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from './transaction';

/** Rows of one statement: with the trees of their documents a thousand may be thirty megabytes. */
const BATCH = 1000;

/**
 * Stores rows of one table; their columns are those of the first row, the others get their defaults. Gives what the database then has in `returning`, in no order.
 * All rows travel as one JSON text, in which the table itself says what type a column has; only their lists of numbers travel beside it, as one list in the form that
 * PostgreSQL keeps it in. As values of their own, or as digits, the 150,000 grams of an issue take longer to bind and to read than to store.
 */
export async function insertRows<Stored extends object>(
  transaction: Transaction,
  table: Prisma.ModelName,
  rows: readonly object[],
  returning: readonly (keyof Stored & string)[],
): Promise<Stored[]> {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]!);
  const name = Prisma.raw(`"${table}"`);
  const stored: Stored[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const { json, numbers, numberColumns } = packRows(rows.slice(start, start + BATCH));
    const values = columns.map((column) =>
      numberColumns.has(column)
        ? Prisma.raw(`numbers.list[row."${column}"[1]:row."${column}"[2]]`)
        : Prisma.raw(`row."${column}"`),
    );
    stored.push(
      ...(await transaction.$queryRaw<Stored[]>`
        INSERT INTO ${name} (${listNames(columns)})
        SELECT ${Prisma.join(values)}
        FROM json_populate_recordset(NULL::${name}, ${json}::json) row, (SELECT ${numbers}::int[]) AS numbers (list)
        RETURNING ${listNames(returning)}`),
    );
  }
  return stored;
}

const listNames = (names: readonly string[]): Prisma.Sql => Prisma.raw(names.map((name) => `"${name}"`).join(', '));

const isNumbers = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'number';

/** Rows as JSON, in which a list of numbers says where it stands in `numbers`: `{first,last}`, counted from 1; `{1,0}` is the empty list. */
function packRows(rows: readonly object[]): { json: string; numbers: Uint8Array; numberColumns: Set<string> } {
  const numberColumns = new Set(
    rows.flatMap((row) => Object.entries(row).flatMap(([column, value]) => (isNumbers(value) ? [column] : []))),
  );
  const lists: number[][] = [];
  let count = 0;
  const placeOf = (list: number[]): string => {
    if (list.length === 0) return '{1,0}';
    lists.push(list);
    return `{${count + 1},${(count += list.length)}}`;
  };
  const packed = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]: [string, unknown]) => [
        column,
        numberColumns.has(column) && Array.isArray(value) ? placeOf(value as number[]) : value,
      ]),
    ),
  );
  return { json: JSON.stringify(packed), numbers: binaryArray(lists), numberColumns };
}

const INT4 = 23;

/**
 * The numbers of all lists as one int4[] in PostgreSQL's binary format (array_recv in its source): one dimension, no nulls, element type; length and first
 * index; then each element behind its size.
 */
function binaryArray(lists: readonly number[][]): Uint8Array {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const view = new DataView(new ArrayBuffer(20 + 8 * length));
  let end = 0;
  const add = (word: number): void => {
    view.setInt32(end, word);
    end += 4;
  };
  for (const word of [1, 0, INT4, length, 1]) add(word);
  for (const list of lists)
    for (const number of list) {
      add(4);
      add(number);
    }
  return new Uint8Array(view.buffer);
}
