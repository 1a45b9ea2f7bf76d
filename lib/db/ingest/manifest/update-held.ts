import { existsSync } from 'node:fs';
import type { PrismaClient } from '@/lib/db/generated/client';
import { storeAlone } from '@/lib/db/ingest/transaction';
import { noRows, type ManifestBook, type StatedRows } from './manifest-book';
import { storeStatedRows } from './store-rows';

/** A source file that is held, and of which manifest rows are held. */
export interface StatedSource {
  id: number;
  path: string | null;
  manifestPath: string | null;
  manifestHash: string | null;
}

/** Source files whose rows are stored in one transaction. */
const BATCH = 500;

/**
 * Stores what manifests state now of texts that have not changed.
 * No text is read for that.
 * @returns the texts of which something else is stated now
 */
export async function updateHeld(
  prisma: PrismaClient,
  sources: readonly StatedSource[],
  book: ManifestBook,
): Promise<string[]> {
  const changed = sources.flatMap((source) => {
    const stated = source.path === null ? null : book.rowsOf(source.path, source.manifestPath);
    return stated && stated.manifestHash !== source.manifestHash ? [{ source, stated }] : [];
  });
  await store(prisma, changed);
  return changed.map(({ source }) => source.path!);
}

/**
 * Takes out what manifests stated that are gone.
 * @param covers tests whether a manifest was in the folders of the run
 * @returns the manifests
 */
export async function removeGone(prisma: PrismaClient, covers: (file: string) => boolean): Promise<string[]> {
  const held = await prisma.sourceFile.findMany({
    where: { manifestPath: { not: null } },
    distinct: ['manifestPath'],
    select: { manifestPath: true },
    orderBy: { manifestPath: 'asc' },
  });
  const gone = held.flatMap(({ manifestPath }) =>
    manifestPath !== null && covers(manifestPath) && !existsSync(manifestPath) ? [manifestPath] : [],
  );
  if (gone.length === 0) return [];
  const sources = await prisma.sourceFile.findMany({
    where: { manifestPath: { in: gone } },
    select: { id: true, path: true, manifestPath: true, manifestHash: true },
    orderBy: { id: 'asc' },
  });
  await store(
    prisma,
    sources.map((source) => ({ source, stated: noRows })),
  );
  return gone;
}

async function store(prisma: PrismaClient, changed: readonly { source: StatedSource; stated: StatedRows }[]) {
  for (let from = 0; from < changed.length; from += BATCH) {
    const batch = changed.slice(from, from + BATCH);
    await storeAlone(prisma, async (transaction) => {
      // Another ingest may have stored or removed some since.
      const still = await transaction.sourceFile.findMany({
        where: { id: { in: batch.map(({ source }) => source.id) } },
        select: { id: true, manifestHash: true },
      });
      const hashes = new Map(still.map(({ id, manifestHash }) => [id, manifestHash]));
      const rows = batch.filter(({ source }) => hashes.get(source.id) === source.manifestHash);
      await storeStatedRows(
        transaction,
        rows.map(({ source, stated }) => ({ sourceFileId: source.id, ...stated })),
      );
    });
  }
}
