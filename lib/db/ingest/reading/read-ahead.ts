import type { FileToRead, PreparedFile } from './prepared-file';
import type { SourceReader } from './reader';

/** A file that is to be read, with its size. */
export interface SizedFile extends FileToRead {
  /** Bytes. */
  size: number;
}

/** How much is read before it is needed. */
export interface AheadLimits {
  files: number;
  /** Of source text; what is made of it takes some twenty times as much. */
  bytes: number;
}

/**
 * Reads files in their order, some of them before they are asked for.
 *
 * What was read and not yet taken is limited, so memory is too. Every file has to be taken.
 */
export class ReadAhead {
  readonly #left: SizedFile[];
  readonly #reader: SourceReader;
  readonly #limits: AheadLimits;
  readonly #begun = new Map<SizedFile, Promise<PreparedFile>>();
  #bytes = 0;

  /** @param files in the order in which they are taken */
  constructor(files: readonly SizedFile[], reader: SourceReader, limits: AheadLimits) {
    this.#left = files.toReversed();
    this.#reader = reader;
    this.#limits = limits;
  }

  /**
   * Gives a file that was read.
   * @throws SourceFileError when it cannot be read, or holds no gazette
   */
  async take(file: SizedFile): Promise<PreparedFile> {
    this.#begin();
    const begun = this.#begun.get(file) ?? this.#reader.read(file);
    try {
      return await begun;
    } finally {
      if (this.#begun.delete(file)) this.#bytes -= file.size;
      this.#begin();
    }
  }

  #begin(): void {
    const { files, bytes } = this.#limits;
    while (this.#left.length > 0 && this.#begun.size < files && (this.#begun.size === 0 || this.#bytes < bytes)) {
      const next = this.#left.pop()!;
      const reading = this.#reader.read(next);
      // Its failure is told when it is taken.
      reading.catch(() => undefined);
      this.#begun.set(next, reading);
      this.#bytes += next.size;
    }
  }
}
