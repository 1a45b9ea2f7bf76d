import path from 'node:path';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** The bench of the register. It runs in a process of its own: see register/run.ts. */
export const register: WholeSubject = {
  summary: 'pages of the register of one municipality with so many documents',
  paths: 'none; the documents are made by the last number of --documents',

  async run({ paths, rounds, documents }, print) {
    if (paths.length > 0) throw new Error('register makes its own documents and takes no paths');
    const request = JSON.stringify({ rounds, documents: documents.at(-1) ?? 25_000 });
    return runApart(path.join(import.meta.dirname, 'register', 'run.ts'), request, print);
  },
};
