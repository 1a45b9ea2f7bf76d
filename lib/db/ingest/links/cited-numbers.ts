import { RELATIONS } from '@/lib/gazette/ast';
import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** How often a document mentions a number in one relation and with one title. */
export interface MentionTally {
  documentId: number;
  docNumber: string;
  agencyCode: string;
  year: number | null;
  serial: number | null;
  relation: string;
  /** Empty where none is named. */
  title: string;
  mentions: number;
}

/**
 * Characters of a title that are kept: a longer one is a misread paragraph, and too long for an
 * index.
 */
export const TITLE_LENGTH = 300;

/**
 * The condition that `citation` is a mention: not of the document's own number, and no definition
 * of an alias.
 */
export const isMention = Prisma.sql`NOT citation."aliasDefinition" AND citation."docNumber" <> coalesce(citing."docNumber", '')`;

/** Counts the mentions of numbers in documents as they are now. */
export async function tallyMentions(transaction: Transaction, documentIds: readonly number[]): Promise<MentionTally[]> {
  return transaction.$queryRaw<MentionTally[]>`
    SELECT citation."documentId", citation."docNumber", min(citation."agencyCode") AS "agencyCode", min(citation."year") AS "year",
      min(citation."serial") AS "serial", citation."relation", left(coalesce(citation."title", ''), ${TITLE_LENGTH}::int) AS "title", count(*)::int AS "mentions"
    FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
    WHERE citation."documentId" = ANY (${[...documentIds]}::int[]) AND ${isMention}
    GROUP BY 1, 2, citation."relation", 7`;
}

/** What documents mention, before and after a change. */
export interface ChangedMentions {
  before: readonly MentionTally[];
  after: readonly MentionTally[];
  /** Numbers of documents that were stored or removed. */
  ownNumbers: readonly string[];
}

/**
 * Brings the counts of cited numbers up to date.
 *
 * It adds the new mentions and subtracts the old ones; a number that is not mentioned any more is
 * removed. The cost grows with the changed mentions alone. Two calls at once would miss each
 * other's counts: call it inside `storeAlone`.
 */
export async function countCitedNumbers(
  transaction: Transaction,
  { before, after, ownNumbers }: ChangedMentions,
): Promise<void> {
  const changed = addUp([...negated(before), ...after], (row) => `${row.documentId} ${keyOf(row)}`);
  await storeMentionCounts(transaction, addUp(changed, keyOf));
  const documents = addUp([...negated(listPairs(before)), ...listPairs(after)], ({ docNumber }) => docNumber);
  await storeCitedNumbers(transaction, listNumbers(changed, documents, ownNumbers));
}

const keyOf = ({ docNumber, relation, title }: MentionTally): string => JSON.stringify([docNumber, relation, title]);

/** Lists each document with each number that it mentions, once. */
const listPairs = (rows: readonly MentionTally[]): MentionTally[] =>
  addUp(rows, ({ documentId, docNumber }) => `${documentId} ${docNumber}`).map((row) => ({ ...row, mentions: 1 }));

const negated = (rows: readonly MentionTally[]): MentionTally[] =>
  rows.map((row) => ({ ...row, mentions: -row.mentions }));

/** Adds up the mentions of rows with the same key; sums of 0 are left out. */
function addUp(rows: readonly MentionTally[], keyOf: (row: MentionTally) => string): MentionTally[] {
  const sums = new Map<string, MentionTally>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, { ...row, mentions: row.mentions + (sums.get(key)?.mentions ?? 0) });
  }
  return [...sums.values()].filter(({ mentions }) => mentions !== 0);
}

/** A number whose row has to be written, and how many more documents mention it. */
interface ChangedNumber {
  docNumber: string;
  /** Null for a number that is only in ownNumbers. */
  agencyCode: string | null;
  year: number | null;
  serial: number | null;
  documents: number;
}

function listNumbers(
  changed: readonly MentionTally[],
  documents: readonly MentionTally[],
  ownNumbers: readonly string[],
): ChangedNumber[] {
  const more = new Map(documents.map(({ docNumber, mentions }) => [docNumber, mentions]));
  const noParts = { agencyCode: null, year: null, serial: null };
  const numbers = new Map<string, Omit<ChangedNumber, 'documents'>>(
    ownNumbers.map((docNumber) => [docNumber, { docNumber, ...noParts }]),
  );
  for (const row of changed) numbers.set(row.docNumber, row);
  return [...numbers.values()].map((number) => ({ ...number, documents: more.get(number.docNumber) ?? 0 }));
}

