import 'server-only';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { NearNumber } from '@/lib/check/report';
import { readDocNumber, type SectionName } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { Relation } from '@/lib/gazette/ast';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { listNear } from '@/lib/db/queries/numbers/check';
import { sectionNameSelect } from '@/lib/db/section-columns';
import { citingSectionOrder, documentLinkSelect, statedSelect } from '@/lib/db/queries/selects';
import { listFormerBearers, type FormerBearer } from '@/lib/db/queries/ledger/documents';
import { getNumberValidity, listNumberValidities, listValidities } from '@/lib/db/queries/validity/validities';

/** Mentions on one page of data. */
const PER_PAGE = 100;
/** Documents that one name may mean, at most. */
const CHOICES = 20;
const TITLES = 20;

const mentionSelect = {
  words: true,
  sentence: true,
  wordsAt: true,
  relation: true,
  locator: true,
  title: true,
  section: { select: { address: true, ...sectionNameSelect } },
} satisfies Prisma.CitationSelect;

/** A held document, as the data of citations have it. */
export interface CitationDocument {
  slug: string;
  title: string;
  docNumber: string | null;
  agency: string | null;
  signedOn: Date | null;
  municipality: { slug: string; name: string; sample: boolean };
}

/** A mention of one document in another. */
export interface MentionRow {
  /** They stand in `sentence` at `wordsAt` (UTF-16 units). */
  words: string;
  sentence: string;
  wordsAt: number;
  relation: Relation;
  /** The part of the cited document that it names, as printed. */
  locator: string | null;
  title: string | null;
  /** The section that it stands in. */
  section: { address: string } & SectionName;
}

/** A mention of another document. */
export interface OutgoingRow extends MentionRow {
  docNumber: string | null;
  aliasDefinition: boolean;
  /** Held documents that fit. */
  candidates: number;
  target: CitationDocument | null;
  targetAddress: string | null;
  validity: Validity;
}

/** A mention by another document. */
export interface IncomingRow extends MentionRow {
  document: CitationDocument;
}

/** A page of a list; `page` counts from 1. */
export interface CitationPage<Row> {
  total: number;
  rows: Row[];
  page: number;
  pages: number;
}

/** Everything that is known of a number. */
export interface NumberRows {
  number: Pick<ast.DocNumber, 'canonical' | 'form' | 'agencyCode' | 'serial'> & { year: number | null };
  /** Documents that have it, the newest first. */
  held: CitationDocument[];
  /** Titles that it is cited with, the most frequent first. */
  titles: { title: string; count: number }[];
  citedBy: CitationPage<IncomingRow>;
  /** Numbers one slip away. */
  near: NearNumber[];
  /** Documents that bore it until it was corrected. */
  formers: FormerBearer[];
  validity: Validity;
}

/**
 * Finds the held documents that a name may mean, the newest first.
 * @param name `benxi/benzhengbanfa-2018-58`, `benzhengbanfa-2018-58`, or a 文号 in any spelling
 */
export async function findNamedDocuments(name: string): Promise<CitationDocument[]> {
  const [first = '', second, ...rest] = name.split('/');
  if (rest.length > 0 || name.includes('\0')) return [];
  const canonical = readDocNumber(name)?.canonical;
  return getClient().document.findMany({
    where: {
      OR: [
        second === undefined ? { slug: first } : { slug: second, municipality: { slug: first } },
        ...(canonical === undefined ? [] : [{ docNumber: canonical }]),
      ],
    },
    select: documentLinkSelect,
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take: CHOICES,
  });
}

/**
 * Reads which documents a document cites, and which cite it.
 * @param page of its citations, from 1
 * @param citedPage of the citations of it, from 1
 * @returns null where there is no such document
 */
