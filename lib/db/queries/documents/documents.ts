import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readTree } from '@/lib/db/stored-tree';
import { targetState } from '@/lib/views/document/target-state';
import { correctionSelect, documentLinkSelect, issueLinkSelect, statedSelect } from '@/lib/db/queries/selects';

const documentSelect = {
  ...documentLinkSelect,
  municipalityId: true,
  issueId: true,
  position: true,
  category: true,
  letterhead: true,
  agencyCode: true,
  year: true,
  serial: true,
  printedNumber: true,
  correction: { select: correctionSelect },
  ...statedSelect,
  titleYear: true,
  titleEndYear: true,
  orderedOn: true,
  length: true,
  tree: true,
  treeVersion: true,
  issue: { select: issueLinkSelect },
  sourceFile: { select: { name: true, ingestedAt: true } },
  ledger: { select: { id: true, version: true, _count: { select: { changes: true } } } },
} satisfies Prisma.DocumentSelect;

const adjacentSelect = { id: true, slug: true, title: true, docNumber: true } satisfies Prisma.DocumentSelect;

/**
 * Reads a document with its tree, its issue, and the documents before and after it.
 *
 * These are its neighbours in the issue; of a standalone document, by date among those of the
 * municipality. `sameNumber` are other documents with its number.
 * @returns null where no document has this address
 * @throws StoredTreeError where its tree is of another version
 */
export const getDocument = cache(async (municipalitySlug: string, documentSlug: string) => {
  const client = getClient();
  const document = await client.document.findFirst({
    where: { municipality: { slug: municipalitySlug }, slug: documentSlug },
    select: documentSelect,
  });
  if (!document) return null;
  const tree = readTree(document, `${municipalitySlug}/${documentSlug}`);
  const [[previous, next], issueDocumentCount, sameNumber] = await Promise.all([
    findAdjacent(document),
    document.issueId === null ? null : client.document.count({ where: { issueId: document.issueId } }),
    document.docNumber === null
      ? []
      : client.document.findMany({
          where: { docNumber: document.docNumber, id: { not: document.id } },
          select: { ...documentLinkSelect, issue: { select: issueLinkSelect } },
          orderBy: { id: 'asc' },
        }),
  ]);
  return {
    ...document,
    tree,
    previous,
    next,
    issueDocumentCount,
    sameNumber,
  };
});
/** A document, as its page needs it. */
export type DocumentDetail = NonNullable<Awaited<ReturnType<typeof getDocument>>>;

type Placed = Prisma.DocumentGetPayload<{
  select: { id: true; issueId: true; position: true; orderedOn: true; municipalityId: true };
}>;

async function findAdjacent({ id, issueId, position, orderedOn, municipalityId }: Placed) {
  const client = getClient();
  if (issueId !== null) {
    const of = (place: number) =>
      client.document.findFirst({ where: { issueId, position: place }, select: adjacentSelect });
    return Promise.all([of(position - 1), of(position + 1)]);
  }
  const standalone = { municipalityId, issueId: null };
  return Promise.all([
    client.document.findFirst({
      where: { ...standalone, OR: [{ orderedOn: { lt: orderedOn } }, { orderedOn, id: { lt: id } }] },
      select: adjacentSelect,
      orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    }),
    client.document.findFirst({
      where: { ...standalone, OR: [{ orderedOn: { gt: orderedOn } }, { orderedOn, id: { gt: id } }] },
      select: adjacentSelect,
      orderBy: [{ orderedOn: 'asc' }, { id: 'asc' }],
    }),
  ]);
}

/** What the portal knows of a citation and the document it names. */
export const citationTargetSelect = {
  position: true,
  words: true,
  docNumber: true,
  printedNumber: true,
  correction: { select: correctionSelect },
  title: true,
  relation: true,
  candidates: true,
  targetAddress: true,
  targetParagraph: true,
  target: { select: documentLinkSelect },
} satisfies Prisma.CitationSelect;

/**
 * Lists the citations of a document in order, with what the portal holds.
 *
 * `position` counts the citation nodes of the tree from 1. For `several` held documents the page of
 * the number shows the choice.
 */
export const listCitationTargets = cache(async (documentId: number) => {
  const citations = await getClient().citation.findMany({
    where: { documentId },
    select: citationTargetSelect,
    orderBy: { position: 'asc' },
  });
  return citations.map((citation) => ({ ...citation, state: targetState(citation.candidates) }));
});
/** A citation, with what the portal holds of its document. */
export type CitationTarget = Awaited<ReturnType<typeof listCitationTargets>>[number];
