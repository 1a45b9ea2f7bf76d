import { isAddress, type CorrectionEntry, type EntryContent } from '@/lib/corrections/entry';
import { correctionKey } from '@/lib/corrections/schema';
import { SourceFileError } from '@/lib/source-files';
import type { Correction } from '@/lib/db/generated/client';
import { countCitedNumbers, tallyMentions } from '@/lib/db/ingest/links/cited-numbers';
import { applyCorrections } from './apply-corrections';
import { assignRowsOfDocuments } from '@/lib/db/ingest/manifest/assign-rows';
import { targetsOfRelinked, resolveCitations } from '@/lib/db/ingest/links/resolve-citations';
import { recordReferences } from '@/lib/db/ingest/events/record-references';
import { readClock, type Transaction } from '@/lib/db/ingest/transaction';
import { storePeriods } from '@/lib/db/ingest/links/validity-periods';

/** How the corrections of one file changed. */
export interface CorrectionChanges {
  added: number;
  removed: number;
  /** The file that had some of them before and is gone. */
  movedFrom: string | undefined;
}

/**
 * Stores the entries of a corrections file in place of its former ones.
 *
 * Documents and citations of new and of removed entries are corrected anew; unchanged entries cost
 * nothing.
 * @param isThere whether a file exists
 * @throws SourceFileError when another file corrects the same thing; then nothing may be stored
 */
export async function storeCorrections(
  transaction: Transaction,
  path: string,
  entries: readonly CorrectionEntry[],
  isThere: (path: string) => boolean,
): Promise<CorrectionChanges> {
  const held = await transaction.correction.findMany({ where: { path } });
  const heldByKey = new Map(held.map((correction) => [contentKey(entryOf(correction)), correction]));
  const keys = new Set(entries.map(contentKey));
  const added = entries.filter((entry) => !heldByKey.has(contentKey(entry)));
  const moved = await findMoved(transaction, path, added, isThere);
  const removed = [...held.filter((correction) => !keys.has(contentKey(entryOf(correction)))), ...moved];
  await moveLines(
    transaction,
    entries.flatMap((entry) => {
      const correction = heldByKey.get(contentKey(entry));
      return correction && correction.line !== entry.line ? [{ id: correction.id, line: entry.line }] : [];
    }),
    // Other entries may have their lines from now on.
    removed.map(({ id }) => id),
  );
  if (added.length === 0 && removed.length === 0) return { added: 0, removed: 0, movedFrom: undefined };
  await transaction.correction.createMany({
    data: added.map(({ day, ...entry }) => ({
      ...entry,
      path,
      day: day === null ? null : new Date(`${day}T00:00:00Z`),
    })),
  });
  const removedIds = removed.map(({ id }) => id);
  const affected = await listAffected(transaction, [...added, ...removed], removedIds);
  const before = await tallyMentions(transaction, affected);
  const corrected = await applyCorrections(transaction, affected, removedIds);
  await transaction.correction.deleteMany({ where: { id: { in: removedIds } } });
  if (corrected.docNumbers.length > 0) await assignRowsOfDocuments(transaction, affected);
  const relinked = await resolveCitations(transaction, { ...corrected, titleKeys: [] });
  await recordReferences(transaction, affected, await readClock(transaction));
  const after = await tallyMentions(transaction, affected);
  await countCitedNumbers(transaction, { before, after, ownNumbers: corrected.docNumbers });
  await storePeriods(transaction, [
    ...targetsOfRelinked(relinked),
    ...corrected.documentIds,
    ...(await listRepealed(transaction, [...added, ...removed])),
  ]);
  return { added: added.length, removed: removed.length - moved.length, movedFrom: moved[0]?.path };
}

/**
 * Lists the documents that corrections repeal. A misprint may give a document's number to another
 * one.
 */
