import path from 'node:path';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** Issues that are added to each corpus in a round, and taken out again. */
const issues = 3;

/** The bench of the citation graph. It runs in a process of its own: see citations/run.ts. */
export const citations: WholeSubject = {
  summary: 'the citation graph: what an issue costs as the corpus grows, corrections, the list of missing documents',
  paths: 'none; the corpora are made by --documents and kept in .data/bench',

  async run({ paths, rounds, documents, fresh }, print) {
    if (paths.length > 0) throw new Error('citations makes its own corpora and takes no paths');
    const request = JSON.stringify({ rounds, documents, issues, fresh });
    return runApart(path.join(import.meta.dirname, 'citations', 'run.ts'), request, print);
  },
};
