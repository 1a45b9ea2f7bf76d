import { createHash, type Hash } from 'node:crypto';

/** One entry of a backup file. */
export interface ArchiveEntry {
  /** Inside the archive's folder: `manifest.json`, `tables/Document.000001.copy`. */
  name: string;
  bytes: Buffer;
}

/** The folder into which `tar -x` puts everything. */
export const FOLDER = 'gongbao-backup/';
export const MANIFEST_ENTRY = 'manifest.json';
export const END_ENTRY = 'end.json';

/** Bytes of an entry of a table. The memory that a backup or a restore takes follows from it. */
export const PIECE_BYTES = 1 << 20;
/** An entry with more is none of ours. */
export const LARGEST_ENTRY = 16 * PIECE_BYTES;

/**
 * Gives the name of a piece of a table.
 * Sorted by name the pieces are in order: `cat tables/Document.*.copy` is the whole table, as
 * COPY writes it.
 * @param piece from 1
 */
export const pieceName = (table: string, piece: number): string =>
  `tables/${encodeURIComponent(table)}.${String(piece).padStart(6, '0')}.copy`;

/** The checksum of all entries of a backup but the last, in their order. */
export class EntriesChecksum {
  private readonly hash: Hash = createHash('sha256');

  add({ name, bytes }: ArchiveEntry): void {
    this.hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }

  /** Gives it as hexadecimal; once. */
  digest(): string {
    return this.hash.digest('hex');
  }
}
