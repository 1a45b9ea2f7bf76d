import { Prisma } from '@/lib/db/generated/client';
import { PLACES, type Place } from '@/lib/search/engine';
import { placeIndexSql } from './place-sql';

/** A document that was found itself: by its title, or by conditions alone. */
export interface TitleHit {
  documentId: number;
  /** The document's day, in days since 1970. */
  day: number;
  /** Whether it has the words as they were typed, and not only others for the same. */
  isTyped: boolean;
}

/** A section that was found. */
export interface Hit extends TitleHit {
  sectionId: number;
  place: Place;
  /** Whether the heading alone has all the words. */
  inHeading: boolean;
}

/**
 * Gives the day of a document or section, in days since 1970.
 * @param row its name in the statement
 */
export const daySql = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`(${row}."orderedOn" - DATE '1970-01-01')`;

/**
 * Hits as one row: one list for each column, its values separated by blanks.
 *
 * A thousand rows of seven columns take longer to send and read than to find.
 */
export interface PackedHits {
  sectionIds: string | null;
  documentIds: string | null;
  days: string | null;
  /**
   * The place (its index in PLACES), plus 4 where the heading has the words, plus 8 where it has
   * not those that were typed. Of documents only the last.
   */
  flags: string | null;
}

const UNTYPED = 8;
const untypedSql = Prisma.sql`CASE WHEN hit."isTyped" THEN 0 ELSE 8 END`;

/**
 * Selects PackedHits from ordered rows.
 *
 * They are named `hit` and have `sectionId`, `documentId`, `day`, `kind`, `partKind`, `inHeading`
 * and `isTyped`.
 */
export const packedHits = Prisma.sql`
  string_agg(hit."sectionId"::text, ' ') AS "sectionIds", string_agg(hit."documentId"::text, ' ') AS "documentIds", string_agg(hit."day"::text, ' ') AS "days",
  string_agg((${placeIndexSql(Prisma.sql`hit`)} + CASE WHEN hit."inHeading" THEN 4 ELSE 0 END + ${untypedSql})::text, ' ') AS "flags"`;

const numbersIn = (text: string | null | undefined): number[] => (text ? text.split(' ').map(Number) : []);

/** Reads packed hits in their order. */
export function unpackHits(row: PackedHits | undefined): Hit[] {
  const [documentIds, days, flags] = [numbersIn(row?.documentIds), numbersIn(row?.days), numbersIn(row?.flags)];
  return numbersIn(row?.sectionIds).map((sectionId, index) => ({
    sectionId,
    documentId: documentIds[index]!,
    day: days[index]!,
    place: PLACES[flags[index]! & 3]!,
    inHeading: (flags[index]! & 4) > 0,
    isTyped: (flags[index]! & UNTYPED) === 0,
  }));
}

/** Selects packed documents from ordered rows `hit` with `documentId`, `day` and `isTyped`. */
export const packedTitles = Prisma.sql`
  string_agg(hit."documentId"::text, ' ') AS "documentIds", string_agg(hit."day"::text, ' ') AS "days",
  string_agg((${untypedSql})::text, ' ') AS "flags"`;

/** Reads packed documents in their order. */
export function unpackTitles(row: Omit<PackedHits, 'sectionIds'> | undefined): TitleHit[] {
  const [days, flags] = [numbersIn(row?.days), numbersIn(row?.flags)];
  return numbersIn(row?.documentIds).map((documentId, index) => ({
    documentId,
    day: days[index]!,
    isTyped: flags[index] !== UNTYPED,
  }));
}
