import { Prisma } from '@/lib/db/generated/client';
import { PLACES, type Place } from '@/lib/search/engine';

/**
 * Gives the place of a section (lib/search/place.ts) as its index in PLACES.
 * @param row its name in the statement; it has `kind` and `partKind`
 */
export const placeIndexSql = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${row}."kind" = 'table' THEN ${index('table')} WHEN ${row}."partKind" = 'attachment' THEN ${index('attachment')} ELSE ${index('text')} END`;

const index = (place: Place): Prisma.Sql => Prisma.raw(String(PLACES.indexOf(place)));

/** The condition that `section` is at the place. */
export const isAtPlace = (place: Place): Prisma.Sql =>
  Prisma.sql`${placeIndexSql(Prisma.sql`section`)} = ${PLACES.indexOf(place)}::int`;
