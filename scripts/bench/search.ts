import { spawn } from 'node:child_process';
import path from 'node:path';
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
    const script = path.join(import.meta.dirname, 'search', 'run.ts');
    // `react-server` is the condition under which servers may load what is marked `server-only`.
    const args = ['--conditions=react-server', '--import', 'tsx', script, request];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    for (const line of output.trimEnd().split('\n')) print(line);
    if (code !== 0 && code !== 1) throw new Error(`the bench ended with code ${String(code)}`);
    const complaints = output.split('\n').filter((line) => line.startsWith('FAILED: '));
    if (code === 1 && complaints.length === 0) throw new Error('the bench was not finished');
    return complaints;
  },
};
