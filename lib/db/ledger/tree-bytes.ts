import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { readTree } from '@/lib/db/stored-tree';
import type * as ast from '@/lib/gazette/ast';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** As for source bytes (decision 0029). */
const QUALITY = 5;
/** No tree of a document has more bytes. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Compresses a tree, beside the work of this thread. */
export async function packTree(tree: unknown): Promise<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(tree));
  return compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/**
 * Reads a compressed tree.
 * @param document names it in the message: shili/shizhengfa-2023-1?v=2
 * @throws StoredTreeError for a version that cannot be read, and Error for damaged bytes
 */
export async function unpackTree(packed: Uint8Array, treeVersion: number, document: string): Promise<ast.Document> {
  const bytes = await decompress(packed, { maxOutputLength: MOST_BYTES });
  return readTree({ tree: JSON.parse(bytes.toString()) as unknown, treeVersion }, document);
}
