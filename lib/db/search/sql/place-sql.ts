import { Prisma } from '@/lib/db/generated/client';
import { PLACES, type Place } from '@/lib/search/engine';

/**
 * The place of a section (lib/search/place.ts) as its index in PLACES. Takes the name under which
 * the statement knows the row: it has `kind` and `partKind`.
 */
export const placeIndexSql = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${row}."kind" = 'table' THEN 1 WHEN ${row}."partKind" = 'attachment' THEN 2 ELSE 0 END`;

/** The condition that `section` is at the place. */
export const isAtPlace = (place: Place): Prisma.Sql =>
  Prisma.sql`${placeIndexSql(Prisma.sql`section`)} = ${PLACES.indexOf(place)}::int`;
