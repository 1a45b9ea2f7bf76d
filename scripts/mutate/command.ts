import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from './mutants';
import { mutantsOf, mutated } from './mutants';

const usage = `npm run mutate -- [--sample N] [--seed S] [--in FOLDER]

Changes one token in a copy of the source, runs the unit tests that reach it, and counts what they notice.
Each change is printed; the last line counts. It takes 10 to 60 seconds a change, and is no part of npm test.`;

/** Where changes are drawn from. */
const folders = ['lib/gazette', 'lib/source-files', 'lib/validity', 'lib/search'];
/** Helpers of tests, and words of tests, are not what is to be tested. */
const notTested = /\.test\.tsx?$|\/testing\/|\.d\.ts$/;
/** Tests that take long and notice little that others do not. */
const leftOut = ['benchmark', 'many-lines', 'hostile-*', 'fuzz', 'invariants'].map((name) => `**/${name}.test.ts`);
/** A change that makes a loop endless is noticed by waiting, in milliseconds. */
const longestRun = 180_000;

interface Channels {
  print: (line: string) => void;
  complain: (line: string) => void;
}

type Outcome = 'caught' | 'timed out' | 'survived';

/** Numbers from a seed: the same seed, the same sample. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws some of all changes, each with the same chance. */
function sampleOf(all: readonly Mutant[], count: number, seed: number): Mutant[] {
  const random = randomFrom(seed);
  const left = [...all];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const at = Math.floor(random() * left.length);
    const [drawn] = left.splice(at, 1);
    return drawn!;
  });
}

const listed = (root: string, ...args: string[]): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...args], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(path.join(root, file)));

/** Copies the source without what is installed, which it shares. */
function copyOf(root: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'gongbao-mutate-'));
  for (const file of listed(root)) cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** Runs the unit tests that import a file, up to the first that fails. */
function runTests(copy: string, file: string): Promise<Outcome> {
  const args = ['node_modules/vitest/vitest.mjs', 'related', file, '--run', '--project=unit', '--bail=1'];
  const out = [...leftOut, 'components/**', 'app/**'].map((glob) => `--exclude=${glob}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args, ...out], { cwd: copy, stdio: 'ignore', detached: true });
    const end = (): void => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    };
    process.once('exit', end);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, longestRun);
    child.on('exit', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve(late ? 'timed out' : code === 0 ? 'survived' : 'caught');
    });
  });
}

/** Tries a sample of changes. @returns the exit code: 1 where the source itself fails */
export async function runMutations(args: readonly string[], { print, complain }: Channels): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sample: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      in: { type: 'string', multiple: true, default: folders },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(usage);
    return 0;
  }
  const root = process.cwd();
  const files = listed(root, ...values.in).filter((file) => /\.ts$/.test(file) && !notTested.test(file));
  const all = files.flatMap((file) => mutantsOf(file));
  const sample = sampleOf(all, Number(values.sample), Number(values.seed));
  if (sample.length === 0) {
    complain(`Nothing to change in ${values.in.join(', ')}.`);
    return 2;
  }
  const copy = copyOf(root);
  const interrupted = (): void => process.exit(130);
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  const counts: Record<Outcome, number> = { caught: 0, 'timed out': 0, survived: 0 };
  for (const mutant of sample) {
    const place = path.join(copy, mutant.file);
    const text = readFileSync(place, 'utf8');
    writeFileSync(place, mutated(text, mutant));
    const outcome = await runTests(copy, mutant.file);
    writeFileSync(place, text);
    counts[outcome]++;
    print(`${outcome.padEnd(9)} ${mutant.file}:${mutant.line} ${mutant.was} → ${mutant.becomes}`);
  }
  const noticed = counts.caught + counts['timed out'];
  const share = ((100 * noticed) / sample.length).toFixed(0);
  print(
    `${noticed} of ${sample.length} changes noticed (${share} %), of ${all.length} in ${files.length} files; seed ${values.seed}`,
  );
  return 0;
}
