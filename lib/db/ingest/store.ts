import type { SourceText } from '@/lib/source-files';
import type { Prisma } from '@/lib/db/generated/client';
import { assignSlugs, findOrCreateMunicipality } from './addresses';
import { countCitedNumbers, listMentioned, type Mentioned } from './cited-numbers';
import { listMeaning } from './corrections';
import type { HeldSource } from './identity';
import { insertRows } from './insert-rows';
import { mend } from './mend';
import { resolveCitations } from './resolve-citations';
import { documentConditions, withConditions, type PreparedDocument, type PreparedSource } from './rows';
import type { PreparedTocGroup } from './toc-rows';
import type { Transaction } from './transaction';
import { listSpokenOf, storePeriods } from './validity-periods';

const formerSelect = {
  slug: true,
  municipality: { select: { slug: true } },
  id: true,
  docNumber: true,
  printedNumber: true,
  titleKey: true,
  issuedTitleKey: true,
  municipalityId: true,
} as const;

/**
 * Stores everything that a source text gives, in place of what the replaced source files gave, and links citations both ways.
 * Gives the id of its source file and how many of its citations are linked.
 */
export async function storeSource(
  transaction: Transaction,
  text: SourceText,
  parserVersion: string,
  source: PreparedSource,
  replaced: HeldSource[],
): Promise<{ sourceFileId: number; linked: number }> {
  // New grams wait in a list until the end of the run (lib/db/search/statistics.ts); sorting them into the index each time the list
  // has four megabytes would fall on every third issue and take most of a second.
  await transaction.$executeRaw`SET LOCAL gin_pending_list_limit = '16MB'`;
  const replacedIds = replaced.map(({ id }) => id);
  const gone = await takeOut(transaction, replacedIds);
  const former = gone.documents;
  await transaction.sourceFile.updateMany({ where: { path: text.path }, data: { path: null } });
  const municipalityId = await findOrCreateMunicipality(transaction, source.municipality);
  const { id: sourceFileId } = await transaction.sourceFile.create({
    data: { name: text.name, path: text.path, hash: text.hash, size: text.size, parserVersion },
    select: { id: true },
  });
  const issueId = source.issue
    ? (
        await transaction.issue.create({
          data: { ...source.issue, municipalityId, sourceFileId },
          select: { id: true },
        })
      ).id
    : null;
  const ofMunicipality = former.filter((document) => document.municipalityId === municipalityId);
  const slugs = await assignSlugs(transaction, municipalityId, source.documents, ofMunicipality);
  const documentIds = await storeDocuments(transaction, source.documents, slugs, {
    municipalityId,
    sourceFileId,
    issueId,
  });
  await storeSectionsAndCitations(transaction, source.documents, documentIds, { municipalityId, issueId });
  if (issueId !== null) await storeToc(transaction, issueId, source.tocGroups, documentIds);

  await relink(transaction, gone, { documents: source.documents, documentIds: [...documentIds.values()] });
  const linked = await transaction.citation.count({
    where: { document: { sourceFileId }, targetDocumentId: { not: null } },
  });
  return { sourceFileId, linked };
}

type Former = Prisma.DocumentGetPayload<{ select: typeof formerSelect }>;

/** What went with source files that were taken out. */
export interface Gone {
  documents: Former[];
  /** What they mentioned. */
  mentioned: Mentioned[];
  /** Other documents that they repealed, amended or extended. */
  spokenOf: number[];
}

/** Takes source files out, with everything that they gave; gives what went with them. `relink` has to follow. */
export async function takeOut(transaction: Transaction, sourceFileIds: number[]): Promise<Gone> {
  if (sourceFileIds.length === 0) return { documents: [], mentioned: [], spokenOf: [] };
  const documents = await transaction.document.findMany({
    where: { sourceFileId: { in: sourceFileIds } },
    select: formerSelect,
    orderBy: [{ sourceFileId: 'asc' }, { position: 'asc' }],
  });
  const ids = documents.map(({ id }) => id);
  const [mentioned, spokenOf] = [await listMentioned(transaction, ids), await listSpokenOf(transaction, ids)];
  // What a file gave goes with it.
  await transaction.sourceFile.deleteMany({ where: { id: { in: sourceFileIds } } });
  return { documents, mentioned, spokenOf };
}

/**
 * Mends the documents that came, links citations anew that mean what came or went, keeps up what is counted and judged from them, and takes out municipalities that hold
 * nothing any more.
 */
