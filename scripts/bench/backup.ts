import path from 'node:path';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** The bench of backup and restore. It runs in a process of its own: see backup/run.ts. */
export const backup: WholeSubject = {
  summary: 'backup and restore of a generated corpus: seconds, size of the file, memory',
  paths: 'none; the corpus is made by --sections and kept in .data/bench',

  async run({ paths, rounds, sections, fresh }, print) {
    if (paths.length > 0) throw new Error('backup makes its own corpus and takes no paths');
    const request = JSON.stringify({ rounds, sections, fresh });
    return runApart(path.join(import.meta.dirname, 'backup', 'run.ts'), request, print);
  },
};
