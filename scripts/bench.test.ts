import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { brokenTiling, documentsOf } from '@/lib/gazette/testing/invariants';
import { sampleText } from '@/lib/gazette/testing/texts';
import { readArguments } from './bench/arguments';
import { enlargeIssue } from './bench/enlarge';
import { describeResult } from './bench/frame';
import { parse } from './bench/parse';
import { spreadOf } from './bench/statistics';
import type { Round } from './bench/subject';

test('the middle of an even number of figures lies between the two', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 });
});

describe('an issue of many documents', () => {
  const text = sampleText('shili-2023-1');
  const one = parseGazette(text);
  const many = parseGazette(enlargeIssue(text, 3));

  test('has one masthead and one contents page', () => {
    expect(many.tree.issue).toEqual(one.tree.issue);
    expect(many.tree.children.filter(({ type }) => type === 'toc')).toHaveLength(1);
  });
  test('has every document as many times, each with a number of its own', () => {
    const numbers = documentsOf(many.tree).map(({ docNumber }) => docNumber?.canonical);
    expect(numbers).toHaveLength(3 * documentsOf(one.tree).length);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
  test('loses no character', () => {
    const enlarged = enlargeIssue(text, 2);
    expect(brokenTiling(enlarged, parseGazette(enlarged).tree)).toEqual([]);
  });
  test('is the text itself when it is taken once, but for line ends', () => {
    const ink = (each: string) => each.replace(/\s+/g, '');
    expect(ink(enlargeIssue(text, 1))).toBe(ink(text));
  });
});

const round = (more: Partial<Round>): Round => ({
  bytes: 1024 * 1024,
  seconds: 0.5,
  processorSeconds: 0.4,
  yardstickPerByte: 0.1 / 1024 / 1024,
  peakMemory: 50 * 1024 * 1024,
  heapGrowth: 0,
  resultHeap: 0,
  ...more,
});

test('a result is shown by its median and its ends', () => {
  const rounds = [round({}), round({ seconds: 0.25 }), round({ seconds: 1 })];
  expect(describeResult({ name: 'one file', rounds })).toEqual([
    'one file: 1.0 MB',
    '  2.00 MB/s (1.00–4.00), 4.0 times the yardstick',
    '  peak memory 50 MB above the start; heap grew by 0.00 MB; the result holds 0.00 MB',
  ]);
});

describe('the parser fails its bench', () => {
  const spec = { files: ['a.txt'] };
  const one = { name: 'one file', spec, rounds: [round({})] };
  const many = (processorSeconds: number) => ({
    name: 'many files',
    spec: { ...spec, enlarged: { times: 100, how: 'issue' as const } },
    rounds: [round({ processorSeconds })],
  });
  test('when a byte of the large text takes more than a quarter more', () => {
    expect(parse.judge([one, many(0.49)])).toEqual([]);
    expect(parse.judge([one, many(0.52)])).toEqual([
      'FAILED: many files costs 30 % more time per byte than one file; at most 25 % are allowed.',
    ]);
  });
  test('and not when other files have more in them', () => {
    expect(parse.judge([one, { ...one, name: 'all files', rounds: [round({ processorSeconds: 9 })] }])).toEqual([]);
  });
});

test.each([
  [[], 'name what is to be measured: '],
  [['nothing'], 'name what is to be measured: '],
  [['parse', '--rounds', '0'], '--rounds wants a number from 1 to 9999'],
  [['search', '--sections', '99'], '--sections wants a number from 100 to 10000000'],
  [['search', '--sections', '1e6'], '--sections wants a number from 100 to 10000000'],
  [['search', '--seconds', '-1'], '--seconds'],
  [['citations', '--documents', '1000,x'], '--documents wants a number from 20 to 1000000'],
  [['parse', '--quick'], "Unknown option '--quick'"],
])('%j is not understood', (args, reason) => {
  expect(() => readArguments(args)).toThrow(reason);
});

test('what is left out depends on the bench', () => {
  const seconds = (...args: string[]) => readArguments(args)?.seconds;
  expect([seconds('search'), seconds('pages'), seconds('readers')]).toEqual([60, 3, 300]);
  expect([readArguments(['search'])?.clients, readArguments(['readers'])?.clients]).toEqual([20, 200]);
  expect(seconds('readers', '--seconds', '7')).toBe(7);
});

/** Runs the script and gives how it ended. */
const runBench = (...args: string[]) =>
  new Promise<{ code: number | string | null | undefined; out: string; errors: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/bench.ts', ...args], (error, out, errors) =>
      resolve({ code: error ? error.code : 0, out, errors }),
    );
  });

// A process for each, which on a busy machine takes its time.
describe('npm run bench', { timeout: 120_000 }, () => {
  test('parse prints a block for each case', async () => {
    const file = 'prisma/sample-corpus/shijiaofa-2023-12.txt';
    const { out, errors } = await runBench('parse', file, '--rounds', '1', '--times', '2');
    expect(errors).toBe('');
    expect(out).toMatch(/^Parsing .*shijiaofa-2023-12\.txt: 1 file/);
    expect(out.match(/^ {2}[\d.]+ MB\/s, [\d.]+ times the yardstick$/gm)).toHaveLength(3);
    expect(out.match(/^ {2}peak memory [\d.]+ MB above the start; .*$/gm)).toHaveLength(3);
  });
  test('what is not understood: exit code 2, the reason and the usage', async () => {
    const { code, errors } = await runBench('parse', '--rounds', '0');
    expect(errors).toContain('--rounds wants a number from 1 to 9999');
    expect(errors).toContain('Usage: npm run bench');
    expect(code).toBe(2);
  });
  test('search takes no paths', async () => {
    const { code, errors } = await runBench('search', 'prisma/sample-corpus');
    expect(errors).toBe('search makes its own corpus and takes no paths\n');
    expect(code).toBe(1);
  });
  test('a path that is not there is an error', async () => {
    const { code, errors } = await runBench('parse', 'nothing.txt');
    expect(errors).toContain('no such file or folder');
    expect(code).toBe(1);
  });
});
