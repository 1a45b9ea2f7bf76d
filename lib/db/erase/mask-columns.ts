import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { maskText, type ErasedWords } from '@/lib/erasure/mask';

/**
 * Covers words in columns of text.
 * @param where condition on the rows
 * @returns how many rows had them
 */
export async function maskColumns(
  transaction: Transaction,
  table: Prisma.ModelName,
  columns: readonly string[],
  where: Prisma.Sql,
  erased: ErasedWords,
): Promise<number> {
  const named = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`);
  const list = columns.map(named);
  const has = list.map((column) => Prisma.sql`strpos(${plain(column)}, ${erased.words}) > 0`);
  const rows = await transaction.$queryRaw<({ ctid: string } & Record<string, string | null>)[]>`
    SELECT ctid::text AS "ctid", ${Prisma.join(list)} FROM ${named(table)} WHERE (${where}) AND (${Prisma.join(has, ' OR ')})`;
  for (const row of rows) {
    const set = columns.map((column) => {
      const value = row[column] ?? null;
      return Prisma.sql`${named(column)} = ${value === null ? null : maskText(value, erased)}::text`;
    });
    await transaction.$executeRaw`UPDATE ${named(table)} SET ${Prisma.join(set)} WHERE ctid = ${row.ctid}::tid`;
  }
  return rows.length;
}

/** Takes the layout out of a column, as plainWords does. */
export const plain = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`regexp_replace(normalize(${column}, NFKC), '\\s+', '', 'g')`;
