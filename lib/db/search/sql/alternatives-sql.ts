import { Prisma } from '@/lib/db/generated/client';

/** Joins conditions by AND; none is true. */
export const all = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], ' AND ');

/** Joins conditions by OR, in brackets; none is false. */
const any = (conditions: readonly Prisma.Sql[]): Prisma.Sql => {
  if (conditions.length === 0) return Prisma.sql`false`;
  return conditions.length === 1 ? conditions[0]! : Prisma.sql`(${Prisma.join([...conditions], ' OR ')})`;
};

/** The condition that a text has any of the words. strpos is several times as fast as LIKE. */
export const hasAny = (text: Prisma.Sql, words: readonly string[]): Prisma.Sql =>
  any(words.map((word) => Prisma.sql`strpos(${text}, ${word}) > 0`));

/**
 * The conditions that a column has all codes of one of the arms.
 *
 * The index looks them up one after the other, each with what else it can look up.
 * @returns none where there is no arm, or one has no codes
 */
export const hasArm = (column: Prisma.Sql, arms: readonly (readonly number[])[]): Prisma.Sql[] =>
  arms.length === 0 || arms.some((codes) => codes.length === 0)
    ? []
    : [any(arms.map((codes) => Prisma.sql`${column} @> ${[...codes]}::int[]`))];