export async function getCitationRows(municipality: string, slug: string, page: number, citedPage: number) {
  if (`${municipality}${slug}`.includes('\0')) return null;
  const document = await getClient().document.findFirst({
    where: { slug, municipality: { slug: municipality } },
    select: { ...documentLinkSelect, ...statedSelect, id: true },
  });
  if (!document) return null;
  const [citations, citedBy, validities] = await Promise.all([
    listOutgoing(document.id, page),
    listIncoming({ targetDocumentId: document.id, documentId: { not: document.id } }, citedPage),
    listValidities([document.id]),
  ]);
  return { document, citations, citedBy, validity: validities.get(document.id) ?? unknownValidity };
}

/**
 * Reads everything that is known of a complete number.
 * @param page of the citations of it, from 1
 */
export async function getNumberRows(
  { canonical, form, agencyCode, year, serial }: ast.DocNumber,
  page: number,
): Promise<NumberRows> {
  const where = { docNumber: canonical, aliasDefinition: false } satisfies Prisma.CitationWhereInput;
  const [held, titles, citedBy, near, formers, validity] = await Promise.all([
    findNumbered(canonical),
    getClient().citation.groupBy({
      by: ['title'],
      where: { ...where, title: { not: null } },
      _count: true,
      orderBy: [{ _count: { title: 'desc' } }, { title: 'asc' }],
      take: TITLES,
    }),
    listIncoming({ docNumber: canonical }, page),
    listNear([{ canonical, form, agencyCode, serial, ...(year === undefined ? {} : { year }) }]),
    listFormerBearers(canonical),
    getNumberValidity(canonical),
  ]);
  return {
    number: { canonical, form, agencyCode, year: year ?? null, serial },
    held,
    titles: titles.map(({ title, _count }) => ({ title: title ?? '', count: _count })),
    citedBy,
    near: near.get(canonical) ?? [],
    formers,
    validity,
  };
}

const findNumbered = (docNumber: string): Promise<CitationDocument[]> =>
  getClient().document.findMany({
    where: { docNumber },
    select: documentLinkSelect,
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take: CHOICES,
  });

async function listOutgoing(documentId: number, page: number): Promise<CitationPage<OutgoingRow>> {
  const client = getClient();
  const where = { documentId };
  const [rows, total] = await Promise.all([
    client.citation.findMany({
      where,
      select: {
        ...mentionSelect,
        docNumber: true,
        aliasDefinition: true,
        candidates: true,
        targetAddress: true,
        target: { select: { ...documentLinkSelect, id: true } },
      },
      orderBy: { position: 'asc' },
      take: PER_PAGE,
      skip: (page - 1) * PER_PAGE,
    }),
    client.citation.count({ where }),
  ]);
  const [held, absent] = await Promise.all([
    listValidities([...new Set(rows.flatMap(({ target }) => target?.id ?? []))]),
    listNumberValidities([...new Set(rows.flatMap(({ target, docNumber }) => (target ? [] : (docNumber ?? []))))]),
  ]);
  const validityOf = ({ target, docNumber }: (typeof rows)[number]): Validity | undefined =>
    target ? held.get(target.id) : absent.get(docNumber ?? '');
  return asPage(
    rows.map((row) => ({ ...withRelation(row), validity: validityOf(row) ?? unknownValidity })),
    total,
    page,
  );
}

async function listIncoming(condition: Prisma.CitationWhereInput, page: number): Promise<CitationPage<IncomingRow>> {
  const client = getClient();
  const where = { ...condition, aliasDefinition: false };
  const [rows, total] = await Promise.all([
    client.citation.findMany({
      where,
      select: { ...mentionSelect, document: { select: documentLinkSelect } },
      orderBy: citingSectionOrder,
      take: PER_PAGE,
      skip: (page - 1) * PER_PAGE,
    }),
    client.citation.count({ where }),
  ]);
  return asPage(rows.map(withRelation), total, page);
}

/** The database admits no other words. */
const withRelation = <Row extends { relation: string }>(row: Row) => ({ ...row, relation: row.relation as Relation });

const asPage = <Row>(rows: Row[], total: number, page: number): CitationPage<Row> => ({
  rows,
  total,
  page,
  pages: Math.ceil(total / PER_PAGE),
});