async function listRepealed(
  transaction: Transaction,
  corrections: readonly { kind: string; about: string | null }[],
): Promise<number[]> {
  const about = corrections.flatMap((entry) => (entry.kind === 'repeal' && entry.about !== null ? [entry.about] : []));
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Document" WHERE "docNumber" = ANY (${about}::text[])
    UNION
    SELECT document."id" FROM unnest(${about}::text[]) AS named("address")
    JOIN "Municipality" municipality ON municipality."slug" = split_part(named."address", '/', 1)
    JOIN "Document" document ON document."municipalityId" = municipality."id" AND document."slug" = split_part(named."address", '/', 2)`;
  return rows.map(({ id }) => id);
}

/** Lists the documents that cite, by a correction, one of these addresses or documents. */
export async function listCitingByCorrection(
  transaction: Transaction,
  { addresses, documentIds }: { addresses: readonly string[]; documentIds: readonly number[] },
): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ documentId: number }[]>`
    SELECT DISTINCT citation."documentId" FROM "Correction" correction JOIN "Citation" citation ON citation."correctionId" = correction."id"
    WHERE correction."kind" = 'citation' AND (correction."meant" = ANY (${addresses}::text[]) OR correction."meant" IN (
      SELECT municipality."slug" || '/' || document."slug" FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      WHERE document."id" = ANY (${documentIds}::int[])))`;
  return rows.map(({ documentId }) => documentId);
}

const entryOf = ({ kind, day, ...correction }: Correction): EntryContent => ({
  ...correction,
  kind: kind as CorrectionEntry['kind'],
  day: day?.toISOString().slice(0, 10) ?? null,
});

/** Gives a key of all but the line. */
const contentKey = ({ kind, about, section, printed, meant, day, source }: EntryContent): string =>
  JSON.stringify([kind, about, section, printed, meant, day, source]);

/**
 * Finds the corrections of files that are gone and had the same entries.
 * @throws SourceFileError where the other file is there
 */
async function findMoved(
  transaction: Transaction,
  path: string,
  added: readonly CorrectionEntry[],
  isThere: (path: string) => boolean,
): Promise<Correction[]> {
  const lines = new Map(added.map((entry) => [correctionKey(entry), entry.line]));
  const others = await transaction.correction.findMany({
    where: {
      path: { not: path },
      OR: [
        { about: { in: added.map(({ about }) => about).filter((about) => about !== null) } },
        {
          kind: 'misprint',
          about: null,
          printed: { in: added.map(({ printed }) => printed).filter((printed) => printed !== null) },
        },
      ],
    },
    orderBy: [{ path: 'asc' }, { line: 'asc' }],
  });
  const paths = new Set<string>();
  for (const other of others) {
    const line = lines.get(correctionKey(entryOf(other)));
    if (line === undefined) continue;
    if (isThere(other.path))
      throw new SourceFileError(
        path,
        `the same is corrected in ${other.path}:${other.line} already`,
        'Keep one of them.',
        line,
      );
    paths.add(other.path);
  }
  return paths.size === 0 ? [] : transaction.correction.findMany({ where: { path: { in: [...paths] } } });
}

/** Writes the new lines of entries, in two steps, because no two may have one line at any time. */
async function moveLines(
  transaction: Transaction,
  moved: { id: number; line: number }[],
  removed: number[],
): Promise<void> {
  if (moved.length > 0 || removed.length > 0)
    await transaction.$executeRaw`UPDATE "Correction" SET "line" = -"id" WHERE "id" = ANY (${[...moved.map(({ id }) => id), ...removed]}::int[])`;
  if (moved.length > 0)
    await transaction.$executeRaw`
      UPDATE "Correction" correction SET "line" = moved."line"
      FROM unnest(${moved.map(({ id }) => id)}::int[], ${moved.map(({ line }) => line)}::int[]) AS moved("id", "line")
      WHERE correction."id" = moved."id"`;
}

/**
 * Lists the documents whose number or citations are corrected by entries that were added or are
 * about to be removed.
 */
async function listAffected(
  transaction: Transaction,
  changed: readonly Pick<Correction | CorrectionEntry, 'kind' | 'about' | 'printed'>[],
  removed: readonly number[],
): Promise<number[]> {
  const corrections = changed.filter(({ kind }) => kind !== 'repeal');
  const names = corrections.map(({ about }) => about).filter((about) => about !== null);
  const everywhere = corrections.filter(({ about }) => about === null).map(({ printed }) => printed);
  const numbers = names.filter((name) => !isAddress(name));
  const addresses = names.filter(isAddress).map((address) => address.split('/'));
  // An entry names a document by its number, by the printed one, or by its address.
  const documents = await transaction.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Document" WHERE "docNumber" = ANY (${[...numbers, ...everywhere]}::text[])
    UNION
    SELECT "id" FROM "Document" WHERE "printedNumber" = ANY (${numbers}::text[])
    UNION
    SELECT "id" FROM "Document" WHERE "correctionId" = ANY (${[...removed]}::int[])
    UNION
    SELECT document."id" FROM unnest(${addresses.map(([municipality]) => municipality)}::text[], ${addresses.map(([, slug]) => slug)}::text[]) AS named("municipality", "slug")
    JOIN "Municipality" municipality ON municipality."slug" = named."municipality"
    JOIN "Document" document ON document."municipalityId" = municipality."id" AND document."slug" = named."slug"
    UNION
    SELECT "documentId" FROM "Citation" WHERE "docNumber" = ANY (${everywhere}::text[])
    UNION
    SELECT "documentId" FROM "Citation" WHERE "correctionId" = ANY (${[...removed]}::int[])`;
  return documents.map(({ id }) => id);
}
