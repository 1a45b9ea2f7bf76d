import path from 'node:path';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** The bench of the ledger. It runs in a process of its own: see versions/run.ts. */
export const versions: WholeSubject = {
  summary: 'what a changed issue costs beside a new and an unchanged one, ten versions, long comparisons',
  paths: 'a folder of issues; without it the reference corpus where there is one, else the sample corpus',

  async run({ paths, rounds, sections, fresh }, print) {
    if (paths.length > 1) throw new Error('versions takes one folder');
    const folder = path.resolve(paths[0] ?? findReferenceCorpus() ?? 'prisma/sample-corpus');
    const request = JSON.stringify({ folder, rounds, sections, fresh });
    return runApart(path.join(import.meta.dirname, 'versions', 'run.ts'), request, print);
  },
};