async function storeMentionCounts(transaction: Transaction, counts: readonly MentionTally[]): Promise<void> {
  if (counts.length === 0) return;
  const column = <Value>(read: (row: MentionTally) => Value): Value[] => counts.map(read);
  const kept = await transaction.$queryRaw<Pick<MentionTally, 'docNumber' | 'relation' | 'title' | 'mentions'>[]>`
    INSERT INTO "MentionCount" AS kept ("docNumber", "relation", "title", "mentions")
    SELECT * FROM unnest(
      ${column(({ docNumber }) => docNumber)}::text[], ${column(({ relation }) => relation)}::text[],
      ${column(({ title }) => title)}::text[], ${column(({ mentions }) => mentions)}::int[]
    )
    ON CONFLICT ("docNumber", "relation", "title") DO UPDATE SET "mentions" = kept."mentions" + excluded."mentions"
    RETURNING kept."docNumber", kept."relation", kept."title", kept."mentions"`;
  const none = kept.filter(({ mentions }) => mentions === 0);
  if (none.length === 0) return;
  await transaction.$executeRaw`
    DELETE FROM "MentionCount" kept USING unnest(
      ${none.map(({ docNumber }) => docNumber)}::text[], ${none.map(({ relation }) => relation)}::text[], ${none.map(({ title }) => title)}::text[]
    ) AS none("docNumber", "relation", "title")
    WHERE kept."docNumber" = none."docNumber" AND kept."relation" = none."relation" AND kept."title" = none."title"`;
}

/**
 * Writes the rows of numbers, when the counts of mentions are up to date. An index has the newest
 * mention of each relation first.
 */
async function storeCitedNumbers(transaction: Transaction, numbers: readonly ChangedNumber[]): Promise<void> {
  if (numbers.length === 0) return;
  const column = <Value>(read: (number: ChangedNumber) => Value): Value[] => numbers.map(read);
  await transaction.$executeRaw`
    MERGE INTO "CitedNumber" cited USING (
      SELECT changed.*, counted."mentions", titled."title", newest."orderedOn" AS "newestOn",
        EXISTS (SELECT FROM "Document" document WHERE document."docNumber" = changed."docNumber") AS "held"
      FROM unnest(
        ${column(({ docNumber }) => docNumber)}::text[], ${column(({ agencyCode }) => agencyCode)}::text[],
        ${column(({ year }) => year)}::int[], ${column(({ serial }) => serial)}::int[], ${column(({ documents }) => documents)}::int[]
      ) AS changed("docNumber", "agencyCode", "year", "serial", "documents")
      CROSS JOIN LATERAL (
        SELECT sum(kept."mentions")::int AS "mentions" FROM "MentionCount" kept WHERE kept."docNumber" = changed."docNumber"
      ) counted
      LEFT JOIN LATERAL (
        SELECT kept."title" FROM "MentionCount" kept WHERE kept."docNumber" = changed."docNumber" AND kept."title" <> ''
        GROUP BY kept."title" ORDER BY sum(kept."mentions") DESC, kept."title" LIMIT 1
      ) titled ON true
      CROSS JOIN LATERAL (
        SELECT max(first."orderedOn") AS "orderedOn" FROM unnest(${RELATIONS}::text[]) AS of("relation") CROSS JOIN LATERAL (
          SELECT citation."orderedOn" FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
          WHERE citation."docNumber" = changed."docNumber" AND citation."relation" = of."relation" AND ${isMention}
          ORDER BY citation."orderedOn" DESC LIMIT 1
        ) first
      ) newest
    ) now ON cited."docNumber" = now."docNumber"
    WHEN MATCHED AND now."mentions" IS NULL THEN DELETE
    WHEN MATCHED THEN UPDATE SET "documents" = cited."documents" + now."documents", "mentions" = now."mentions", "title" = now."title",
      "newestOn" = now."newestOn", "held" = now."held"
    WHEN NOT MATCHED AND now."mentions" IS NOT NULL THEN
      INSERT ("docNumber", "agencyCode", "year", "serial", "documents", "mentions", "title", "newestOn", "held")
      VALUES (now."docNumber", now."agencyCode", now."year", now."serial", now."documents", now."mentions", now."title", now."newestOn", now."held")`;
}