export async function relink(
  transaction: Transaction,
  { documents: former, mentioned, spokenOf }: Gone,
  { documents, documentIds }: { documents: PreparedDocument[]; documentIds: number[] },
): Promise<void> {
  const mended = await mend(transaction, documentIds);
  const addresses = former.map(({ slug, municipality }) => `${municipality.slug}/${slug}`);
  const comeOrGone = [...former, ...documents.map(({ columns }) => columns)];
  const docNumbers = unique([...comeOrGone.map(({ docNumber }) => docNumber), ...mended.docNumbers]);
  const judged = await resolveCitations(transaction, {
    documentIds: unique([...documentIds, ...(await listMeaning(transaction, { addresses, documentIds }))]),
    docNumbers,
    titleKeys: unique(comeOrGone.flatMap(({ titleKey, issuedTitleKey }) => [titleKey, issuedTitleKey])),
  });
  const after = await listMentioned(transaction, documentIds);
  await countCitedNumbers(transaction, { before: mentioned, after, borne: docNumbers });
  await storePeriods(transaction, [...documentIds, ...spokenOf, ...judged]);
  await removeEmptyMunicipalities(transaction, unique(former.map((document) => document.municipalityId)));
}

interface Belonging {
  municipalityId: number;
  sourceFileId: number;
  issueId: number | null;
}

/** Gives the ids by position in the source file. */
async function storeDocuments(
  transaction: Transaction,
  documents: PreparedDocument[],
  slugs: Map<PreparedDocument, string>,
  belonging: Belonging,
): Promise<Map<number, number>> {
  const rows = documents.map((document) => ({
    ...document.columns,
    ...belonging,
    slug: slugs.get(document) ?? document.preferredSlug,
  }));
  const stored = await insertRows<{ id: number; position: number }>(transaction, 'Document', rows, ['id', 'position']);
  return new Map(stored.map(({ id, position }) => [position, id]));
}

interface StoredSection {
  id: number;
  documentId: number;
  address: string;
}

async function storeSectionsAndCitations(
  transaction: Transaction,
  documents: PreparedDocument[],
  documentIds: Map<number, number>,
  belonging: Pick<Belonging, 'municipalityId' | 'issueId'>,
): Promise<void> {
  const placed = documents.map((document) => {
    const documentId = idAt(documentIds, document.columns.position);
    return { ...document, documentId, conditions: documentConditions(document.columns, { ...belonging, documentId }) };
  });
  const sections = placed.flatMap(({ documentId, sections, conditions }) =>
    sections.map((section) => ({ ...withConditions(section, conditions), documentId })),
  );
  const stored = await insertRows<StoredSection>(transaction, 'Section', sections, ['id', 'documentId', 'address']);
  const sectionIds = new Map(stored.map(({ id, documentId, address }) => [`${documentId} ${address}`, id]));
  const citations = placed.flatMap(({ documentId, citations }) =>
    citations.map(({ address, columns }) => ({
      ...columns,
      documentId,
      sectionId: idAt(sectionIds, `${documentId} ${address}`),
    })),
  );
  await insertRows<{ id: number }>(transaction, 'Citation', citations, ['id']);
  const clauses = placed.flatMap(({ documentId, clauses }) =>
    clauses.map(({ address, columns }) => ({
      ...columns,
      documentId,
      sectionId: idAt(sectionIds, `${documentId} ${address}`),
    })),
  );
  await insertRows<{ id: number }>(transaction, 'ValidityClause', clauses, ['id']);
}

async function storeToc(
  transaction: Transaction,
  issueId: number,
  groups: PreparedTocGroup[],
  documentIds: Map<number, number>,
): Promise<void> {
  const rows = groups.map(({ heading, position }) => ({ heading, position, issueId }));
  const stored = await insertRows<{ id: number; position: number }>(transaction, 'TocGroup', rows, ['id', 'position']);
  const groupIds = new Map(stored.map(({ id, position }) => [position, id]));
  const entries = groups.flatMap(({ position, entries }) =>
    entries.map(({ columns, documentPosition }) => ({
      ...columns,
      groupId: idAt(groupIds, position),
      documentId: documentPosition === null ? null : idAt(documentIds, documentPosition),
    })),
  );
  await insertRows<{ id: number }>(transaction, 'TocEntry', entries, ['id']);
}

/** A municipality whose last text turned out to be another's has no page to show. */
async function removeEmptyMunicipalities(transaction: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.municipality.deleteMany({
    where: { id: { in: ids }, issues: { none: {} }, documents: { none: {} } },
  });
}

function idAt<Key>(ids: Map<Key, number>, key: Key): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`no row was stored for ${String(key)}`);
  return id;
}

function unique<Value>(values: (Value | null | undefined)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null && value !== undefined))];
}
