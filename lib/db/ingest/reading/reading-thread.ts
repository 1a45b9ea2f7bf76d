import { Worker } from 'node:worker_threads';
import { SourceFileError } from '@/lib/source-files';
import type { FileToRead, PreparedFile } from './prepared-file';
import type { ThreadAnswer } from './serve-thread';

/** Limits of a thread. What ends it ends one file, not the run. */
export interface ThreadLimits {
  /** Megabytes of its heap: the largest files that are read take half of it. */
  megabytes: number;
  /** Time for one file: the largest take some seconds. */
  milliseconds: number;
}

const ADVICE = 'The other files go on. Split it, copy its text into a .txt file, or leave it out.';

/** A thread that reads files, one at a time. It is started anew after a file that ended it. */
export class ReadingThread {
  readonly #limits: ThreadLimits;
  #worker: Worker | null = null;

  constructor(limits: ThreadLimits) {
    this.#limits = limits;
  }

  /**
   * Reads and parses a file.
   * @throws SourceFileError when it cannot be read, holds no gazette, or ended the thread
   */
  async read(file: FileToRead): Promise<PreparedFile> {
    const { megabytes, milliseconds } = this.#limits;
    const worker = (this.#worker ??= new Worker(new URL('./thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // Those of the process say how its own entry is read.
      execArgv: [],
    }));
    const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
      const timer = setTimeout(() => end(`reading it took longer than ${milliseconds / 1000} seconds`), milliseconds);
      const settle = () => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', ended);
      };
      const answered = (message: ThreadAnswer) => {
        settle();
        resolve(message);
      };
      const end = (reason: string) => {
        settle();
        this.#worker = null;
        // It may still fail on its way to the end.
        worker.on('error', () => undefined);
        void worker.terminate();
        reject(new SourceFileError(file.path, reason, ADVICE));
      };
      const failed = (error: Error) =>
        end(
          (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `reading it took more than ${megabytes} MB of memory`
            : `reading it failed (${error.message})`,
        );
      const ended = (code: number) => end(`reading it ended its thread (code ${code})`);
      worker.on('message', answered).on('error', failed).on('exit', ended);
      worker.postMessage(file);
    });
    if ('refused' in answer) throw SourceFileError.again(answer.refused);
    return answer.prepared;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}
