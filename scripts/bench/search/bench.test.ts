import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchSearch } from './bench';
import { classes } from './queries/classes';
import { makeCorpus } from './corpus/corpus';
import { openFilled } from './database';

const request = { sections: 300, rounds: 1, queries: 4, clients: 3, seconds: 1, issues: 1, fresh: false };
let folder: string;
const place = () => ({ server: process.env.TEST_DATABASE_URL!, folder });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongbao-bench-'));
});
afterAll(() => rm(folder, { recursive: true }));

test(
  'the whole bench runs, finds everything, and keeps its database for the next run',
  { timeout: 120_000 },
  async () => {
    const [report, progress]: [string[], string[]] = [[], []];
    const complaints = await benchSearch(place(), request, report.push.bind(report), progress.push.bind(progress));
    // How fast it is depends on what else the machine does.
    expect(complaints.filter((line) => !/ takes .* the aim is /.test(line))).toEqual([]);
    for (const { name } of classes) expect(report.filter((line) => line.startsWith(`| ${name} |`))).toHaveLength(1);
    expect(report.find((line) => line.startsWith('| planted |'))).toContain('1.0 of');
    expect(report.find((line) => line.startsWith('- 3 clients at once'))).toContain('no error');
    expect(progress).toContain('building the indexes');

    const size = { sections: request.sections, seed: 1 };
    const again = await openFilled(place(), size, makeCorpus(size), { fresh: false, log: () => undefined });
    expect(again.fresh).toBe(false);
  },
);
