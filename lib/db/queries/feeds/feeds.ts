import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { listLapsesAhead, type LapseNotice } from './lapse-notices';
import { byIds, readEvents } from './event-rows';
import { gatherUnderIssues, withoutParts, withParts, type FollowedEntries } from './entries';
import { pickEntries, pickErrata, pickIssues, pickOfAgency, pickOfNumber } from './picked-events';

/** A municipality that is followed, and its entries. */
export interface FollowedPlace extends FollowedEntries {
  /** Empty for all municipalities. */
  name: string;
}

/** A municipality whose documents end. */
export interface LapsingPlace {
  name: string;
  /** The latest first. */
  notices: LapseNotice[];
  since: Date;
}

/**
 * Finds the name of a municipality, empty for all; null where none ever had the address. One whose
 * last issue was taken out is still followed.
 */
async function nameOf(municipality: string | null): Promise<string | null> {
  if (municipality === null) return '';
  const [row] = await getClient().$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Municipality" WHERE "slug" = ${municipality}
    UNION ALL (SELECT "municipalityName" FROM "LedgerDocument" WHERE "municipality" = ${municipality} LIMIT 1)
    UNION ALL (SELECT "municipalityName" FROM "FormerIssue" WHERE "municipality" = ${municipality} LIMIT 1)
    LIMIT 1`;
  return row?.name ?? null;
}

async function ofPlace(municipality: string | null, list: () => Promise<FollowedEntries>) {
  const [name, entries] = await Promise.all([nameOf(municipality), list()]);
  return name === null ? null : ({ name, ...entries } satisfies FollowedPlace);
}

/**
 * Lists what came last to a municipality, or to all: issues with their documents, standalone
 * documents, corrections, new addresses, withdrawals.
 * @param municipality its address; null for all
 * @returns null where none ever had the address
 */
export const listNewestEntries = (municipality: string | null): Promise<FollowedPlace | null> =>
  ofPlace(municipality, async () => withParts(await readEvents(pickEntries(municipality))));

/**
 * Lists the issues that came last, and those that were withdrawn.
 *
 * See listNewestEntries.
 */
export const listNewestIssueEntries = (municipality: string | null): Promise<FollowedPlace | null> =>
  ofPlace(municipality, async () => withParts(await readEvents(pickIssues(municipality))));

/** Lists the documents that came last in which a gazette corrects what it printed. */
export const listErrataEntries = (municipality: string | null): Promise<FollowedPlace | null> =>
  ofPlace(municipality, async () => withoutParts(await readEvents(pickErrata(municipality))));

/** Lists the days on which documents of a municipality end: 90, 30 and 0 days before. */
export async function listLapseNotices(municipality: string): Promise<LapsingPlace | null> {
  const [name, notices, { since }] = await Promise.all([
    nameOf(municipality),
    listLapsesAhead(Prisma.sql`municipality."slug" = ${municipality}`),
    withoutParts([]),
  ]);
  return name === null ? null : { name, notices, since };
}

/**
 * Lists what came last of the documents that an agency signs. It may have signed none yet.
 * @param agency its full name, as documents are signed
 */
export const listAgencyEntries = (municipality: string, agency: string): Promise<FollowedPlace | null> =>
  ofPlace(municipality, async () => gatherUnderIssues(await readEvents(pickOfAgency(municipality, agency))));

/** Lists what happened last to a canonical number, held or not. */
export const listNumberEntries = async (docNumber: string): Promise<FollowedEntries> =>
  withoutParts(await readEvents(pickOfNumber(docNumber)));

/**
 * Lists the entries of events by which documents arrived; those of one issue are one.
 * @param ids in any order
 */
export const listArrivals = async (ids: readonly string[]): Promise<FollowedEntries> =>
  gatherUnderIssues(ids.length > 0 ? await readEvents(byIds(ids)) : []);
