import type { SourceText } from '@/lib/source-files';
import type { Prisma } from '@/lib/db/generated/client';
import { searchScheme } from '@/lib/search/text/scheme';
import { assignSlugs, findOrCreateMunicipality } from './addresses';
import { countCitedNumbers, tallyMentions, type MentionTally } from './links/cited-numbers';
import { listCitingByCorrection } from './corrections/store-corrections';
import type { HeldSource } from './identity';
import { planStoring, type StoringPlan } from './guard/plan-storing';
import { refuseErased } from './guard/refuse-erased';
import { textLoss } from './guard/text-loss';
import { recordStored } from './ledger/record-changes';
import { recordReferences } from './events/record-references';
import type { StatedRows } from './manifest/manifest-book';
import { readStatedRows, storeStatedRows } from './manifest/store-rows';
import { applyCorrections } from './corrections/apply-corrections';
import { targetsOfRelinked, resolveCitations } from './links/resolve-citations';
import type { PreparedDocument, PreparedSource } from './rows/prepared';
import { storeRows } from './rows/store-rows';
import { keepBytes, packBytes } from './source-bytes';
import { readClock, type Transaction } from './transaction';
import { listValidityTargets, storePeriods } from './links/validity-periods';

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

/** What is stored of a source file itself. */
export interface StoredFile extends Pick<SourceText, 'name' | 'hash' | 'size' | 'bytes'> {
  /** Null where its place is not known. */
  path: string | null;
  /** When it was ingested, where it is read anew. */
  ingestedAt?: Date;
  /** Hash of `bytes`, where they are kept in place of those of the file: words were erased. */
  erasedHash?: string | null;
}

/** How a source text is stored. */
interface StoreOptions {
  /** What manifests state of it now; null where what is held goes on. */
  stated?: StatedRows | null;
  /** Whether held text may be lost. */
  accept?: boolean;
}

/**
 * Stores what a source text gives, in place of what the replaced source files gave.
 *
 * Citations are linked both ways.
 * @returns the id of its source file, how many of its citations are linked, and what it did to what
 * was held
 * @throws SourceFileError where it has words that were erased from one of its documents
 * @throws TextLoss where held text would be lost, and that is not accepted
 */
