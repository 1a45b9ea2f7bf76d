import { Prisma } from '@/lib/db/generated/client';
import { PLACES, type Place } from '@/lib/search/engine';
import { placeIndexSql } from './place-sql';

/** A document whose title has the words, or that the conditions alone ask for. */
export interface TitleHit {
  documentId: number;
  /** The document's day, in days since 1970. */
  day: number;
}

/** A section that has the words. */
export interface Hit extends TitleHit {
  sectionId: number;
  place: Place;
  /** The heading alone has all the words. */
  inHeading: boolean;
}

/**
 * The day of a document or section, as hits have it. Takes the name under which the statement knows
 * the row.
 */
export const daySql = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`(${row}."orderedOn" - DATE '1970-01-01')`;

/**
 * A thousand hits in one text: as rows of seven columns they take longer to send and to read than
 * to find. `sectionId documentId day flags`, each part a list of its own with blanks between.
 */
export interface PackedHits {
  sectionIds: string | null;
  documentIds: string | null;
  days: string | null;
  /** Place (its index in PLACES), plus 4 where the heading has the words. */
  flags: string | null;
}

/**
 * Expects ordered rows named `hit`, with `sectionId`, `documentId`, `day`, `kind`, `partKind` and
 * `inHeading`.
 */
export const packedHits = Prisma.sql`
  string_agg(hit."sectionId"::text, ' ') AS "sectionIds", string_agg(hit."documentId"::text, ' ') AS "documentIds", string_agg(hit."day"::text, ' ') AS "days",
  string_agg((${placeIndexSql(Prisma.sql`hit`)} + CASE WHEN hit."inHeading" THEN 4 ELSE 0 END)::text, ' ') AS "flags"`;

const numbersIn = (text: string | null | undefined): number[] => (text ? text.split(' ').map(Number) : []);

/** Takes the one row; gives the hits in their order. */
export function unpackHits(row: PackedHits | undefined): Hit[] {
  const [documentIds, days, flags] = [numbersIn(row?.documentIds), numbersIn(row?.days), numbersIn(row?.flags)];
  return numbersIn(row?.sectionIds).map((sectionId, index) => ({
    sectionId,
    documentId: documentIds[index]!,
    day: days[index]!,
    place: PLACES[flags[index]! & 3]!,
    inHeading: (flags[index]! & 4) > 0,
  }));
}

/** Expects ordered rows named `hit`, with `documentId` and `day`. */
export const packedTitles = Prisma.sql`
  string_agg(hit."documentId"::text, ' ') AS "documentIds", string_agg(hit."day"::text, ' ') AS "days"`;

/** Takes the one row; gives the documents in their order. */
export function unpackTitles(row: Pick<PackedHits, 'documentIds' | 'days'> | undefined): TitleHit[] {
  const days = numbersIn(row?.days);
  return numbersIn(row?.documentIds).map((documentId, index) => ({ documentId, day: days[index]! }));
}
