import { readTree } from '@/lib/db/stored-tree';
import { documentKey, listPassages } from '@/lib/versions';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { ErasureError, type KnownDocument } from './find-documents';

/** What was taken out with a version. */
export interface ErasedVersion {
  /** Its number, and those of versions with the same words. */
  versions: number[];
  passages: number;
}

/**
 * Takes the words of a former version out for good.
 *
 * What the ledger keeps of its passages goes with them.
 *
 * Versions with the same words go with it: what is kept of them is the same tree.
 * @throws ErasureError where there is no such version, or the document shows its words now
 */
export async function eraseVersion(
  transaction: Transaction,
  document: KnownDocument,
  number: number,
  { at, reason }: { at: Date; reason: string },
): Promise<ErasedVersion> {
  const { id: ledgerDocumentId, documentId, municipality, slug } = document;
  const address = `${municipality}/${slug}`;
  if (documentId !== null && number === document.version)
    throw new ErasureError(
      `${address} shows version ${number} now. Ingest a corrected text first, then erase the former version; or take a passage out with --words.`,
    );
  const versions = await transaction.documentVersion.findMany({
    where: { ledgerDocumentId },
    select: { number: true, wordsKey: true, sameAs: true, title: true },
    orderBy: { number: 'asc' },
  });
  const version = versions.find((each) => each.number === number);
  if (!version)
    throw new ErasureError(
      `${address} has no former version ${number}; it has ${versions.map((each) => each.number).join(', ') || 'none'}. Its page /${address}/versions lists them.`,
    );
  if (documentId !== null) {
    const held = await transaction.document.findUniqueOrThrow({
      where: { id: documentId },
      select: { tree: true, treeVersion: true },
    });
    if (documentKey(listPassages(readTree(held, address))) === version.wordsKey)
      throw new ErasureError(
        `${address} shows the words of version ${number} now, again. Ingest a corrected text first; or take a passage out with --words.`,
      );
  }
  const holder = version.sameAs ?? number;
  const numbers = versions
    .filter((each) => each.number === holder || each.sameAs === holder || each.wordsKey === version.wordsKey)
    .map((each) => each.number);
  const { title } = await transaction.ledgerDocument.findUniqueOrThrow({
    where: { id: ledgerDocumentId },
    select: { title: true },
  });
  // A title that it had alone is among its words.
  const titles = versions.filter((each) => numbers.includes(each.number) && each.title !== title);
  await transaction.event.updateMany({
    where: { ledgerDocumentId, title: { in: titles.map((each) => each.title) } },
    data: { title },
  });
  await transaction.documentVersion.updateMany({
    where: { ledgerDocumentId, number: { in: numbers } },
    data: { tree: null, erasedAt: at, eraseReason: reason, title },
  });
  const { count: passages } = await transaction.formerPassage.updateMany({
    where: { ledgerDocumentId, change: { fromVersion: { in: numbers } } },
    data: { heading: '', beginning: '' },
  });
  await transaction.documentChange.updateMany({
    where: { ledgerDocumentId, fromVersion: { in: numbers }, formerTitle: { not: null } },
    data: { formerTitle: title },
  });
  for (const erased of numbers)
    await transaction.erasure.create({ data: { at, kind: 'version', reason, ledgerDocumentId, version: erased } });
  return { versions: numbers, passages };
}
