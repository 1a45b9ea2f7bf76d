import 'server-only';
import type { IssueKey } from '@/lib/addresses/issue-segment';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readTree } from '@/lib/db/stored-tree';
import { targetState } from '@/lib/views/document/target-state';
import { citationTargetSelect, type CitationTarget } from '@/lib/db/queries/documents/documents';
import { documentLinkSelect, issueLinkSelect, statedSelect } from '@/lib/db/queries/selects';

const fileDocumentSelect = {
  ...documentLinkSelect,
  ...statedSelect,
  id: true,
  category: true,
  orderedOn: true,
  tree: true,
  treeVersion: true,
  issue: { select: issueLinkSelect },
  sourceFile: { select: { ingestedAt: true } },
} satisfies Prisma.DocumentSelect;

/**
 * Reads an issue with the trees of all its documents, for a file.
 *
 * Documents are in the order of the issue, each with what the portal holds of its citations.
 * @returns null where the issue is not held
 * @throws StoredTreeError where a tree is of another version
 */
export async function getIssueWithDocuments(municipalitySlug: string, year: number, { number, edition }: IssueKey) {
  const client = getClient();
  const where = { municipality: { slug: municipalitySlug }, year, number, edition: edition ?? '' };
  const [issue, citations] = await Promise.all([
    client.issue.findFirst({
      where,
      select: {
        ...issueLinkSelect,
        publisher: true,
        municipality: { select: { slug: true, name: true, sample: true } },
        documents: { select: fileDocumentSelect, orderBy: { position: 'asc' } },
      },
    }),
    client.citation.findMany({
      where: { document: { issue: where } },
      select: { documentId: true, ...citationTargetSelect },
      orderBy: { position: 'asc' },
    }),
  ]);
  if (!issue) return null;
  const targets = new Map<number, CitationTarget[]>();
  for (const { documentId, ...citation } of citations) {
    const list = targets.get(documentId) ?? [];
    list.push({ ...citation, state: targetState(citation.candidates) });
    targets.set(documentId, list);
  }
  const documents = issue.documents.map(({ id, tree, treeVersion, ...document }) => ({
    ...document,
    tree: readTree({ tree, treeVersion }, `${municipalitySlug}/${document.slug}`),
    targets: targets.get(id) ?? [],
  }));
  return { ...issue, documents };
}
/** An issue, as a file of it needs it. */
export type IssueWithDocuments = NonNullable<Awaited<ReturnType<typeof getIssueWithDocuments>>>;
