import { createTarPacker } from 'modern-tar';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { END_ENTRY, EntriesChecksum, FOLDER, type ArchiveEntry } from './entries';

/** Of gzip, 1 to 9: half the time of the usual 6, for 2 % more bytes. */
const LEVEL = 4;

/**
 * Writes entries as a compressed tar archive, and behind them their checksum.
 *
 * Memory is bounded: an entry is asked for when the one before has gone out.
 * @param options.keepOpen leaves `output` open, such as standard output
 */
export async function writeArchive(
  output: Writable,
  entries: AsyncIterable<ArchiveEntry>,
  { keepOpen = false, modified = new Date() } = {},
): Promise<void> {
  const { readable, controller } = createTarPacker();
  const pack = async (): Promise<void> => {
    const checksum = new EntriesChecksum();
    const add = async ({ name, bytes }: ArchiveEntry): Promise<void> => {
      const entry = controller.add({ name: FOLDER + name, size: bytes.length, mode: 0o600, mtime: modified });
      const writer = entry.getWriter();
      await writer.write(bytes);
      await writer.close();
    };
    for await (const entry of entries) {
      checksum.add(entry);
      await add(entry);
    }
    await add({ name: END_ENTRY, bytes: Buffer.from(`${JSON.stringify({ sha256: checksum.digest() })}\n`) });
    controller.finalize();
  };
  const packed = pack().catch((error: unknown) => {
    controller.error(error);
    throw error;
  });
  const stream = Readable.fromWeb(readable as ReadableStream);
  // Each of the two fails where the other does; what failed first says why.
  const written = pipeline(stream, createGzip({ level: LEVEL }), output, { end: !keepOpen });
  await Promise.all([packed, written]);
}
