import path from 'node:path';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** The bench of a first ingest. It runs in a process of its own: see folder/run.ts. */
export const folder: WholeSubject = {
  summary:
    'a first ingest of a folder with a manifest: with one and two threads, broken off and gone on, again, restated',
  paths: 'none; the folder is made of the first number of --documents',

  async run({ paths, documents }, print) {
    if (paths.length > 0) throw new Error('folder makes its own texts and takes no paths');
    const request = JSON.stringify({ documents: documents[0] });
    return runApart(path.join(import.meta.dirname, 'folder', 'run.ts'), request, print);
  },
};
