import { municipalitySlugs, numberedSlug } from '@/lib/addresses/slugs';
import { sampleMunicipality } from '@/lib/settings/sample';
import type { PreparedDocument } from './rows/prepared';
import type { Transaction } from './transaction';

/**
 * Finds the municipality of a name, or makes it with an address of its own.
 * @returns its id and address
 */
export async function findOrCreateMunicipality(
  transaction: Transaction,
  name: string,
): Promise<{ id: number; slug: string }> {
  const held = await transaction.municipality.findUnique({ where: { name }, select: { id: true, slug: true } });
  if (held) return held;
  for (const slug of municipalitySlugs(name)) {
    if (await transaction.municipality.findUnique({ where: { slug }, select: { id: true } })) continue;
    // The address of a place that is not held any more stays its own.
    const former = await transaction.ledgerDocument.findFirst({
      where: { municipality: slug },
      select: { municipalityName: true },
    });
    if (former && former.municipalityName !== name) continue;
    const created = await transaction.municipality.create({
      data: { name, slug, sample: name === sampleMunicipality },
      select: { id: true, slug: true },
    });
    return created;
  }
  throw new Error('municipalitySlugs ended');
}

/** A document that is held or was, as it is recognised. */
export interface RecognisableDocument {
  slug: string;
  docNumber: string | null;
  /** Set where a correction changed its number: it is recognised by the printed one. */
  printedNumber: string | null;
  titleKey: string;
}

/**
 * Gives every document its address, in their order.
 *
 * A document that was held before keeps its address; where its number was corrected, or the title
 * that its address is made of, it gets the one that these make, if that was never given to another.
 * The others get the preferred one, with -2, -3 … where another document has that, or once had it:
 * an address is given once (decision 0034).
 * @param formerOf the document that each was before
 */
export async function assignSlugs(
  transaction: Transaction,
  municipality: { id: number; slug: string },
  documents: PreparedDocument[],
  formerOf: ReadonlyMap<PreparedDocument, RecognisableDocument & { ledgerId: number | null }>,
): Promise<Map<PreparedDocument, string>> {
  const slugs = new Map<PreparedDocument, string>();
  const moving = documents.filter((document) => {
    const former = formerOf.get(document);
    return former !== undefined && isRenamed(document, former);
  });
  for (const [document, { slug }] of formerOf) if (!moving.includes(document)) slugs.set(document, slug);
  const open = documents.filter((document) => !slugs.has(document));
  const kept = [...formerOf.values()].map(({ slug }) => slug);
  const preferred = open.map(({ preferredSlug }) => preferredSlug);
  const owners = await listOwners(transaction, municipality, preferred, kept);
  for (const { slug, ledgerId } of formerOf.values()) owners.set(slug, ledgerId);
  for (const document of open) {
    const former = formerOf.get(document);
    // One of its own former addresses may be given to it again.
    const isOpen = (slug: string): boolean =>
      !owners.has(slug) || (former !== undefined && former.ledgerId !== null && owners.get(slug) === former.ledgerId);
    if (former && !isOpen(document.preferredSlug)) {
      slugs.set(document, former.slug);
      continue;
    }
    let count = 1;
    while (!isOpen(numberedSlug(document.preferredSlug, count))) count++;
    const slug = numberedSlug(document.preferredSlug, count);
    owners.set(slug, former?.ledgerId ?? null);
    slugs.set(document, slug);
  }
  return slugs;
}

/** Whether what the address of a document is made of was corrected. */
function isRenamed({ columns, preferredSlug }: PreparedDocument, former: RecognisableDocument): boolean {
  if (preferredSlug === former.slug) return false;
  const printed = former.printedNumber ?? former.docNumber;
  if (columns.docNumber !== printed) return columns.docNumber !== null;
  return columns.docNumber === null && columns.titleKey !== former.titleKey;
}

/**
 * How a former document is recognised, the surest way first. Two different numbers are two
 * documents, whatever their titles, unless their words say otherwise.
 */
const RECOGNITIONS: ((columns: PreparedDocument['columns'], former: RecognisableDocument) => boolean)[] = [
  (columns, former) => columns.docNumber === former.docNumber && columns.titleKey === former.titleKey,
  (columns, former) => former.docNumber !== null && columns.docNumber === former.docNumber,
  (columns, former) =>
    (columns.docNumber === null || former.docNumber === null) && columns.titleKey === former.titleKey,
];

/** Recognises documents by number and title. */
export function recognise<Former extends RecognisableDocument>(
  documents: readonly PreparedDocument[],
  former: readonly Former[],
): Map<PreparedDocument, Former> {
  const found = new Map<PreparedDocument, Former>();
  const left = new Set(former);
  for (const isSame of RECOGNITIONS) {
    for (const document of documents) {
      if (found.has(document)) continue;
      const before = [...left].find((candidate) =>
        isSame(document.columns, { ...candidate, docNumber: candidate.printedNumber ?? candidate.docNumber }),
      );
      if (!before) continue;
      left.delete(before);
      found.set(document, before);
    }
  }
  return found;
}

/**
 * Documents of a city with one address, at most; more are a mistake, which the database refuses.
 */
const COUNT_LIMIT = 100;

/**
 * Finds who has, or once had, the addresses that may be given, by address.
 *
 * Those with a count are queried only where a count is needed.
 * @param kept addresses of documents that are about to be stored
 * @returns ids of the ledger; null for a document that has none yet
 */
async function listOwners(
  transaction: Transaction,
  municipality: { id: number; slug: string },
  preferred: readonly string[],
  kept: readonly string[],
): Promise<Map<string, number | null>> {
  const find = async (slugs: readonly string[]): Promise<[string, number | null][]> => {
    if (slugs.length === 0) return [];
    const rows = await transaction.$queryRaw<{ slug: string; id: number | null }[]>`
      SELECT "slug", NULL::int AS "id" FROM "Document" WHERE "municipalityId" = ${municipality.id}::int AND "slug" = ANY (${slugs}::text[])
      UNION ALL
      SELECT "slug", "ledgerDocumentId" FROM "FormerAddress" WHERE "municipality" = ${municipality.slug} AND "slug" = ANY (${slugs}::text[])
      UNION ALL
      SELECT "slug", "id" FROM "LedgerDocument" WHERE "municipality" = ${municipality.slug} AND "slug" = ANY (${slugs}::text[])`;
    return rows.map(({ slug, id }) => [slug, id]);
  };
  const found = await find([...new Set(preferred)]);
  const all = [...preferred, ...kept, ...new Set(found.map(([slug]) => slug))];
  if (new Set(all).size === all.length) return new Map(found);
  const counted = [...new Set(preferred)].flatMap((slug) =>
    Array.from({ length: COUNT_LIMIT - 1 }, (_, index) => numberedSlug(slug, index + 2)),
  );
  return new Map([...found, ...(await find(counted))]);
}
