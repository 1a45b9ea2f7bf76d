import { packTree, unpackTree } from '@/lib/db/ledger/tree-bytes';
import { cutBeginning } from '@/lib/db/ingest/ledger/ledger-rows';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { maskText, maskTree, type ErasedWords } from '@/lib/erasure/mask';
import { treeVersion } from '@/lib/gazette/ast';
import type * as ast from '@/lib/gazette/ast';
import { documentKey, listWithParagraphs, wordsKey, type Passage } from '@/lib/versions';

/** What passages are called now, by the former name of their words. */
export type Renamed = Map<string, Passage>;

/** Remembers the passages of a tree whose words are others than before. */
export function rememberRenamed(renamed: Renamed, before: ast.Document, after: ast.Document): Passage[] {
  const now = listWithParagraphs(after);
  const byAddress = new Map(now.map((passage) => [passage.address, passage]));
  for (const passage of listWithParagraphs(before)) {
    const there = byAddress.get(passage.address);
    if (there && passage.key !== there.key) renamed.set(passage.key, there);
  }
  return now;
}

/**
 * Covers words in the kept versions of documents.
 * @returns how many versions had them
 */
export async function maskVersions(
  transaction: Transaction,
  ledgerIds: readonly number[],
  erased: ErasedWords,
  { renamed, at, reason }: { renamed: Renamed; at: Date; reason: string },
): Promise<number> {
  const versions = await transaction.documentVersion.findMany({
    where: { ledgerDocumentId: { in: [...ledgerIds] }, tree: { not: null } },
    orderBy: [{ ledgerDocumentId: 'asc' }, { number: 'asc' }],
  });
  let count = 0;
  for (const version of versions) {
    const { ledgerDocumentId, number } = version;
    const before = await unpackTree(version.tree!, version.treeVersion, `${ledgerDocumentId}?v=${number}`);
    const { tree, isMasked } = maskTree(before, erased);
    if (!isMasked) continue;
    const key = documentKey(rememberRenamed(renamed, before, tree));
    const packed = (await packTree(tree)) as Uint8Array<ArrayBuffer>;
    await transaction.documentVersion.update({
      where: { ledgerDocumentId_number: { ledgerDocumentId, number } },
      data: { tree: packed, treeVersion },
    });
    const { count: rows } = await transaction.documentVersion.updateMany({
      where: { ledgerDocumentId, OR: [{ number }, { sameAs: number }] },
      data: { wordsKey: key, erasedAt: at, eraseReason: reason },
    });
    count += rows;
  }
  return count;
}

/**
 * Covers words in what the ledger keeps of passages, and names their other words anew: the former
 * name would tell what was erased, to whoever guesses it.
 * @returns how many had them
 */
export async function maskPassages(
  transaction: Transaction,
  ledgerIds: readonly number[],
  erased: ErasedWords,
  renamed: Renamed,
): Promise<number> {
  const passages = await transaction.formerPassage.findMany({
    where: { ledgerDocumentId: { in: [...ledgerIds] } },
    select: { id: true, heading: true, beginning: true, marker: true, wordsKey: true },
  });
  let count = 0;
  for (const { id, ...passage } of passages) {
    const now = renamed.get(passage.wordsKey);
    const heading = maskText(passage.heading, erased);
    const beginning = now ? cutBeginning(now.words) : maskText(passage.beginning, erased);
    const marker = maskText(passage.marker, erased);
    const isOther = beginning !== passage.beginning || heading !== passage.heading || marker !== passage.marker;
    if (!now && !isOther) continue;
    await transaction.formerPassage.update({
      where: { id },
      data: { heading, beginning, marker, wordsKey: now?.key ?? wordsKey(beginning) },
    });
    count++;
  }
  return count;
}
