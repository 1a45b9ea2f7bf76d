import { setImmediate } from 'node:timers/promises';
import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** Rows of one statement; with the trees of documents a thousand may take thirty megabytes. */
const BATCH = 1000;

/**
 * Reserves ids for new rows of tables, in one statement.
 * JavaScript counts exactly far beyond 32 bits.
 * @param counts rows of each table
 */
export async function reserveIds<Table extends Prisma.ModelName>(
  transaction: Transaction,
  counts: Record<Table, number>,
): Promise<Record<Table, number[]>> {
  const lists = (Object.keys(counts) as Table[]).map((table) => {
    const sequence = Prisma.raw(`pg_get_serial_sequence('"${table}"', 'id')`);
    return Prisma.sql`ARRAY(SELECT nextval(${sequence})::float8 FROM generate_series(1, ${counts[table]}::int)) AS ${Prisma.raw(`"${table}"`)}`;
  });
  const [ids] = await transaction.$queryRaw<[Record<Table, number[]>]>`SELECT ${Prisma.join(lists)}`;
  return ids;
}

/**
 * Rows of one table, which all have the columns of the first one.
 *
 * Other columns get their defaults.
 */
export interface TableRows {
  table: Prisma.ModelName;
  /** Called once, when it is the table's turn. */
  makeRows: () => readonly object[];
}

/**
 * Inserts rows, one table after the other.
 *
 * While the database stores the rows of a table, those of the next are made and packed. The rows of
 * a statement travel as one JSON text; the table itself says what type a column has. Lists of
 * numbers and JSON values travel beside it as arrays in PostgreSQL's binary format: inside the
 * text, or as values of their own, the 150,000 grams of an issue and the trees of its documents
 * take longer to bind and read than to store.
 */
export async function insertRows(transaction: Transaction, tables: readonly TableRows[]): Promise<void> {
  let packed: PackedTable | undefined;
  for (const next of [...tables, undefined]) {
    const [following] = await Promise.all([
      next && packWhileOthersGo(next),
      packed && storePacked(transaction, packed),
    ]);
    packed = following;
  }
}

interface PackedTable {
  table: Prisma.ModelName;
  columns: string[];
  batches: PackedRows[];
}

/** Packs the rows of a table. Packing blocks the process, so what is to be sent goes first. */
async function packWhileOthersGo({ table, makeRows }: TableRows): Promise<PackedTable> {
  await setImmediate();
  const rows = makeRows();
  const columns = Object.keys(rows[0] ?? {});
  const starts = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => index * BATCH);
  return { table, columns, batches: starts.map((start) => packRows(columns, rows.slice(start, start + BATCH))) };
}

async function storePacked(transaction: Transaction, { table, columns, batches }: PackedTable): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  for (const { json, numbers, values, kindOf } of batches) {
    const selected = columns.map((column) => Prisma.raw(`${READ[kindOf(column)](`row."${column}"`)} AS "${column}"`));
    await transaction.$executeRaw`
      INSERT INTO ${name} (${listNames(columns)})
      SELECT ${Prisma.join(selected)}
      FROM json_populate_recordset(NULL::${name}, ${json}::json) row, (SELECT ${numbers}::int[], ${values}::text[]) AS arrays (numbers, values)`;
  }
}

const listNames = (names: readonly string[]): Prisma.Sql => Prisma.raw(names.map((name) => `"${name}"`).join(', '));

/** How the values of a column travel: inside the JSON text, or beside it as numbers or as JSON. */
type Kind = 'inside' | 'numbers' | 'json';

/**
 * Gives the SQL expression of a column's value. For values beside the text the column says where
 * they are there, counted from 1.
 */
const READ: Record<Kind, (column: string) => string> = {
  inside: (column) => column,
  numbers: (column) => `arrays.numbers[${column}[1]:${column}[2]]`,
  json: (column) => `arrays.values[${column}::text::int]::json`,
};

/**
 * Gives how a value travels. An empty list has no type: the other rows decide, or it travels
 * inside.
 */
function kindOfValue(value: unknown): Kind {
  if (value === null || typeof value !== 'object' || value instanceof Date) return 'inside';
  if (!Array.isArray(value)) return 'json';
  return value.length === 0 ? 'inside' : typeof value[0] === 'number' ? 'numbers' : 'json';
}

interface PackedRows {
  /**
   * In UTF-8: a string would be escaped and read back on its way, which takes longer than writing
   * it.
   */
  json: Uint8Array;
  numbers: Uint8Array;
  values: Uint8Array;
  kindOf: (column: string) => Kind;
}

function packRows(columns: readonly string[], rows: readonly object[]): PackedRows {
  const valueAt = (row: object, column: string): unknown => (row as Record<string, unknown>)[column];
  const kinds = new Map<string, Kind>();
  for (const column of columns) {
    const kind = rows.map((row) => kindOfValue(valueAt(row, column))).find((each) => each !== 'inside');
    kinds.set(column, kind ?? 'inside');
  }
  const kindOf = (column: string): Kind => kinds.get(column)!;
  const lists: number[][] = [];
  const values: string[] = [];
  let count = 0;
  const place: Record<Kind, (value: unknown) => unknown> = {
    inside: (value) => value,
    numbers: (list) => {
      lists.push(list as number[]);
      return `{${count + 1},${(count += (list as number[]).length)}}`;
    },
    json: (value) => values.push(JSON.stringify(value)),
  };
  const packed = rows.map((row) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = valueAt(row, column);
        return [column, value === null || value === undefined ? null : place[kindOf(column)](value)];
      }),
    ),
  );
  return {
    json: new TextEncoder().encode(JSON.stringify(packed)),
    numbers: packNumbers(lists),
    values: packTexts(values),
    kindOf,
  };
}

// An array in PostgreSQL's binary format (array_recv in its source): one dimension, no nulls, type
// of the elements; length and first index; then each element with its size before it.
const HEAD = 20;
const INT4 = 23;
const TEXT = 25;

/** Packs the numbers of all lists as one int4[]. */
function packNumbers(lists: readonly number[][]): Uint8Array {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const array = startArray(INT4, length, 4 * length);
  let end = HEAD;
  for (const list of lists)
    for (const number of list) {
      array.setInt32(end, 4);
      array.setInt32(end + 4, number);
      end += 8;
    }
  return new Uint8Array(array.buffer);
}

/** Packs texts as a text[]. */
function packTexts(texts: readonly string[]): Uint8Array {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const array = startArray(
    TEXT,
    encoded.length,
    encoded.reduce((sum, { length }) => sum + length, 0),
  );
  const bytes = new Uint8Array(array.buffer);
  let end = HEAD;
  for (const text of encoded) {
    array.setInt32(end, text.length);
    bytes.set(text, end + 4);
    end += 4 + text.length;
  }
  return bytes;
}

function startArray(type: number, length: number, bytes: number): DataView {
  const array = new DataView(new ArrayBuffer(HEAD + 4 * length + bytes));
  for (const [at, word] of [1, 0, type, length, 1].entries()) array.setInt32(4 * at, word);
  return array;
}
