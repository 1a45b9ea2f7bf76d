import path from 'node:path';
import { runApart } from './run-apart';
import type { WholeSubject } from './subject';

/** Queries of a class in each round. */
const queries = 50;
/** Issues that are added to the corpus, and taken out again. */
const issues = 7;

/** The bench of the search. It runs in a process of its own: see search/run.ts. */
export const search: WholeSubject = {
  summary: 'the search: a made-up corpus, every class of query beside SQLite, recall, many readers',
  paths: 'none; the corpus is made by --sections and kept in .data/bench',

  async run({ paths, rounds, sections, clients, seconds, fresh }, print) {
    if (paths.length > 0) throw new Error('search makes its own corpus and takes no paths');
    const request = JSON.stringify({ rounds, sections, clients, seconds, fresh, queries, issues });
    return runApart(path.join(import.meta.dirname, 'search', 'run.ts'), request, print);
  },
};