export async function storeSource(
  transaction: Transaction,
  { name, path, hash, size, bytes, ingestedAt, erasedHash = null }: StoredFile,
  parserVersion: string,
  source: PreparedSource,
  replaced: HeldSource[],
  { stated = null, accept = false }: StoreOptions = {},
): Promise<{ sourceFileId: number; linked: number; plan: StoringPlan }> {
  const replacedIds = replaced.map(({ id }) => id);
  const municipality = await findOrCreateMunicipality(transaction, source.municipality);
  // While what is replaced is there: removed, it would be among what has ended.
  const plan = await planStoring(transaction, source, municipality.slug, replacedIds);
  await refuseErased(transaction, path ?? name, source, plan.succession);
  if (!accept && plan.losses.length > 0) throw textLoss(path ?? name, plan.losses);
  const { succession } = plan;
  // New grams are in a list until the end of the run (lib/db/search/upkeep/statistics.ts). With the
  // default limit of four megabytes every third issue would take most of a second longer, to sort
  // the list into the index.
  await transaction.$executeRaw`SET LOCAL gin_pending_list_limit = '16MB'`;
  // Other threads compress them while the rows are stored.
  const packed = packBytes(bytes);
  packed.catch(() => undefined);
  const statedRows = stated ?? (await readStatedRows(transaction, replaced, hash));
  const removed = await removeSourceFiles(transaction, replacedIds);
  if (path !== null) await transaction.sourceFile.updateMany({ where: { path }, data: { path: null } });
  const municipalityId = municipality.id;
  const { id: sourceFileId } = await transaction.sourceFile.create({
    data: { name, path, hash, size, parserVersion, searchScheme, ...(ingestedAt && { ingestedAt }) },
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
  const slugs = await assignSlugs(transaction, municipality, source.documents, succession.formerOf);
  const documents = source.documents.map((document) => ({
    ...document,
    slug: slugs.get(document) ?? document.preferredSlug,
  }));
  const documentIds = await storeRows(transaction, documents, issueId === null ? [] : source.tocGroups, {
    municipalityId,
    sourceFileId,
    issueId,
  });
  const { linked } = await relink(transaction, removed, { documents, documentIds });
  const at = await readClock(transaction);
  await recordStored(
    transaction,
    succession,
    source.documents.map((prepared, index) => ({ id: documentIds[index]!, slug: documents[index]!.slug, prepared })),
    {
      municipality: { slug: municipality.slug, name: source.municipality },
      source,
      hash,
      formerIssues: plan.formerIssues,
      at,
    },
  );
  await recordReferences(transaction, documentIds, at);
  await keepBytes(transaction, sourceFileId, await packed, erasedHash);
  // Behind it, because it corrects numbers, by which rows find their documents.
  if (statedRows && statedRows.rows.length > 0) await storeStatedRows(transaction, [{ sourceFileId, ...statedRows }]);
  return { sourceFileId, linked, plan };
}

type Former = Prisma.DocumentGetPayload<{ select: typeof formerSelect }>;

/** What went with source files that were removed. */
export interface RemovedDocuments {
  documents: Former[];
  /** Numbers that they mentioned. */
  mentions: MentionTally[];
  /** Other documents that they repealed, amended or extended. */
  validityTargets: number[];
}

/** Removes source files with everything that they gave. `relink` has to follow. */
export async function removeSourceFiles(transaction: Transaction, sourceFileIds: number[]): Promise<RemovedDocuments> {
  if (sourceFileIds.length === 0) return { documents: [], mentions: [], validityTargets: [] };
  const documents = await transaction.document.findMany({
    where: { sourceFileId: { in: sourceFileIds } },
    select: formerSelect,
    orderBy: [{ sourceFileId: 'asc' }, { position: 'asc' }],
  });
  const ids = documents.map(({ id }) => id);
  const mentions = await tallyMentions(transaction, ids);
  const validityTargets = await listValidityTargets(transaction, ids);
  // The database deletes everything that they gave with them.
  await transaction.sourceFile.deleteMany({ where: { id: { in: sourceFileIds } } });
  return { documents, mentions, validityTargets };
}

/**
 * Brings links, counts and validity up to date after documents were stored or removed.
 *
 * Corrections are applied to the new documents, and municipalities without documents are removed.
 * @returns how many citations of the new documents are linked
 */
export async function relink(
  transaction: Transaction,
  { documents: former, mentions: before, validityTargets }: RemovedDocuments,
  { documents, documentIds }: { documents: readonly PreparedDocument[]; documentIds: readonly number[] },
): Promise<{ linked: number }> {
  const corrected = await applyCorrections(transaction, documentIds);
  const addresses = former.map(({ slug, municipality }) => `${municipality.slug}/${slug}`);
  const changed = [...former, ...documents.map(({ columns }) => columns)];
  const docNumbers = unique([...changed.map(({ docNumber }) => docNumber), ...corrected.docNumbers]);
  const relinked = await resolveCitations(transaction, {
    documentIds: unique([...documentIds, ...(await listCitingByCorrection(transaction, { addresses, documentIds }))]),
    docNumbers,
    titleKeys: unique(changed.flatMap(({ titleKey, issuedTitleKey }) => [titleKey, issuedTitleKey])),
  });
  const after = await tallyMentions(transaction, documentIds);
  await countCitedNumbers(transaction, { before, after, ownNumbers: docNumbers });
  await storePeriods(transaction, [...documentIds, ...validityTargets, ...targetsOfRelinked(relinked)]);
  await removeEmptyMunicipalities(transaction, unique(former.map((document) => document.municipalityId)));
  const added = new Set(documentIds);
  return { linked: relinked.filter(({ documentId, target }) => target !== null && added.has(documentId)).length };
}

/** Removes municipalities without issues and documents, which have no page. */
async function removeEmptyMunicipalities(transaction: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.municipality.deleteMany({
    where: { id: { in: ids }, issues: { none: {} }, documents: { none: {} } },
  });
}

function unique<Value>(values: (Value | null | undefined)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null && value !== undefined))];
}
