import type { IssueKey } from '@/lib/addresses/issue-segment';
import type { Prisma } from '@/lib/db/generated/client';
import { sectionPlaceSelect } from '@/lib/db/section-columns';
import type { PathStep } from '@/lib/gazette';

/** What a link to a document needs. */
export const documentLinkSelect = {
  id: true,
  slug: true,
  title: true,
  docNumber: true,
  genre: true,
  agency: true,
  signedOn: true,
  municipality: { select: { slug: true, name: true, sample: true } },
} satisfies Prisma.DocumentSelect;
/** A document, as a link to it needs it. */
export type DocumentLink = Prisma.DocumentGetPayload<{ select: typeof documentLinkSelect }>;

/** What a link to an issue needs. */
export const issueLinkSelect = {
  year: true,
  number: true,
  lastNumber: true,
  edition: true,
  totalNumber: true,
  title: true,
  publishedOn: true,
} satisfies Prisma.IssueSelect;
/** An issue, as a link to it needs it. */
export type IssueLink = Prisma.IssueGetPayload<{ select: typeof issueLinkSelect }>;

/**
 * Selects the issue of a year that has a number, perhaps among several.
 *
 * 第8号 may be 第7-8号.
 */
export const whereIssueHasNumber = (year: number, { number, edition }: IssueKey) =>
  ({
    year,
    edition: edition ?? '',
    OR: [{ number }, { number: { lt: number }, lastNumber: { gte: number } }],
  }) satisfies Prisma.IssueWhereInput;

/** A group of the table of contents of an issue. */
export const tocGroupSelect = {
  heading: true,
  entries: {
    select: {
      title: true,
      docNumber: true,
      document: {
        select: { id: true, slug: true, title: true, docNumber: true, genre: true, agency: true, signedOn: true },
      },
    },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.TocGroupSelect;
/** A group of the table of contents, as it is read. */
export type TocGroupRow = Prisma.TocGroupGetPayload<{ select: typeof tocGroupSelect }>;

/** What publishers state of a document. */
export const statedSelect = {
  indexNumber: true,
  registration: true,
  topic: true,
  statedAgency: true,
  statedSignedOn: true,
  statedStartsOn: true,
  statedEndsOn: true,
  keywords: true,
  summary: true,
  statedValidity: true,
  publishedOn: true,
  manifestRows: {
    select: { indexNumber: true, topic: true, validity: true, publishedOn: true, url: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.DocumentSelect;

/** What is shown of a correction. */
export const correctionSelect = { kind: true, source: true } satisfies Prisma.CorrectionSelect;
/** A correction, as it is shown. */
export type CorrectionOf = Prisma.CorrectionGetPayload<{ select: typeof correctionSelect }>;

/** A mention of a document, as lists of mentions show it. */
export const citingSectionSelect = {
  words: true,
  sentence: true,
  wordsAt: true,
  relation: true,
  title: true,
  docNumber: true,
  printedNumber: true,
  correction: { select: correctionSelect },
  section: { select: sectionPlaceSelect },
  document: { select: { ...documentLinkSelect, orderedOn: true } },
} satisfies Prisma.CitationSelect;
type CitingRow = Prisma.CitationGetPayload<{ select: typeof citingSectionSelect }>;

/** A mention of a document. */
export type CitingSection = Omit<CitingRow, 'section'> & {
  section: Omit<CitingRow['section'], 'path'> & { path: PathStep[] };
};

/** Gives a row the type with which ingest stored its path. */
export function asCitingSection(row: CitingRow): CitingSection {
  return { ...row, section: { ...row.section, path: row.section.path as unknown as PathStep[] } };
}

/** The newest mentions first; those of a document in its order. */
export const citingSectionOrder = [
  { document: { orderedOn: 'desc' } },
  { documentId: 'desc' },
  { position: 'asc' },
] satisfies Prisma.CitationOrderByWithRelationInput[];
