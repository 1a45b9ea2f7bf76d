import { Prisma } from '@/lib/db/generated/client';
import type { SharedScheme } from '@/lib/search/text/scheme';

/**
 * Gives a text of matching in the present spelling, whichever its row has.
 *
 * It costs nothing where all rows have the present one.
 * @param text an expression: matchText, or matchTitle
 */
export const speltSql = (text: Prisma.Sql, { spelling }: SharedScheme): Prisma.Sql =>
  spelling ? Prisma.sql`translate(${text}, ${spelling.from}, ${spelling.to})` : text;
