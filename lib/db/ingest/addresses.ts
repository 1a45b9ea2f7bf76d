import { municipalitySlugs, numberedSlug } from '@/lib/addresses/slugs';
import { sampleMunicipality } from '@/lib/settings/sample';
import type { PreparedDocument } from './rows/prepared';
import type { Transaction } from './transaction';

/**
 * Finds the municipality of a name, or makes it with an address of its own.
 * @returns its id
 */
export async function findOrCreateMunicipality(transaction: Transaction, name: string): Promise<number> {
  const held = await transaction.municipality.findUnique({ where: { name }, select: { id: true } });
  if (held) return held.id;
  for (const slug of municipalitySlugs(name)) {
    if (await transaction.municipality.findUnique({ where: { slug }, select: { id: true } })) continue;
    const created = await transaction.municipality.create({
      data: { name, slug, sample: name === sampleMunicipality },
      select: { id: true },
    });
    return created.id;
  }
  throw new Error('municipalitySlugs ended');
}

/** A document that the source file gave when it was ingested before. */
export interface FormerDocument {
  slug: string;
  docNumber: string | null;
  /** Set where a correction changed its number: it is recognised by the printed one. */
  printedNumber: string | null;
  titleKey: string;
}

/**
 * Gives every document its address, in their order.
 *
 * A document that the file gave before keeps its address. The others get the preferred one, with
 * -2, -3 … where another document of the municipality has that.
 */
export async function assignSlugs(
  transaction: Transaction,
  municipalityId: number,
  documents: PreparedDocument[],
  former: FormerDocument[],
): Promise<Map<PreparedDocument, string>> {
  const slugs = keepSlugs(documents, former);
  const open = documents.filter((document) => !slugs.has(document));
  const kept = [...slugs.values()];
  const preferred = open.map(({ preferredSlug }) => preferredSlug);
  const taken = new Set([...kept, ...(await listTaken(transaction, municipalityId, preferred, kept))]);
  for (const document of open) {
    let count = 1;
    while (taken.has(numberedSlug(document.preferredSlug, count))) count++;
    const slug = numberedSlug(document.preferredSlug, count);
    taken.add(slug);
    slugs.set(document, slug);
  }
  return slugs;
}

/**
 * How a former document is recognised, the surest way first. Two different numbers are two
 * documents, whatever their titles.
 */
const RECOGNITIONS: ((columns: PreparedDocument['columns'], former: FormerDocument) => boolean)[] = [
  (columns, former) => columns.docNumber === former.docNumber && columns.titleKey === former.titleKey,
  (columns, former) => former.docNumber !== null && columns.docNumber === former.docNumber,
  (columns, former) =>
    (columns.docNumber === null || former.docNumber === null) && columns.titleKey === former.titleKey,
];

function keepSlugs(documents: PreparedDocument[], former: FormerDocument[]): Map<PreparedDocument, string> {
  const slugs = new Map<PreparedDocument, string>();
  const left = new Set(former.map((each) => ({ ...each, docNumber: each.printedNumber ?? each.docNumber })));
  for (const isSame of RECOGNITIONS) {
    for (const document of documents) {
      if (slugs.has(document)) continue;
      const before = [...left].find((candidate) => isSame(document.columns, candidate));
      if (!before) continue;
      left.delete(before);
      slugs.set(document, before.slug);
    }
  }
  return slugs;
}

/**
 * Documents of a city with one address, at most; more are a mistake, which the database refuses.
 */
const COUNT_LIMIT = 100;

/**
 * Lists the addresses of the municipality that cannot be given again.
 *
 * Those with a count are queried only where a count is needed.
 * @param kept addresses of documents that are about to be stored
 */
async function listTaken(
  transaction: Transaction,
  municipalityId: number,
  preferred: readonly string[],
  kept: readonly string[],
): Promise<string[]> {
  const find = async (slugs: string[]): Promise<string[]> => {
    if (slugs.length === 0) return [];
    const rows = await transaction.document.findMany({
      where: { municipalityId, slug: { in: slugs } },
      select: { slug: true },
    });
    return rows.map(({ slug }) => slug);
  };
  const taken = await find([...new Set(preferred)]);
  const all = [...preferred, ...kept, ...taken];
  if (new Set(all).size === all.length) return taken;
  const counted = [...new Set(preferred)].flatMap((slug) =>
    Array.from({ length: COUNT_LIMIT - 1 }, (_, index) => numberedSlug(slug, index + 2)),
  );
  return [...taken, ...(await find(counted))];
}
