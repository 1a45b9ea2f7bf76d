import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nextWait, pause } from './backoff';
import { spawnNode } from './child-process';
import { supervise, type Supervised } from './supervise';

let stop: AbortController;
let lines: string[];
let children: ChildProcess[];
beforeEach(() => {
  stop = new AbortController();
  lines = [];
  children = [];
});
afterEach(() => {
  stop.abort();
});

const runs = (child: ChildProcess | undefined) => child?.exitCode === null && child.signalCode === null;
const last = () => children.at(-1)!;

/** A program that does its work once it has printed something. */
const work = (program: string, more: Partial<Supervised> = {}) =>
  supervise({
    name: 'The worker',
    start: () => {
      const child = spawnNode(['-e', program], process.env, ['pipe', 'inherit']);
      children.push(child);
      return child;
    },
    ready: (child) => new Promise((resolve) => child.stdout?.once('data', () => resolve())),
    signal: stop.signal,
    log: (line) => lines.push(line),
    ...more,
  });

const STEADY = 'console.log(1); setInterval(() => {}, 1000)';

test('starts the child again when it was killed, and when it ended in good order', async () => {
  const { ended } = await work(STEADY);
  last().kill('SIGKILL');
  await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 10_000 });
  expect(lines).toEqual([
    `The worker (process ${children[0]!.pid}) ended by itself (signal SIGKILL). Starting it again in 0.5 s …`,
    expect.stringMatching(`The worker runs again \\(process ${children[1]!.pid}\\) after`),
  ]);
  last().kill('SIGTERM');
  await vi.waitFor(() => expect(lines).toHaveLength(4), { timeout: 10_000 });
  expect(lines[2]).toContain('(signal SIGTERM). Starting it again in 1 s …');
  stop.abort();
  await ended;
  expect(children.filter(runs)).toEqual([]);
  expect(children).toHaveLength(3);
});

test('throws when the first child ends before it is ready, and starts no second one', async () => {
  await expect(work('process.exit(3)')).rejects.toThrow('The worker ended at once (exit code 3).');
  expect(children).toHaveLength(1);
});

test('throws when there is no such program', async () => {
  await expect(work('', { start: () => spawn('/no/such/program') })).rejects.toThrow('ENOENT');
});

test('throws when the first child will never be ready, and leaves none', async () => {
  await expect(work(STEADY, { ready: () => Promise.reject(new Error('silent')) })).rejects.toThrow('silent');
  expect(children.filter(runs)).toEqual([]);
});

test('waits longer after each failing attempt, ends at once while it waits', async () => {
  const { ended } = await work('console.log(1); setTimeout(() => process.exit(1), 50)');
  await vi.waitFor(() => expect(lines.filter((line) => line.includes('ended'))).toHaveLength(3), { timeout: 10_000 });
  expect(lines.map((line) => / in ([\d.]+) s /.exec(line)?.[1]).filter(Boolean)).toEqual(['0.5', '1', '2']);
  const began = Date.now();
  stop.abort();
  await ended;
  expect(Date.now() - began).toBeLessThan(500);
  const started = children.length;
  await pause(100);
  expect(children).toHaveLength(started);
});

test.each([
  [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000],
  ],
  [
    [60_000, 100, 60_000, 100],
    [0, 500, 0, 500],
  ],
])('after runs of %j ms it waits %j ms', (lives, waits) => {
  let wait = 0;
  expect(lives.map((lived) => (wait = nextWait(wait, lived)))).toEqual(waits);
});

test('a child whose own child keeps its output open has ended all the same', async () => {
  const orphan = "require('node:child_process').spawn('sleep', ['3'], { stdio: 'inherit' }); ";
  const { ended } = await work(orphan + STEADY);
  last().kill('SIGKILL');
  await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 2_900 });
  stop.abort();
  await ended;
});

test('the signal ends a child that is being started again', async () => {
  let starts = 0;
  const { ended } = await work(STEADY, {
    ready: (child, gone) =>
      ++starts === 1
        ? new Promise((resolve) => child.stdout?.once('data', () => resolve()))
        : new Promise((_, reject) => gone.addEventListener('abort', () => reject(new Error('gone')))),
  });
  last().kill('SIGKILL');
  await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 5_000 });
  stop.abort();
  await ended;
  expect(children.filter(runs)).toEqual([]);
});

test('a signal that has aborted already starts nothing', async () => {
  stop.abort(new Error('asked to end'));
  await expect(work(STEADY)).rejects.toThrow('asked to end');
  expect(children).toEqual([]);
});
