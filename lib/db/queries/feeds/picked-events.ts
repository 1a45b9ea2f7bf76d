import { Prisma } from '@/lib/db/generated/client';

// Which events each feed lists: the last told first, by an index that has nothing else (see the
// migration event_entries). The conditions are those of the indexes, word for word. No feed's cost
// grows with what the portal holds; a test looks at the plans.

/** Entries of a feed. */
export const ENTRIES = 50;
/** Documents that the entry of an issue names. */
const PARTS = 100;
/** Events of an agency from which its entries are made. */
const AGENCY_EVENTS = 1000;

/** A better reading alone changes no words: it is told to those who follow the document. */
const isEntry = Prisma.sql`"partOf" IS NULL AND "aboutNumber" IS NULL AND "kind" <> 'reread'`;
const newest = Prisma.sql`ORDER BY "id" DESC LIMIT ${ENTRIES}::int`;

const inMunicipality = (municipality: string | null): Prisma.Sql =>
  municipality === null ? Prisma.sql`true` : Prisma.sql`"municipality" = ${municipality}`;

/** Selects the newest entries of a municipality, or of all (null). */
export const pickEntries = (municipality: string | null): Prisma.Sql =>
  Prisma.sql`SELECT "id" FROM "Event" WHERE ${inMunicipality(municipality)} AND ${isEntry} ${newest}`;

/** Selects the newest events of the issues of a municipality, or of all (null). */
export const pickIssues = (municipality: string | null): Prisma.Sql =>
  Prisma.sql`SELECT "id" FROM "Event" WHERE ${inMunicipality(municipality)} AND "ledgerDocumentId" IS NULL ${newest}`;

/** Selects the newest events of the documents that an agency of a municipality signs. */
export const pickOfAgency = (municipality: string, agency: string): Prisma.Sql =>
  Prisma.sql`SELECT "id" FROM "Event" WHERE "municipality" = ${municipality} AND "agency" = ${agency}
    AND "aboutNumber" IS NULL AND "kind" <> 'reread' ORDER BY "id" DESC LIMIT ${AGENCY_EVENTS}::int`;

/** Selects the documents of events of issues, of each the first ones. */
export const pickParts = (wholes: readonly string[]): Prisma.Sql =>
  Prisma.sql`SELECT part."id" FROM unnest(${[...wholes]}::bigint[]) AS whole("id")
    CROSS JOIN LATERAL (SELECT "id" FROM "Event" WHERE "partOf" = whole."id" ORDER BY "id" LIMIT ${PARTS}::int) part`;

/**
 * Selects the newest events of the documents that correct what a gazette printed.
 *
 * They are few, and an index has them alone.
 */
export const pickErrata = (municipality: string | null): Prisma.Sql =>
  Prisma.sql`SELECT event."id" FROM (SELECT DISTINCT "documentId" FROM "Citation" WHERE "tie" = 'corrects') erratum
    JOIN "LedgerDocument" ledger ON ledger."documentId" = erratum."documentId" JOIN "Event" event ON event."ledgerDocumentId" = ledger."id"
    WHERE event."aboutNumber" IS NULL AND event."kind" <> 'reread' AND ${municipality === null ? Prisma.sql`true` : Prisma.sql`event."municipality" = ${municipality}`}
    ORDER BY event."id" DESC LIMIT ${ENTRIES}::int`;

const aboutNumber = (docNumber: string): Prisma.Sql =>
  Prisma.sql`(SELECT "id" FROM "Event" WHERE "aboutNumber" = ${docNumber} ${newest})`;
const newestOf = (...lists: Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`SELECT "id" FROM (${Prisma.join(lists, ' UNION ')}) listed ${newest}`;

/**
 * Selects the newest events of a number: what others do with it, and what becomes of the documents
 * that have it. Whoever waits for a missing document sees it arrive.
 */
export const pickOfNumber = (docNumber: string): Prisma.Sql =>
  newestOf(
    aboutNumber(docNumber),
    Prisma.sql`(SELECT own."id" FROM "LedgerDocument" ledger CROSS JOIN LATERAL (
      SELECT "id" FROM "Event" WHERE "ledgerDocumentId" = ledger."id" AND "aboutNumber" IS NULL AND "kind" <> 'reread' ${newest}
    ) own WHERE ledger."docNumber" = ${docNumber} ORDER BY own."id" DESC LIMIT ${ENTRIES}::int)`,
  );

/** Selects the newest events of a document: its own, and what others do with its number. */
export const pickOfDocument = (ledgerDocumentId: number, docNumber: string | null): Prisma.Sql =>
  newestOf(
    Prisma.sql`(SELECT "id" FROM "Event" WHERE "ledgerDocumentId" = ${ledgerDocumentId}::int AND "aboutNumber" IS NULL ${newest})`,
    ...(docNumber === null ? [] : [aboutNumber(docNumber)]),
  );

/**
 * Selects the newest events of a section: changes after which its address meant something else, and
 * what became of its document as a whole.
 */
export const pickOfSection = (ledgerDocumentId: number, address: string): Prisma.Sql =>
  newestOf(
    Prisma.sql`(SELECT event."id" FROM "FormerPassage" passage JOIN "Event" event ON event."changeId" = passage."changeId"
      WHERE passage."ledgerDocumentId" = ${ledgerDocumentId}::int AND passage."address" = ${address}
        AND event."ledgerDocumentId" = ${ledgerDocumentId}::int AND event."kind" IN ('corrected', 'reread')
      ORDER BY event."id" DESC LIMIT ${ENTRIES}::int)`,
    Prisma.sql`(SELECT "id" FROM "Event" WHERE "ledgerDocumentId" = ${ledgerDocumentId}::int AND "aboutNumber" IS NULL
      AND "kind" NOT IN ('corrected', 'reread') ${newest})`,
  );
