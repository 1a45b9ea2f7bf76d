import { hashSourceFile, readSourceBytes, readSourceFile, SourceFileError, type SourceText } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import { checkDatabase } from '@/lib/db/ingest/check-database';
import { ClaimConflict, findReplaced } from '@/lib/db/ingest/identity';
import { prepareText } from '@/lib/db/ingest/reading/prepared-file';
import { countRows, failed, type FileReport } from '@/lib/db/ingest/report';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { loadBytes } from '@/lib/db/ingest/source-bytes';
import { storeSource } from '@/lib/db/ingest/store';
import { keepIngestsOut, runLong, type Transaction } from '@/lib/db/ingest/transaction';

/** What became of one outdated file. */
export interface ReadAnew {
  report: FileReport;
  /** Another file holds what it is now; that may change while others are read anew. */
  isConflict: boolean;
}

// Any number that is not used for another lock; the second number is that of a file.
const CLAIMS = 20180061;

const select = {
  id: true,
  name: true,
  path: true,
  hash: true,
  size: true,
  parserVersion: true,
  manifestPath: true,
  manifestHash: true,
  ingestedAt: true,
  issue: { select: { municipality: { select: { name: true } } } },
  documents: { select: { municipality: { select: { name: true } } }, take: 1 },
} as const;

/**
 * Reads a source file anew from its kept bytes, in one transaction.
 *
 * It keeps its addresses, path, name and the day of its ingest. It is read and parsed while others
 * store; only then it waits for its turn.
 * @param options.accept store it although held text is lost by it
 * @returns null where another process is reading it, or it is not outdated any more
 * @throws Error only when the database is away
 */
export async function readAnew(
  prisma: PrismaClient,
  id: number,
  { accept = false }: { accept?: boolean } = {},
): Promise<ReadAnew | null> {
  let place = String(id);
  try {
    return await runLong(prisma, async (transaction) => {
      if (!(await claim(transaction, id))) return null;
      const held = await find(transaction, id);
      if (!held) return null;
      place = held.path ?? held.name;
      const text = await readKept(transaction, held);
      const municipality = (held.issue ?? held.documents[0])?.municipality.name;
      const prepared = prepareText(text, municipality);
      const { source } = prepared;
      await keepIngestsOut(transaction);
      // An ingest may have replaced or moved it meanwhile.
      const now = await find(transaction, id);
      if (!now) return null;
      const replaced = await findReplaced(transaction, text, source, now, {
        thisRun: new Set(),
        replace: false,
        onlyItself: true,
      });
      const { name, path, ingestedAt } = now;
      // Where words were erased, other bytes are kept than those of the file.
      const erasedHash = text.hash === now.hash ? null : text.hash;
      const file = { ...text, name, path, ingestedAt, hash: now.hash, size: now.size, erasedHash };
      const { linked } = await storeSource(transaction, file, storedVersion, source, replaced, { accept });
      return { report: { ...countRows(prepared, 'replaced'), linked }, isConflict: false };
    });
  } catch (error) {
    if (!(error instanceof SourceFileError)) await checkDatabase(prisma);
    return { report: failed(place, error), isConflict: error instanceof ClaimConflict };
  }
}

/** Whether no other process reads the file; the claim ends with the transaction. */
async function claim(transaction: Transaction, id: number): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ claimed: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${CLAIMS}::int, ${id}::int) AS "claimed"`;
  return row?.claimed ?? false;
}

const find = (transaction: Transaction, id: number) =>
  transaction.sourceFile.findUnique({ where: { id, parserVersion: { not: storedVersion } }, select });

/**
 * Reads the text of a held file: from its kept bytes, else from where it was read last.
 * @throws SourceFileError where neither has them
 */
async function readKept(
  transaction: Transaction,
  held: { id: number; name: string; path: string | null; hash: string; size: number },
): Promise<SourceText> {
  const place = held.path ?? held.name;
  const bytes = await loadBytes(transaction, held);
  if (typeof bytes !== 'string') return readSourceBytes(place, bytes);
  if (bytes === 'erased')
    throw new SourceFileError(
      place,
      'its kept bytes were taken out with words that were erased',
      'Its former rows stay. Ingest a file without these words in its place.',
    );
  const there = held.path === null ? null : await hashSourceFile(held.path);
  if (held.path !== null && there === held.hash) return readSourceFile(held.path);
  const kept = bytes === 'none' ? 'its bytes are not kept' : 'its kept bytes are damaged';
  const found = there === null ? 'it is no longer where it was read' : 'another text is where it was read';
  throw new SourceFileError(
    place,
    `${kept}, and ${found}`,
    'Its former rows stay. Ingest the file once: npm run ingest -- PATH.',
  );
}
