import { insertRows, reserveIds } from '@/lib/db/ingest/rows/insert-rows';
import type { PreparedDocument, PreparedSource } from '@/lib/db/ingest/rows/prepared';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { recordEvents, type NewEvent } from '@/lib/db/ingest/events/record-events';
import { endIssues, endMissing, type HeldIssue } from './end-documents';
import {
  countFates,
  listKeptVersions,
  passageRows as passagesOf,
  versionRow,
  type PassageFates,
  type VersionRow,
} from './ledger-rows';
import { documentKey } from '@/lib/versions';
import type { Succession } from './plan-changes';

/** A document as it was stored. */
export interface StoredDocument {
  id: number;
  slug: string;
  prepared: PreparedDocument;
}

/** Where and when documents were stored. */
export interface Storing {
  municipality: { slug: string; name: string };
  source: PreparedSource;
  /** Of the bytes that they came from. */
  hash: string;
  /** Issues of the files that were replaced. */
  formerIssues: readonly HeldIssue[];
  at: Date;
}

const CAUSES = { text: 'corrected', reading: 'reread' } as const;

/**
 * Records what was stored, and what became of every address before.
 *
 * Tells it as events, and writes nothing of documents that are as they were.
 */
export async function recordStored(
  transaction: Transaction,
  succession: Succession,
  stored: readonly StoredDocument[],
  storing: Storing,
): Promise<void> {
  const { formerOf } = succession;
  const { municipality, source, at } = storing;
  const issue = source.issue && {
    year: source.issue.year,
    number: source.issue.number,
    edition: source.issue.edition ?? '',
  };
  const arrived = stored.filter(({ prepared }) => formerOf.get(prepared)?.ledgerId == null);
  const ids = await reserveIds(transaction, { LedgerDocument: arrived.length });
  const ledgerIds = new Map(stored.map(({ prepared }) => [prepared, formerOf.get(prepared)?.ledgerId ?? null]));
  for (const [index, { prepared }] of arrived.entries()) ledgerIds.set(prepared, ids.LedgerDocument[index]!);
  const idOf = (document: PreparedDocument): number => ledgerIds.get(document)!;
  const facts = ({ id, slug, prepared: { columns } }: StoredDocument) => ({
    slug,
    title: columns.title,
    docNumber: columns.docNumber ?? null,
    issueYear: issue?.year ?? null,
    issueNumber: issue?.number ?? null,
    issueEdition: issue?.edition ?? '',
    documentId: id,
  });
  await insertRows(transaction, [
    {
      table: 'LedgerDocument',
      makeRows: () =>
        arrived.map((document) => {
          const former = formerOf.get(document.prepared);
          return {
            id: idOf(document.prepared),
            municipality: municipality.slug,
            municipalityName: municipality.name,
            ...facts(document),
            version: 1,
            arrivedAt: former?.arrivedAt ?? at,
            versionAt: former?.versionAt ?? at,
          };
        }),
    },
  ]);
  const events: NewEvent[] = [];
  const eventOf = ({ prepared }: StoredDocument) => ({
    municipality: municipality.slug,
    ledgerDocumentId: idOf(prepared),
    issue,
    agency: prepared.columns.agency ?? null,
    title: prepared.columns.title,
  });
  const isNew = (document: StoredDocument): boolean => formerOf.get(document.prepared)?.hasEnded !== false;
  if (source.issue && issue && !isHeldIssue(storing)) {
    events.push({ kind: 'issue', municipality: municipality.slug, issue, title: source.issue.title });
    await transaction.formerIssue.deleteMany({ where: { municipality: municipality.slug, ...issue } });
  }
  const again = stored.filter((document) => formerOf.get(document.prepared)?.ledgerId != null);
  const changes = await recordChanges(transaction, succession, stored, { ...storing, idOf });
  await updateHeld(
    transaction,
    again.map((document) => ({
      ...facts(document),
      id: idOf(document.prepared),
      version: changes.get(document.prepared)?.version ?? formerOf.get(document.prepared)!.version,
      versionAt: changes.get(document.prepared)?.versionAt ?? formerOf.get(document.prepared)!.versionAt,
    })),
  );
  for (const document of stored) {
    if (isNew(document)) events.push({ kind: 'document', ...eventOf(document) });
    const change = changes.get(document.prepared);
    if (!change) continue;
    if (change.hasWordsOrPlaces) events.push({ kind: CAUSES[change.cause], ...eventOf(document), changeId: change.id });
    if (change.formerSlug !== null) events.push({ kind: 'moved', ...eventOf(document), changeId: change.id });
  }
  const ended = [
    ...(await endMissing(transaction, succession, { ...storing, idOf })),
    ...(await endIssues(
      transaction,
      storing.formerIssues.filter((former) => !isSameIssue(former, storing)),
      at,
      null,
    )),
  ];
  await recordEvents(transaction, [...events, ...ended], at);
}

const isSameIssue = (former: HeldIssue, { municipality, source: { issue } }: Storing): boolean =>
  former.municipality === municipality.slug &&
  former.year === issue?.year &&
  former.number === issue.number &&
  former.edition === issue.edition;

const isHeldIssue = (storing: Storing): boolean => storing.formerIssues.some((former) => isSameIssue(former, storing));

interface RecordedChange {
  id: number;
  cause: keyof typeof CAUSES;
  version: number;
  versionAt: Date;
  formerSlug: string | null;
  /** Whether readers may care: not a new address alone. */
  hasWordsOrPlaces: boolean;
}

