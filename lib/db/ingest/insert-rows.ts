import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from './transaction';

/** Rows of one statement: with the trees of their documents a thousand may be thirty megabytes. */
const BATCH = 1000;

/**
 * Stores rows of one table; their columns are those of the first row, the others get their defaults. Gives what the database then has in `returning`, in no order.
 * All rows travel as one JSON text, in which the table itself says what type a column has: as values of their own the 80,000 grams of an issue, or the thirty
 * columns of its documents, take longer to bind and check than to store.
 */
export async function insertRows<Stored extends object>(
  transaction: Transaction,
  table: Prisma.ModelName,
  rows: readonly object[],
  returning: readonly (keyof Stored & string)[],
): Promise<Stored[]> {
  if (rows.length === 0) return [];
  const columns = listNames(Object.keys(rows[0]!));
  const name = Prisma.raw(`"${table}"`);
  const stored: Stored[] = [];
  for (let start = 0; start < rows.length; start += BATCH)
    stored.push(
      ...(await transaction.$queryRaw<Stored[]>`
        INSERT INTO ${name} (${columns})
        SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${jsonOf(rows.slice(start, start + BATCH))}::json)
        RETURNING ${listNames(returning)}`),
    );
  return stored;
}

const listNames = (names: readonly string[]): Prisma.Sql => Prisma.raw(names.map((name) => `"${name}"`).join(', '));

/** Lists of numbers as PostgreSQL writes them, which it reads twice as fast. */
const jsonOf = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, literalOf(value)]))),
  );

const literalOf = (value: unknown): unknown =>
  Array.isArray(value) && typeof value[0] === 'number' ? `{${value.join(',')}}` : value;
