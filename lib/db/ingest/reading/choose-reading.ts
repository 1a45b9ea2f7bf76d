import os from 'node:os';
import { ReadAhead, type SizedFile } from './read-ahead';
import { readHere, readInThreads, THREAD_MEGABYTES, type SourceReader } from './reader';

/**
 * Source text from which threads pay: they take half a second of work to start, in which a
 * megabyte is read.
 */
const BYTES_FOR_THREADS = 2 * 1024 * 1024;
const FILES_FOR_THREADS = 100;
/** Files that are read and wait for each thread. */
const FILES_AHEAD = 4;
/** Bytes of source text that wait; what is made of them takes some twenty times as much. */
const BYTES_AHEAD = 8 * 1024 * 1024;

/**
 * Chooses how files are read: in threads where there is much to read, or where several are asked
 * for.
 * @param jobs files that are read at once, as a person says
 */
export function chooseReading(
  files: readonly SizedFile[],
  jobs: number | undefined,
): { reader: SourceReader; ahead: ReadAhead } {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const isMuch = bytes >= BYTES_FOR_THREADS || files.length >= FILES_FOR_THREADS;
  const isAsked = jobs !== undefined && jobs > 1;
  const threads = files.length > 1 && (isMuch || isAsked) ? Math.min(files.length, jobs ?? fittingJobs()) : 0;
  const reader = threads === 0 ? readHere() : readInThreads(threads);
  const limits = threads === 0 ? { files: 0, bytes: 0 } : { files: FILES_AHEAD * threads, bytes: BYTES_AHEAD };
  return { reader, ahead: new ReadAhead(files, reader, limits) };
}

/** One for each processor, as far as memory is free. */
function fittingJobs(): number {
  const byMemory = Math.floor(process.availableMemory() / (THREAD_MEGABYTES * 1024 * 1024));
  return Math.max(1, Math.min(os.availableParallelism(), byMemory));
}
