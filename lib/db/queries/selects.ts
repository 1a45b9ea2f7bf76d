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
export type DocumentLink = Prisma.DocumentGetPayload<{ select: typeof documentLinkSelect }>;

/** What a link to an issue needs. */
export const issueLinkSelect = {
  year: true,
  number: true,
  lastNumber: true,
  totalNumber: true,
  title: true,
  publishedOn: true,
} satisfies Prisma.IssueSelect;
export type IssueLink = Prisma.IssueGetPayload<{ select: typeof issueLinkSelect }>;

/** The issue of a year that bears a number, be it one of several: 第8号 is 第7-8号. */
export const whereIssueHasNumber = (year: number, number: number) =>
  ({
    year,
    OR: [{ number }, { number: { lt: number }, lastNumber: { gte: number } }],
  }) satisfies Prisma.IssueWhereInput;

/** The contents of an issue, in the gazette's own groups. */
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
export type TocGroupRow = Prisma.TocGroupGetPayload<{ select: typeof tocGroupSelect }>;

/** What is said beside whatever editors mended: a citation, or the number of a document. */
export const correctionSelect = { kind: true, source: true } satisfies Prisma.CorrectionSelect;
export type CorrectionOf = Prisma.CorrectionGetPayload<{ select: typeof correctionSelect }>;

/** A mention of a document, as the one who looks for mentions sees it. */
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

export type CitingSection = Omit<CitingRow, 'section'> & {
  section: Omit<CitingRow['section'], 'path'> & { path: PathStep[] };
};

/** Gives the row the type that ingest wrote its path with. */
export function asCitingSection(row: CitingRow): CitingSection {
  return { ...row, section: { ...row.section, path: row.section.path as unknown as PathStep[] } };
}

/** Newest mentions first; within a document in its order. */
export const citingSectionOrder = [
  { document: { orderedOn: 'desc' } },
  { documentId: 'desc' },
  { position: 'asc' },
] satisfies Prisma.CitationOrderByWithRelationInput[];
