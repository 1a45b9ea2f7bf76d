import { parentPort } from 'node:worker_threads';
import { SourceFileError } from '@/lib/source-files';
import { prepareFile, type FileToRead, type PreparedFile } from './prepared-file';

/** What a thread sends back: errors lose their class on the way. */
export type ThreadAnswer = { prepared: PreparedFile } | { refused: SourceFileError['parts'] };

// Reads and parses the files that are sent to this thread, one after the other (ReadingThread).
parentPort?.on('message', (file: FileToRead) => {
  // What is not foreseen ends the thread, and with it this file alone.
  void answer(file).then((message) => parentPort?.postMessage(message));
});

async function answer(file: FileToRead): Promise<ThreadAnswer> {
  try {
    return { prepared: await prepareFile(file) };
  } catch (error) {
    if (error instanceof SourceFileError) return { refused: error.parts };
    throw error;
  }
}
