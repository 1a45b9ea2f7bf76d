import pLimit from 'p-limit';
import { prepareFile, type FileToRead, type PreparedFile } from './prepared-file';
import { ReadingThread, type ThreadLimits } from './reading-thread';

/** Reads and parses files; where, is its own matter. */
export interface SourceReader {
  /** @throws SourceFileError when the file cannot be read, or holds no gazette */
  read: (file: FileToRead) => Promise<PreparedFile>;
  close: () => Promise<void>;
}

/** Makes a reader that works in this thread: the least work for one issue. */
export const readHere = (): SourceReader => ({ read: prepareFile, close: () => Promise.resolve() });

/** Megabytes of heap of a thread. */
export const THREAD_MEGABYTES = 1024;
const LIMITS: ThreadLimits = { megabytes: THREAD_MEGABYTES, milliseconds: 5 * 60_000 };

/**
 * Makes a reader that works in threads of its own.
 * @param threads files that are read at once
 */
export function readInThreads(threads: number, limits: ThreadLimits = LIMITS): SourceReader {
  const all = Array.from({ length: threads }, () => new ReadingThread(limits));
  const idle = [...all];
  const limit = pLimit(threads);
  return {
    read: (file) =>
      limit(async () => {
        const thread = idle.pop()!;
        try {
          return await thread.read(file);
        } finally {
          idle.push(thread);
        }
      }),
    close: async () => {
      limit.clearQueue();
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}
