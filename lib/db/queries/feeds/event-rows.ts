import 'server-only';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { isEventKind, REFERENCE_KINDS, type EventKindName } from '@/lib/events/kinds';
import type { PathStep } from '@/lib/gazette';

/** A document, as an entry of a feed names it: at its address now, or the last one. */
export interface FollowedDocument {
  slug: string;
  title: string;
  docNumber: string | null;
  agency: string | null;
  /** Null where it is not held any more. */
  signedOn: Date | null;
  isHeld: boolean;
  /** How it went, where it is not held any more: withdrawn, gone, moved (see the ledger). */
  end: string | null;
}

/** An issue, as an entry of a feed names it. */
export interface FollowedIssue {
  year: number;
  number: number;
  /** Of an issue beside the regular ones: 增刊. */
  edition?: string;
  /** The rest is null where the issue is not held any more. */
  lastNumber: number | null;
  totalNumber: number | null;
  publishedOn: Date | null;
  publisher: string | null;
}

/** What an ingest changed in a document. */
interface FollowedChange {
  fromVersion: number;
  toVersion: number;
  formerNumber: string | null;
  formerTitle: string | null;
  formerSlug: string | null;
  moved: number;
  changed: number;
  gone: number;
  added: number;
}

/** The first sentence in which a document does with a number what the event tells. */
interface FollowedReference {
  sentence: string;
  words: string;
  wordsAt: number;
  section: PathStep & { path: PathStep[]; partKind: string };
}

/** An event, with what is known of it now. */
export interface FollowedEvent {
  id: string;
  at: Date;
  kind: EventKindName;
  municipality: { slug: string; name: string };
  /** What it was called then. */
  title: string;
  reason: string | null;
  /** The event of the issue with which it is one entry. */
  partOf: string | null;
  changeId: string | null;
  aboutNumber: string | null;
  /** Null for an event of an issue. */
  document: FollowedDocument | null;
  issue: FollowedIssue | null;
  change: FollowedChange | null;
  reference: FollowedReference | null;
}

interface EventRow extends Omit<FollowedEvent, 'kind' | 'document' | 'issue' | 'municipality'> {
  kind: string;
  municipalitySlug: string;
  municipalityName: string;
  document: (Omit<FollowedDocument, 'signedOn'> & { signedOn: string | null }) | null;
  issue: (Omit<FollowedIssue, 'publishedOn'> & { publishedOn: string | null }) | null;
}

const relations = Object.entries(REFERENCE_KINDS);
/** The event that `citation` makes is of the kind of `event`. */
const isOfKind = Prisma.sql`citation."relation" IN (SELECT "relation"
  FROM unnest(${relations.map(([relation]) => relation)}::text[], ${relations.map(([, kind]) => kind)}::text[]) AS kinds("relation", "kind")
  WHERE kinds."kind" = event."kind")`;

/**
 * Reads events, the last told first, by one statement. They stand by their instants, then ids: what
 * the migration told of the past has late ids and early instants. Kinds of a later release are left
 * out.
 * @param picked a statement that selects their ids as `id`
 */
export async function readEvents(picked: Prisma.Sql): Promise<FollowedEvent[]> {
  const rows = await getClient().$queryRaw<EventRow[]>`
    SELECT event."id"::text AS "id", event."at", event."kind", event."title", event."reason", event."partOf"::text AS "partOf",
      event."changeId"::text AS "changeId", event."aboutNumber", event."municipality" AS "municipalitySlug",
      coalesce(ledger."municipalityName", municipality."name", former."municipalityName", event."municipality") AS "municipalityName",
      CASE WHEN ledger."id" IS NOT NULL THEN json_build_object('slug', ledger."slug", 'title', ledger."title", 'docNumber', ledger."docNumber",
        'agency', event."agency", 'signedOn', document."signedOn"::text, 'isHeld', document."id" IS NOT NULL, 'end', ledger."end") END AS "document",
      CASE WHEN event."issueYear" IS NOT NULL THEN json_build_object('year', event."issueYear", 'number', event."issueNumber", 'lastNumber', issue."lastNumber", 'edition', event."issueEdition",
        'totalNumber', issue."totalNumber", 'publishedOn', issue."publishedOn"::text, 'publisher', issue."publisher") END AS "issue",
      CASE WHEN change."id" IS NOT NULL THEN json_build_object('fromVersion', change."fromVersion", 'toVersion', change."toVersion",
        'formerNumber', change."formerNumber", 'formerTitle', change."formerTitle", 'formerSlug', change."formerSlug",
        'moved', change."moved", 'changed', change."changed", 'gone', change."gone", 'added', change."added") END AS "change",
      reference."reference"
    FROM (${picked}) picked JOIN "Event" event ON event."id" = picked."id"
    LEFT JOIN "LedgerDocument" ledger ON ledger."id" = event."ledgerDocumentId"
    LEFT JOIN "Document" document ON document."id" = ledger."documentId"
    LEFT JOIN "Municipality" municipality ON municipality."slug" = event."municipality"
    LEFT JOIN "Issue" issue ON issue."municipalityId" = municipality."id" AND issue."year" = event."issueYear" AND issue."number" = event."issueNumber"
      AND issue."edition" = event."issueEdition"
    LEFT JOIN "FormerIssue" former ON former."municipality" = event."municipality" AND former."year" = event."issueYear" AND former."number" = event."issueNumber"
      AND former."edition" = event."issueEdition"
    LEFT JOIN "DocumentChange" change ON change."id" = event."changeId"
    LEFT JOIN LATERAL (
      SELECT json_build_object('sentence', citation."sentence", 'words', citation."words", 'wordsAt', citation."wordsAt",
        'section', json_build_object('address', section."address", 'kind', section."kind", 'partKind', section."partKind",
          'marker', section."marker", 'heading', section."heading", 'path', section."path")) AS "reference"
      FROM "Citation" citation JOIN "Section" section ON section."id" = citation."sectionId"
      WHERE event."aboutNumber" IS NOT NULL AND citation."documentId" = document."id" AND citation."docNumber" = event."aboutNumber"
        AND NOT citation."aliasDefinition" AND ${isOfKind}
      ORDER BY citation."position" LIMIT 1
    ) reference ON true
    ORDER BY event."at" DESC, event."id" DESC`;
  return rows.flatMap(({ kind, municipalitySlug, municipalityName, document, issue, ...row }) =>
    isEventKind(kind)
      ? [
          {
            ...row,
            kind,
            municipality: { slug: municipalitySlug, name: municipalityName },
            document: document && { ...document, signedOn: readDay(document.signedOn) },
            issue: issue && { ...issue, publishedOn: readDay(issue.publishedOn) },
          },
        ]
      : [],
  );
}

const readDay = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** Selects events by their ids. */
export const byIds = (ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`SELECT "id" FROM "Event" WHERE "id" = ANY (${[...ids]}::bigint[])`;
