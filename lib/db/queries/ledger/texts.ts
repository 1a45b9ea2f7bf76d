import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import { unpackTree } from '@/lib/db/ledger/tree-bytes';
import { readTree, StoredTreeError } from '@/lib/db/stored-tree';
import { findSection, textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { isParagraph, listWithParagraphs, type FormerMeaning } from '@/lib/versions';

/**
 * Reads the words of a held document, and who it is in the ledger.
 * @returns null where none has the address
 */
export const getHeldText = cache(async (municipality: string, slug: string) => {
  const row = await getClient().document.findFirst({
    where: { municipality: { slug: municipality }, slug },
    select: { tree: true, treeVersion: true, ledger: { select: { id: true, version: true } } },
  });
  return row && { ledger: row.ledger, tree: readTree(row, `${municipality}/${slug}`) };
});
/** The words of a held document. */
export type HeldText = NonNullable<Awaited<ReturnType<typeof getHeldText>>>;

const versionSelect = {
  number: true,
  since: true,
  until: true,
  title: true,
  docNumber: true,
  sourceName: true,
  erasedAt: true,
  eraseReason: true,
  sameAs: true,
  treeVersion: true,
  tree: true,
} as const;

/** A version that is not shown any more. */
export interface FormerVersion {
  number: number;
  since: Date;
  until: Date;
  title: string;
  docNumber: string | null;
  /** Null where its words were erased, or no release can read them any more. */
  tree: ast.Document | null;
  erasedAt: Date | null;
  eraseReason: string | null;
}

/** Reads a former version of a document; null where there is none of that number. */
export const getFormerVersion = cache(
  async (ledgerDocumentId: number, number: number): Promise<FormerVersion | null> => {
    const client = getClient();
    const find = (wanted: number) =>
      client.documentVersion.findUnique({
        where: { ledgerDocumentId_number: { ledgerDocumentId, number: wanted } },
        select: versionSelect,
      });
    const row = await find(number);
    if (!row) return null;
    const { sameAs, treeVersion: _treeVersion, tree: _tree, sourceName: _sourceName, ...facts } = row;
    const holder = sameAs === null ? row : await find(sameAs);
    return { ...facts, tree: holder?.tree ? await read(holder.tree, holder.treeVersion, number) : null };
  },
);

/** Null for a tree that this release cannot read: the page says so. */
async function read(packed: Uint8Array, treeVersion: number, number: number): Promise<ast.Document | null> {
  try {
    return await unpackTree(packed, treeVersion, `version ${number}`);
  } catch (error) {
    if (error instanceof StoredTreeError) return null;
    throw error;
  }
}

/**
 * Reads all words that an address meant, from the version that had them.
 * @returns null where they are not kept: a change of structure alone, or an erasure
 */
export async function readFormerWords(meaning: FormerMeaning): Promise<string | null> {
  const version = await getFormerVersion(meaning.ledgerDocumentId, meaning.fromVersion);
  if (!version?.tree) return null;
  // By their key: after a change of structure they may stand at another address of the version.
  const passage = listWithParagraphs(version.tree).find(({ key }) => key === meaning.wordsKey);
  if (passage && isParagraph(passage)) return passage.text;
  const found = passage && findSection(version.tree, passage.address);
  return found ? textOf(found.node) : null;
}
