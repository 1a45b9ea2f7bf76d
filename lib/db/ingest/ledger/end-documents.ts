import { insertRows, reserveIds } from '@/lib/db/ingest/rows/insert-rows';
import type { NewEvent } from '@/lib/db/ingest/events/record-events';
import type { PreparedDocument } from '@/lib/db/ingest/rows/prepared';
import type { Transaction } from '@/lib/db/ingest/transaction';
import type { Fate } from '@/lib/versions';
import type { FormerDocument } from './former-documents';
import { countFates, listKeptVersions, passageRows, versionRow, type PassageFates } from './ledger-rows';
import type { Succession } from './plan-changes';

/** An issue that a file gave before. */
export interface HeldIssue {
  /** Slug. */
  municipality: string;
  municipalityName: string;
  year: number;
  number: number;
  edition: string;
  title: string;
  documents: number;
}

/** Finds the issues of source files that are about to go. */
export async function listIssues(transaction: Transaction, sourceFileIds: readonly number[]): Promise<HeldIssue[]> {
  if (sourceFileIds.length === 0) return [];
  const rows = await transaction.issue.findMany({
    where: { sourceFileId: { in: [...sourceFileIds] } },
    select: {
      year: true,
      number: true,
      edition: true,
      title: true,
      municipality: { select: { slug: true, name: true } },
      _count: { select: { documents: true } },
    },
  });
  return rows.map(({ municipality, _count, ...issue }) => ({
    ...issue,
    municipality: municipality.slug,
    municipalityName: municipality.name,
    documents: _count.documents,
  }));
}

/** Records that issues are not held any more. */
export async function endIssues(
  transaction: Transaction,
  issues: readonly HeldIssue[],
  at: Date,
  reason: string | null,
): Promise<NewEvent[]> {
  for (const issue of issues) {
    const { municipality, year, number, edition } = issue;
    const row = { ...issue, endedAt: at, endReason: reason };
    await transaction.formerIssue.upsert({
      where: { municipality_year_number_edition: { municipality, year, number, edition } },
      create: row,
      update: row,
    });
  }
  return issues.map(({ municipality, year, number, edition, title }) => ({
    kind: 'issueWithdrawn',
    municipality,
    issue: { year, number, edition },
    title,
    reason,
  }));
}

/** How documents end. */
interface Ending {
  former: FormerDocument;
  became: PassageFates | null;
  end: 'withdrawn' | 'gone' | 'moved';
}

/**
 * Records the end of what a file does not have any more. Where its words stand in other documents
 * now, they are told as moved there.
 */
export async function endMissing(
  transaction: Transaction,
  { former, documents, formerOf, matching, paragraphFates }: Succession,
  { at, idOf }: { at: Date; idOf: (document: PreparedDocument) => number },
): Promise<NewEvent[]> {
  const known = new Set(formerOf.values());
  const endings = former.flatMap((each, index): Ending[] => {
    if (each.hasEnded || known.has(each)) return [];
    const fates = matching.fates[index]!;
    const became = { fates, paragraphFates: paragraphFates[index]! };
    return [{ former: each, became, end: hasMoved(fates) ? 'moved' : 'gone' }];
  });
  return endDocuments(transaction, endings, { at, reason: null, ledgerAt: (index) => idOf(documents[index]!) });
}

/** Whether more than half of the passages stand elsewhere with the same words. */
const hasMoved = (fates: readonly Fate[]): boolean =>
  fates.filter(({ kind }) => kind === 'moved').length * 2 > fates.length;

/** Records that documents were withdrawn. */
export async function withdrawDocuments(
  transaction: Transaction,
  documents: readonly FormerDocument[],
  at: Date,
  reason: string | null,
): Promise<NewEvent[]> {
  const endings = documents.map((former): Ending => ({ former, became: null, end: 'withdrawn' }));
  return endDocuments(transaction, endings, {
    at,
    reason,
    ledgerAt: () => {
      throw new Error('nothing moves');
    },
  });
}

async function endDocuments(
  transaction: Transaction,
  endings: readonly Ending[],
  { at, reason, ledgerAt }: { at: Date; reason: string | null; ledgerAt: (document: number) => number },
): Promise<NewEvent[]> {
  if (endings.length === 0) return [];
  const unknown = endings.filter(({ former }) => former.ledgerId === null);
  const ids = await reserveIds(transaction, {
    LedgerDocument: unknown.length,
    DocumentChange: endings.filter(({ became }) => became !== null).length,
  });
  const idOf = ({ former }: Ending): number =>
    former.ledgerId ?? ids.LedgerDocument[unknown.findIndex((each) => each.former === former)]!;
  await insertRows(transaction, [
    {
      table: 'LedgerDocument',
      makeRows: () =>
        unknown.map((ending) => ({
          id: idOf(ending),
          municipality: ending.former.municipality,
          municipalityName: ending.former.municipalityName,
          slug: ending.former.slug,
          title: ending.former.title,
          docNumber: ending.former.docNumber,
          issueYear: ending.former.issue?.year ?? null,
          issueNumber: ending.former.issue?.number ?? null,
          issueEdition: ending.former.issue?.edition ?? '',
          version: ending.former.version,
          arrivedAt: ending.former.arrivedAt,
          versionAt: ending.former.versionAt,
        })),
    },
  ]);
  const kept = await listKeptVersions(transaction, endings.map(idOf));
  await transaction.documentVersion.createMany({
    data: await Promise.all(endings.map((ending) => versionRow(ending.former, idOf(ending), at, kept))),
  });
  const changes: object[] = [];
  const passages: object[] = [];
  const changeIds = [...ids.DocumentChange];
  for (const { former, became, ...ending } of endings) {
    if (!became) continue;
    const changeId = changeIds.shift()!;
    const ledgerDocumentId = idOf({ former, became, ...ending });
    changes.push({
      id: changeId,
      ledgerDocumentId,
      at,
      cause: 'text',
      fromVersion: former.version,
      toVersion: former.version,
      ...countFates(became.fates),
    });
    for (const row of passageRows(former, became, { ledgerDocumentId, changeId, ledgerAt })) passages.push(row);
  }
  await insertRows(transaction, [
    { table: 'DocumentChange', makeRows: () => changes },
    { table: 'FormerPassage', makeRows: () => passages },
  ]);
  for (const end of new Set(endings.map((ending) => ending.end)))
    await transaction.ledgerDocument.updateMany({
      where: { id: { in: endings.filter((ending) => ending.end === end).map(idOf) } },
      data: { endedAt: at, end, endReason: reason, documentId: null },
    });
  return endings.map((ending) => ({
    kind: 'withdrawn',
    municipality: ending.former.municipality,
    ledgerDocumentId: idOf(ending),
    issue: ending.former.issue,
    agency: ending.former.agency,
    title: ending.former.title,
    reason,
  }));
}
