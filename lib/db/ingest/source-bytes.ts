import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { hashBytes, readFileBytes } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Transaction } from './transaction';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Beyond it brotli takes many times as long, for a tenth less (decision 0029). */
const QUALITY = 5;

/** How much longer bytes may be that were written anew. */
const MOST_GROWTH = 4;

/** The bytes of a source file as they are stored. */
export interface PackedBytes {
  compression: 'brotli' | 'none';
  bytes: Uint8Array;
}

/** Compresses the bytes of a source file, beside the work of this thread. */
export async function packBytes(bytes: Uint8Array): Promise<PackedBytes> {
  const packed = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return packed.length < bytes.length ? { compression: 'brotli', bytes: packed } : { compression: 'none', bytes };
}

/**
 * Stores the bytes of a source file.
 * @param erasedHash their hash, where they are kept in place of those of the file
 */
export async function keepBytes(
  transaction: Transaction,
  sourceFileId: number,
  { compression, bytes }: PackedBytes,
  erasedHash: string | null = null,
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "SourceBytes" ("sourceFileId", "compression", "bytes", "erasedHash")
    VALUES (${sourceFileId}::int, ${compression}, ${bytes}::bytea, ${erasedHash}::text)`;
}

/** Files that are looked up at once. */
const BATCH = 1000;

/**
 * Stores the bytes of held files that a former release stored without them.
 *
 * It reads those alone that have none, and takes only bytes that have the hash of what is held.
 * @param paths of files that were ingested, or found unchanged
 */
export async function keepMissingBytes(prisma: PrismaClient, paths: readonly string[]): Promise<void> {
  for (let from = 0; from < paths.length; from += BATCH) {
    const rows = await prisma.$queryRaw<{ id: number; path: string; hash: string }[]>`
      SELECT file."id", file."path", file."hash" FROM "SourceFile" file
      WHERE file."path" = ANY (${paths.slice(from, from + BATCH)}::text[])
        AND NOT EXISTS (SELECT FROM "SourceBytes" kept WHERE kept."sourceFileId" = file."id")`;
    for (const { id, path, hash } of rows) {
      const read = await readFileBytes(path).catch(() => null);
      if (read === null || hashBytes(read) !== hash) continue;
      const { compression, bytes } = await packBytes(read);
      // Another ingest may replace the file meanwhile.
      await prisma.$executeRaw`
        INSERT INTO "SourceBytes" ("sourceFileId", "compression", "bytes")
        SELECT "id", ${compression}, ${bytes}::bytea FROM "SourceFile" WHERE "id" = ${id}::int FOR KEY SHARE
        ON CONFLICT DO NOTHING`;
    }
  }
}

/**
 * Reads the bytes of a source file; its hash proves them.
 * @returns `none` where they are not kept, `erased` where none are because words were taken out of
 * them, `damaged` where they are others now
 */
export async function loadBytes(
  transaction: Transaction,
  { id, hash, size }: { id: number; hash: string; size: number },
): Promise<Uint8Array | 'none' | 'erased' | 'damaged'> {
  const [packed] = await transaction.$queryRaw<{ compression: string; bytes: Uint8Array; erasedHash: string | null }[]>`
    SELECT "compression", "bytes", "erasedHash" FROM "SourceBytes" WHERE "sourceFileId" = ${id}::int`;
  if (!packed) return 'none';
  if (packed.erasedHash !== null && packed.bytes.length === 0) return 'erased';
  // In UTF-8 a text may take more bytes than before.
  const limit = packed.erasedHash === null ? size : size * MOST_GROWTH;
  const bytes = await unpack(packed, limit).catch(() => null);
  return bytes !== null && hashBytes(bytes) === (packed.erasedHash ?? hash) ? bytes : 'damaged';
}

/** @throws Error for what is not compressed so, or gives more than `size` bytes */
async function unpack({ compression, bytes }: { compression: string; bytes: Uint8Array }, size: number) {
  if (compression === 'none') return bytes;
  if (compression === 'brotli') return decompress(bytes, { maxOutputLength: Math.max(1, size) });
  throw new Error(`unknown compression: ${compression}`);
}
