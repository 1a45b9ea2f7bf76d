import path from 'node:path';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** Queries of a class in each round. */
const queries = 50;
/** Issues that are added to the corpus, and taken out again. */
const issues = 7;

/**
 * The bench of the search. It runs in two processes of its own: see search/build.ts and
 * search/run.ts.
 */
export const search: WholeSubject = {
  summary: 'the search: a made-up corpus, every class of query beside SQLite, recall, many readers',
  paths: 'none; the corpus is made by --sections and kept in .data/bench',

  async run({ paths, rounds, sections, clients, seconds, fresh, engine }, print) {
    if (paths.length > 0) throw new Error('search makes its own corpus and takes no paths');
    const folder = path.join(import.meta.dirname, 'search');
    // A server that has just built has its memory full of what must be written before anything else
    // can be read into it: it stops, and another one is measured.
    await runApart(path.join(folder, 'build.ts'), JSON.stringify({ sections, fresh }), print);
    const request = { rounds, sections, clients, seconds, fresh: false, queries, issues, engine };
    return runApart(path.join(folder, 'run.ts'), JSON.stringify(request), print);
  },
};
