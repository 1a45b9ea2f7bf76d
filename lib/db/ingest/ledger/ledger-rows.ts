import { packTree } from '@/lib/db/ledger/tree-bytes';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { documentKey, type Fate, type Passage } from '@/lib/versions';
import { withoutHalves } from '@/lib/gazette/words/chars';
import type { FormerDocument } from './former-documents';

/** Characters of the beginning of a passage that its row keeps. */
const BEGINNING = 120;
/** Longest heading that a row keeps. */
const HEADING = 100;

/** Gives of the words of a passage what its row keeps. */
export const cutBeginning = (words: string): string => cut(words, BEGINNING);

/** The row of a former version. */
export type VersionRow = Prisma.DocumentVersionCreateManyInput;

/** Counts what became of passages. */
export function countFates(fates: readonly Fate[]): { moved: number; changed: number; gone: number } {
  // What was changed below alone is counted there.
  const count = (kind: Fate['kind']): number =>
    fates.filter((fate) => fate.kind === kind && !(fate.kind === 'changed' && fate.scope === 'below')).length;
  return { moved: count('moved'), changed: count('changed'), gone: count('gone') };
}

/** A version whose tree is kept. */
export interface KeptVersion {
  ledgerDocumentId: number;
  number: number;
  wordsKey: string;
  treeVersion: number;
}

/** Lists the versions of documents whose trees are kept. */
export async function listKeptVersions(
  transaction: Transaction,
  ledgerDocumentIds: readonly number[],
): Promise<KeptVersion[]> {
  if (ledgerDocumentIds.length === 0) return [];
  return transaction.documentVersion.findMany({
    where: { ledgerDocumentId: { in: [...ledgerDocumentIds] }, tree: { not: null } },
    select: { ledgerDocumentId: true, number: true, wordsKey: true, treeVersion: true },
  });
}

/**
 * Makes the row of a version that is not shown any more.
 *
 * It has its tree only where no kept version has the same words.
 */
export async function versionRow(
  former: FormerDocument,
  ledgerDocumentId: number,
  until: Date,
  kept: readonly KeptVersion[],
): Promise<VersionRow> {
  const key = documentKey(former.passages);
  const same = kept.find(
    (each) =>
      each.ledgerDocumentId === ledgerDocumentId && each.wordsKey === key && each.treeVersion === former.treeVersion,
  );
  return {
    ledgerDocumentId,
    number: former.version,
    since: former.versionAt,
    until,
    title: former.title,
    docNumber: former.docNumber,
    sourceName: former.source.name,
    sourceHash: former.source.hash,
    parserVersion: former.source.parserVersion,
    wordsKey: key,
    sameAs: same?.number ?? null,
    treeVersion: former.treeVersion,
    tree: same || former.tree === null ? null : ((await packTree(former.tree)) as Uint8Array<ArrayBuffer>),
  };
}

/** What became of the passages of a document, and of its 款. */
export interface PassageFates {
  fates: readonly Fate[];
  paragraphFates: readonly Fate[];
}

/** Makes a row for each passage and 款 that is not as it was. */
export function passageRows(
  { passages, paragraphs }: FormerDocument,
  { fates, paragraphFates }: PassageFates,
  {
    ledgerDocumentId,
    changeId,
    ledgerAt,
  }: {
    ledgerDocumentId: number;
    changeId: number;
    /** Gives the id of one of the next documents. */
    ledgerAt: (document: number) => number;
  },
): object[] {
  const nameOf = ({ parent, marker }: Passage): string => (passages[parent]?.marker ?? '') + marker;
  const all = [
    ...passages.map((passage, at) => ({ passage, fate: fates[at]! })),
    ...paragraphs.map((passage, at) => ({
      passage: { ...passage, marker: nameOf(passage) },
      fate: paragraphFates[at]!,
    })),
  ];
  return all.flatMap(({ passage, fate }) => {
    if (fate.kind === 'same') return [];
    const to = fate.kind === 'gone' ? fate.near : fate.to;
    const toLedgerDocumentId = to ? ledgerAt(to.document) : null;
    const isBelow =
      fate.kind === 'changed' &&
      fate.scope === 'below' &&
      fate.to.address === passage.address &&
      toLedgerDocumentId === ledgerDocumentId;
    return [
      {
        ledgerDocumentId,
        changeId,
        address: passage.address,
        marker: passage.marker,
        heading: cut(passage.heading, HEADING),
        wordsKey: passage.key,
        beginning: cutBeginning(passage.words),
        kind: isBelow ? 'below' : fate.kind,
        toLedgerDocumentId,
        toAddress: to?.address ?? null,
      },
    ];
  });
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${withoutHalves(text.slice(0, length))}…` : text;
