import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchCitations } from './bench';
import { makeWebCorpus } from './corpus';
import { steps, type Times } from './measure';
import { judge } from './report';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongbao-bench-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the corpus has as many documents as were asked for, and is the same each time', () => {
  const [once, twice] = [makeWebCorpus({ documents: 50, seed: 1 }), makeWebCorpus({ documents: 50, seed: 1 })];
  expect([...once.issues()]).toEqual([...twice.issues()]);
  expect(
    [...once.issues()].flatMap(({ tree }) => tree.children.filter(({ type }) => type === 'document')),
  ).toHaveLength(50);
});

test('the whole bench runs and leaves the corpora as they were', { timeout: 120_000 }, async () => {
  const report: string[] = [];
  const request = { documents: [20, 40], rounds: 1, issues: 1, fresh: false };
  const place = { server: process.env.TEST_DATABASE_URL!, folder };
  const run = () => benchCitations(place, request, report.push.bind(report), () => undefined);
  await run();
  const citations = report.find((line) => line.startsWith('| citations |'));
  for (const step of Object.values(steps))
    expect(report.filter((line) => line.startsWith(`| ${step} |`))).toHaveLength(1);
  expect(report.filter((line) => line.includes('were made and stored'))).toHaveLength(2);
  report.length = 0;
  await run();
  expect(report.find((line) => line.startsWith('| citations |'))).toBe(citations);
  expect(report.filter((line) => line.includes('were made and stored'))).toEqual([]);
});

describe('the bench fails', () => {
  const times = (milliseconds: number) =>
    Object.fromEntries(Object.keys(steps).map((step) => [step, milliseconds])) as Times;
  const size = (documents: number, milliseconds: number) => ({
    documents,
    citations: 1,
    build: null,
    measured: [times(milliseconds)],
  });
  test('when a step grows with the corpus', () => {
    expect(judge([size(1000, 10), size(10_000, 40), size(100_000, 19)])).toEqual([]);
    expect(judge([size(1000, 10), size(100_000, 21)])[0]).toBe(
      'FAILED: storing an issue, all of it costs 2.1 times as much with 100000 documents as with 1000; at most 2 times are allowed.',
    );
  });
});
