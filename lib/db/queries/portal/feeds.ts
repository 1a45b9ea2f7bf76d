import 'server-only';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import {
  asCitingSection,
  citingSectionOrder,
  citingSectionSelect,
  documentLinkSelect,
  issueLinkSelect,
} from '@/lib/db/queries/selects';

/** Entries of one feed. */
const LIMIT = 50;

const documentSelect = {
  ...documentLinkSelect,
  orderedOn: true,
  issue: { select: issueLinkSelect },
} satisfies Prisma.DocumentSelect;
/** A document, as a feed shows it. */
export type FollowedDocument = Prisma.DocumentGetPayload<{ select: typeof documentSelect }>;

const issueSelect = {
  ...issueLinkSelect,
  orderedOn: true,
  publisher: true,
  municipality: { select: { slug: true, name: true, sample: true } },
  documents: { select: { title: true, docNumber: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.IssueSelect;
/** An issue, as a feed shows it. */
export type FollowedIssue = Prisma.IssueGetPayload<{ select: typeof issueSelect }>;

/** Finds the name of a municipality, empty for all; null where none has the address. */
async function nameOf(municipality: string | null): Promise<string | null> {
  if (municipality === null) return '';
  const held = await getClient().municipality.findUnique({ where: { slug: municipality }, select: { name: true } });
  return held?.name ?? null;
}

/**
 * Lists the newest documents of a municipality, or of all.
 * @param municipality its address; null for all
 * @returns its name (empty for all) and the documents; null where none has the address
 */
export async function listNewestDocuments(municipality: string | null) {
  const [name, documents] = await Promise.all([
    nameOf(municipality),
    getClient().document.findMany({
      where: municipality === null ? {} : { municipality: { slug: municipality } },
      select: documentSelect,
      orderBy: [{ orderedOn: 'desc' }, { id: 'asc' }],
      take: LIMIT,
    }),
  ]);
  return name === null ? null : { name, documents };
}

/**
 * Lists the newest issues of a municipality, or of all.
 *
 * See listNewestDocuments.
 */
export async function listNewestIssuesOf(municipality: string | null) {
  const [name, issues] = await Promise.all([
    nameOf(municipality),
    getClient().issue.findMany({
      where: municipality === null ? {} : { municipality: { slug: municipality } },
      select: issueSelect,
      orderBy: [{ orderedOn: 'desc' }, { id: 'asc' }],
      take: LIMIT,
    }),
  ]);
  return name === null ? null : { name, issues };
}

const mentionSelect = {
  ...citingSectionSelect,
  document: { select: { ...documentLinkSelect, orderedOn: true } },
} satisfies Prisma.CitationSelect;

/** Lists the newest mentions of a canonical number in other documents. */
export async function listNewestMentions(docNumber: string) {
  const rows = await getClient().citation.findMany({
    where: {
      docNumber,
      aliasDefinition: false,
      document: { OR: [{ docNumber: null }, { docNumber: { not: docNumber } }] },
    },
    select: mentionSelect,
    orderBy: citingSectionOrder,
    take: LIMIT,
  });
  return rows.map((row) => ({ ...asCitingSection(row), document: row.document }));
}
/** A mention, as a feed shows it. */
export type FollowedMention = Awaited<ReturnType<typeof listNewestMentions>>[number];
