import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { runNode } from './child-process';
import { identifyProcess, isAlive } from './file-lock.mjs';

const WAIT = { timeout: 10_000, interval: 20 };

const parents: ChildProcess[] = [];
afterEach(() => {
  for (const parent of parents.splice(0)) parent.kill('SIGKILL');
});

/**
 * Starts a process that starts a child with spawnNode, and gives both: the child prints its number
 * first.
 */
async function startPair(program: string): Promise<{ parent: ChildProcess; child: string; printed: () => string }> {
  const starts = `
    import { spawnNode } from ${JSON.stringify(new URL('./child-process.ts', import.meta.url).href)};
    const child = spawnNode(['-e', ${JSON.stringify(`console.log(process.pid); ${program}`)}], process.env, ['inherit', 'inherit']);
    setInterval(() => {}, 1_000);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', starts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parents.push(parent);
  let output = '';
  parent.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const child = await vi.waitFor(() => identifyProcess(Number(/^(\d+)\n/.exec(output)![1]))!, WAIT);
  return { parent, child, printed: () => output };
}

test.each(['SIGKILL', 'SIGTERM'] as const)('a child ends when its parent ended by %s', async (name) => {
  const { parent, child } = await startPair('setInterval(() => {}, 1_000)');
  parent.kill(name);
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), WAIT);
});

test('in its own good order', async () => {
  const { parent, child, printed } = await startPair(
    "setInterval(() => {}, 1_000); process.on('SIGTERM', () => { console.log('in order'); process.exit() })",
  );
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), WAIT);
  await vi.waitFor(() => expect(printed()).toContain('in order'), WAIT);
});

test('by force after five seconds', async () => {
  const { parent, child } = await startPair("setInterval(() => {}, 1_000); process.on('SIGTERM', () => {})");
  parent.kill('SIGKILL');
  const began = Date.now();
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), WAIT);
  expect(Date.now() - began).toBeGreaterThan(4_000);
});

test('its own children know nothing of it', async () => {
  // fork() passes the flags of Node on; a grandchild whose input is closed must not end for that.
  const grandchild = "require('node:worker_threads'); setTimeout(() => console.log('grandchild ends'), 300)";
  const { printed } = await startPair(
    `require('node:child_process').spawn(process.execPath, [...process.execArgv.slice(0, 2), '-e', ${JSON.stringify(grandchild)}], { stdio: ['ignore', 'inherit', 'inherit'] });
     new (require('node:worker_threads').Worker)("setTimeout(() => console.log('worker ends'), 300)", { eval: true });
     setInterval(() => {}, 1_000)`,
  );
  await vi.waitFor(
    () => expect(printed()).toMatch(/grandchild ends[^]*worker ends|worker ends[^]*grandchild ends/),
    WAIT,
  );
});

test('a child that has nothing to do ends by itself', async () => {
  await runNode(['-e', 'setTimeout(() => {}, 10)']);
});