/** Writes versions, changes and passages of the documents that are other than they were. */
async function recordChanges(
  transaction: Transaction,
  { former, documents, passages, formerOf, matching, paragraphFates }: Succession,
  stored: readonly StoredDocument[],
  { hash, at, idOf }: Storing & { idOf: (document: PreparedDocument) => number },
): Promise<Map<PreparedDocument, RecordedChange>> {
  const addedIn = (index: number): number => matching.added.filter(({ document }) => document === index).length;
  const found = stored.flatMap((document) => {
    const before = formerOf.get(document.prepared);
    if (!before || before.passages.length === 0) return [];
    const index = documents.indexOf(document.prepared);
    const fates = matching.fates[former.indexOf(before)]!;
    const ofParagraphs = paragraphFates[former.indexOf(before)]!;
    const isOther = documentKey(before.passages) !== documentKey(passages[index]!);
    const { columns } = document.prepared;
    const printed = before.printedNumber ?? before.docNumber;
    const differs = {
      formerNumber: printed !== null && printed !== (columns.docNumber ?? null) ? printed : null,
      formerTitle: before.title === columns.title ? null : before.title,
      formerSlug: before.slug === document.slug ? null : before.slug,
    };
    const counts = countFates(fates);
    const isChanged =
      isOther ||
      counts.moved + counts.changed + counts.gone > 0 ||
      ofParagraphs.some(({ kind }) => kind !== 'same') ||
      Object.values(differs).some(Boolean);
    const became: PassageFates = { fates, paragraphFates: ofParagraphs };
    return isChanged ? [{ document, before, became, isOther, differs, counts, added: addedIn(index) }] : [];
  });
  const recorded = new Map<PreparedDocument, RecordedChange>();
  const ids = await reserveIds(transaction, { DocumentChange: found.length });
  const kept = await listKeptVersions(
    transaction,
    found.map(({ document }) => idOf(document.prepared)),
  );
  const versions: VersionRow[] = [];
  const changeRows: object[] = [];
  const passageRows: object[] = [];
  const addresses: object[] = [];
  for (const [index, { document, before, became, isOther, differs, counts, added }] of found.entries()) {
    const id = ids.DocumentChange[index]!;
    const ledgerDocumentId = idOf(document.prepared);
    const cause = before.source.hash === hash || !isOther ? 'reading' : 'text';
    const toVersion = before.version + (isOther ? 1 : 0);
    // The last version of what had ended is kept already.
    if (isOther && !before.hasEnded) versions.push(await versionRow(before, ledgerDocumentId, at, kept));
    changeRows.push({
      id,
      ledgerDocumentId,
      at,
      cause,
      fromVersion: before.version,
      toVersion,
      ...differs,
      ...counts,
      added,
    });
    const places = { ledgerDocumentId, changeId: id, ledgerAt: (at: number) => idOf(documents[at]!) };
    for (const row of passagesOf(before, became, places)) passageRows.push(row);
    if (differs.formerSlug !== null)
      addresses.push({ municipality: before.municipality, slug: differs.formerSlug, ledgerDocumentId, until: at });
    recorded.set(document.prepared, {
      id,
      cause,
      version: toVersion,
      versionAt: isOther ? at : before.versionAt,
      formerSlug: differs.formerSlug,
      hasWordsOrPlaces:
        isOther ||
        counts.moved + counts.changed + counts.gone > 0 ||
        differs.formerNumber !== null ||
        differs.formerTitle !== null,
    });
  }
  // What came back with the words that it had is its last version again.
  const back = stored.flatMap(({ prepared }) => {
    const before = formerOf.get(prepared);
    return before?.hasEnded && (recorded.get(prepared)?.version ?? before.version) === before.version ? [before] : [];
  });
  if (back.length > 0)
    await transaction.documentVersion.deleteMany({
      where: { OR: back.map(({ ledgerId, version }) => ({ ledgerDocumentId: ledgerId!, number: version })) },
    });
  // An address that was a document's own before is its own again.
  const moved = found.filter(({ differs }) => differs.formerSlug !== null);
  if (moved.length > 0)
    await transaction.formerAddress.deleteMany({
      where: { OR: moved.map(({ document: { slug, prepared } }) => ({ slug, ledgerDocumentId: idOf(prepared) })) },
    });
  await transaction.documentVersion.createMany({ data: versions });
  await insertRows(transaction, [
    { table: 'DocumentChange', makeRows: () => changeRows },
    { table: 'FormerPassage', makeRows: () => passageRows },
    { table: 'FormerAddress', makeRows: () => addresses },
  ]);
  return recorded;
}

/** Writes what is held now of documents that the ledger knows, in one statement. */
async function updateHeld(
  transaction: Transaction,
  rows: readonly {
    id: number;
    documentId: number;
    slug: string;
    title: string;
    docNumber: string | null;
    issueYear: number | null;
    issueNumber: number | null;
    issueEdition: string;
    version: number;
    versionAt: Date;
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "LedgerDocument" ledger SET "documentId" = held."documentId", "slug" = held."slug", "title" = held."title", "docNumber" = held."docNumber",
      "issueYear" = held."issueYear", "issueNumber" = held."issueNumber", "issueEdition" = held."issueEdition", "version" = held."version", "versionAt" = held."versionAt",
      "endedAt" = NULL, "end" = NULL, "endReason" = NULL
    FROM json_populate_recordset(NULL::"LedgerDocument", ${JSON.stringify(rows)}::json) held WHERE ledger."id" = held."id"`;
}
