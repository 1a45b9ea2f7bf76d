import 'server-only';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { citingSectionOrder, documentLinkSelect } from '@/lib/db/queries/selects';
import { sectionPlaceSelect } from '@/lib/db/section-columns';
import { listValidities } from '@/lib/db/queries/validity/validities';
import type { HitPlace } from '@/lib/search/engine';
import type { CitationTie } from '@/lib/validity/citation-tie';
import type { Validity } from '@/lib/validity/validity';

const tieSelect = {
  tie: true,
  words: true,
  sentence: true,
  wordsAt: true,
  docNumber: true,
  title: true,
  document: { select: documentLinkSelect },
  section: { select: sectionPlaceSelect },
  target: { select: documentLinkSelect },
} satisfies Prisma.CitationSelect;

/** A sentence that ties its document to another one, held or not. */
export type TieRow = Omit<StoredTie, 'tie' | 'section'> & { tie: CitationTie; section: HitPlace };
type StoredTie = Prisma.CitationGetPayload<{ select: typeof tieSelect }>;

/** What ties a document to others. */
export interface DocumentTies {
  /** What it rests on, corrects, interprets or reissues, in the order of its text. */
  own: TieRow[];
  /** What corrects, interprets or reissues it, the newest first. */
  others: TieRow[];
  /** Of the other documents, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/** Most sentences of a list. */
const LIMIT = 200;

/**
 * Lists what ties a document to others, both ways.
 *
 * Two trips to the database. Who rests on it is among those that cite it.
 */
export async function listTies(documentId: number): Promise<DocumentTies> {
  const { citation } = getClient();
  const [own, others] = await Promise.all([
    citation.findMany({
      where: { documentId, tie: { not: null } },
      select: tieSelect,
      orderBy: { position: 'asc' },
      take: LIMIT,
    }),
    citation.findMany({
      where: {
        targetDocumentId: documentId,
        tie: { in: ['corrects', 'interprets', 'reissues'] satisfies CitationTie[] },
        documentId: { not: documentId },
      },
      select: tieSelect,
      orderBy: citingSectionOrder,
      take: LIMIT,
    }),
  ]);
  const ids = [...own.flatMap(({ target }) => target?.id ?? []), ...others.map(({ document }) => document.id)];
  const isOther = ({ target }: (typeof own)[number]): boolean => target?.id !== documentId;
  return {
    own: own.filter(isOther).map(asTie),
    others: others.map(asTie),
    validities: ids.length === 0 ? new Map() : await listValidities([...new Set(ids)]),
  };
}

/** The database admits no other words. */
const asTie = ({ tie, section, ...row }: StoredTie): TieRow => ({
  ...row,
  tie: tie as CitationTie,
  section: section as unknown as HitPlace,
});

const ERRATA_PER_PAGE = 50;

/** A page of documents that correct what was printed. */
export interface ErrataPage {
  total: number;
  page: number;
  pages: number;
  /** Of each document the sentences that correct, in the order of its text; the newest first. */
  rows: TieRow[];
}

/**
 * Lists documents that correct what a gazette printed, the newest first.
 *
 * Two trips to the database.
 * @param municipalityId null for all
 */
export async function listErrata(municipalityId: number | null, page: number): Promise<ErrataPage> {
  const { citation } = getClient();
  const where = {
    tie: 'corrects' satisfies CitationTie,
    ...(municipalityId === null ? {} : { document: { municipalityId } }),
  };
  const documents = await citation.groupBy({
    by: ['documentId', 'orderedOn'],
    where,
    orderBy: [{ orderedOn: 'desc' }, { documentId: 'desc' }],
  });
  const shown = documents.slice((page - 1) * ERRATA_PER_PAGE, page * ERRATA_PER_PAGE);
  const rows = await citation.findMany({
    where: { ...where, documentId: { in: shown.map(({ documentId }) => documentId) } },
    select: tieSelect,
    orderBy: [{ orderedOn: 'desc' }, { documentId: 'desc' }, { position: 'asc' }],
    take: ERRATA_PER_PAGE * 20,
  });
  return {
    total: documents.length,
    page,
    pages: Math.ceil(documents.length / ERRATA_PER_PAGE),
    rows: rows.map(asTie),
  };
}
