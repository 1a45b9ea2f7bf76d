import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const args = (...given: string[]) => ['--import', 'tsx', 'lib/logging/testing/logging-process.ts', ...given];

function run(...given: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, args(...given), { encoding: 'utf8' });
  expect(`${stdout}${stderr}`).not.toContain('zarquonfrob');
  const lines = stdout.trimEnd().split('\n');
  return { lines, records: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr, status };
}

test('every line is an object, and none is lost when the process ends', () => {
  const { records, stderr } = run('exit');
  expect(stderr).toBe('');
  expect(records()).toHaveLength(501);
  expect(records()[0]).toMatchObject({ level: 'info', process: 'gateway', event: 'request', id: 'id-0', status: 200 });
  // What was being written at that moment may come after it.
  expect(records().filter(({ level }) => level === 'error')).toMatchObject([
    { event: 'database away', msg: 'The database does not answer.', error: { name: 'Error', code: 'ECONNREFUSED' } },
  ]);
});

test('for people the same lines are sentences', () => {
  const { lines } = run('exit', 'text');
  expect(lines).toHaveLength(501);
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d gateway GET \/search 200 hit 1.5 ms 10 bytes$/);
  const errors = lines.filter((line) => line.includes('error'));
  expect(errors).toEqual([expect.stringMatching(/ gateway error: The database does not answer\. Error ECONNREFUSED$/)]);
});

test('what libraries print has a line that says where from, and errors their kind', () => {
  const { records, stderr } = run('library');
  expect(stderr).toBe('');
  const told = records().filter(({ event }) => event !== 'request');
  expect(told).toMatchObject([
    {
      event: 'page failed',
      error: { name: 'TypeError' },
      stack: expect.stringContaining('logging-process.ts') as string,
    },
    { event: 'said by a library', about: expect.stringContaining('logging-process.ts') as string },
    { event: 'warning', about: 'DeprecationWarning DEP0170' },
  ]);
});

test.each(['uncaught', 'rejected'])('an error that nobody catches has its line, and ends the process: %s', (way) => {
  const { records, status } = run(way);
  expect(status).toBe(1);
  // What was being written at that moment may come after it.
  const errors = records().filter(({ level }) => level === 'error');
  expect(errors).toMatchObject([{ event: 'uncaught', error: { name: 'Error' } }]);
});

test('a log that nobody reads any more ends nothing', async () => {
  const child = spawn(process.execPath, args('wait'), { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(child.exitCode).toBeNull();
  child.kill('SIGTERM');
  await once(child, 'exit');
});
