import 'server-only';
import { cache } from 'react';
import { readDocNumber } from '@/lib/gazette';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import {
  asCitingSection,
  citingSectionOrder,
  citingSectionSelect,
  documentLinkSelect,
  issueLinkSelect,
} from './selects';

/** Mentions that one page of a list shows. */
export const MENTIONS_PER_PAGE = 50;

/** Takes a condition on citations; gives the mentions on the page asked for and how many there are in all. */
async function listMentions(where: Prisma.CitationWhereInput, { limit = MENTIONS_PER_PAGE, offset = 0 } = {}) {
  const client = getClient();
  const [rows, total] = await Promise.all([
    client.citation.findMany({
      where,
      select: citingSectionSelect,
      orderBy: citingSectionOrder,
      take: limit,
      skip: offset,
    }),
    client.citation.count({ where }),
  ]);
  return { total, mentions: rows.map(asCitingSection) };
}

/**
 * 被引用. Takes a document's id and the stretch of the list; gives who mentions it (by number or by title), from which section, in which words, newest first.
 * What a document says of itself, and the mere definition of an alias, is left out.
 */
export const listCitingSections = cache(async (documentId: number, limit?: number, offset?: number) =>
  listMentions(
    { targetDocumentId: documentId, aliasDefinition: false, documentId: { not: documentId } },
    { limit, offset },
  ),
);
export type CitingSections = Awaited<ReturnType<typeof listCitingSections>>;

const numberedDocumentSelect = {
  ...documentLinkSelect,
  issue: { select: issueLinkSelect },
} satisfies Prisma.DocumentSelect;
type NumberedDocument = Prisma.DocumentGetPayload<{ select: typeof numberedDocumentSelect }>;

// A choice longer than this is no help; the search page is.
const CHOICE_LIMIT = 50;
const NEAR_LIMIT = 10;

/**
 * Takes a 文号 in any spelling, complete or not; gives
 * - `document`: the one document that bears it;
 * - `several`: the held documents that bear it, or that an incomplete spelling fits (then `canonical` is null);
 * - `absent`: nothing held; the titles it is cited with, who cites it, and held documents with a number nearly the same;
 * - `unreadable`: the words are no number.
 */
export const getDocNumberPage = cache(async (spelling: string) => {
  const read = readDocNumber(spelling);
  if (!read) return { kind: 'unreadable' as const };
  const canonical = read.canonical ?? null;
  const documents = await findNumbered(
    canonical ? { docNumber: canonical } : { agencyCode: read.agencyCode, year: read.year, serial: read.serial },
    CHOICE_LIMIT,
  );
  const [document] = documents;
  if (canonical && document && documents.length === 1) return { kind: 'document' as const, canonical, document };
  if (documents.length > 0) return { kind: 'several' as const, canonical, documents };
  const { agencyCode, year, serial } = read;
  const meant: Prisma.CitationWhereInput = canonical ? { docNumber: canonical } : { agencyCode, year, serial };
  const where = { ...meant, aliasDefinition: false };
  const [titles, mentions, near] = await Promise.all([listTitles(where), listMentions(where), findNear(read)]);
  return { kind: 'absent' as const, canonical, titles, ...mentions, near };
});
export type DocNumberPage = Awaited<ReturnType<typeof getDocNumberPage>>;

async function findNumbered(where: Prisma.DocumentWhereInput, take: number): Promise<NumberedDocument[]> {
  return getClient().document.findMany({
    where,
    select: numberedDocumentSelect,
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take,
  });
}

/** The titles a number is cited with; more than one is a mistake somewhere, and the reader should see it. */
async function listTitles(where: Prisma.CitationWhereInput): Promise<{ title: string; count: number }[]> {
  const groups = await getClient().citation.groupBy({
    by: ['title'],
    where: { ...where, title: { not: null } },
    _count: true,
    orderBy: [{ _count: { title: 'desc' } }, { title: 'asc' }],
    take: NEAR_LIMIT,
  });
  return groups.map(({ title, _count }) => ({ title: title ?? '', count: _count }));
}

/** Held documents whose number differs in one of code, year and serial: the usual slips. */
async function findNear({
  agencyCode,
  year,
  serial,
}: NonNullable<ReturnType<typeof readDocNumber>>): Promise<NumberedDocument[]> {
  const slips: Prisma.DocumentWhereInput[] = [];
  if (year !== undefined && serial !== undefined) slips.push({ year, serial });
  if (agencyCode !== undefined && serial !== undefined) slips.push({ agencyCode, serial });
  if (agencyCode !== undefined && year !== undefined && serial !== undefined) {
    slips.push({ agencyCode, year, serial: { in: [serial - 1, serial + 1] } });
  }
  return slips.length === 0 ? [] : findNumbered({ OR: slips }, NEAR_LIMIT);
}
