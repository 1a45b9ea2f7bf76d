import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identifyProcess, isAlive, withFileLock } from './file-lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));
const lock = path.join(folder, 'lock');

/** The number of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid;

test('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withFileLock(lock, work)));
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

test('gives the lock back when the work fails', async () => {
  await expect(withFileLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('takes over a lock whose process was killed', async () => {
  writeFileSync(lock, `${deadProcess()} 12345`);
  expect(await withFileLock(lock, () => 'done')).toBe('done');
});

test('says once who is waited for', async () => {
  const waits: string[] = [];
  let open = () => {};
  const first = withFileLock(lock, () => new Promise<void>((resolve) => (open = resolve)));
  const second = withFileLock(
    lock,
    () => 'done',
    (holder) => waits.push(holder),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  open();
  await Promise.all([first, second]);
  expect(waits).toEqual([identifyProcess(process.pid)]);
});

test('a process is not mistaken for a later one with its number', () => {
  const own = identifyProcess(process.pid);
  expect(own && isAlive(own)).toBe(true);
  expect(isAlive(`${process.pid} 1`)).toBe(process.platform === 'win32');
  expect(isAlive(String(deadProcess()))).toBe(false);
  expect(isAlive('')).toBe(false);
});
