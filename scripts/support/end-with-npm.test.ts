import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { identifyProcess } from './file-lock.mjs';

const WAIT = { timeout: 20_000, interval: 50 };

let folder: string;
let started: ChildProcess | null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-npm-'));
  mkdirSync(path.join(folder, 'scripts'));
  started = null;
});
afterEach(() => {
  for (const id of [started?.pid, read('pid')].map(Number)) if (id && identifyProcess(id)) process.kill(id, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

const read = (name: string): string | null => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};
const hasEnded = () => read('ended') !== null;
const program = () => Number(read('pid'));

/** Starts a shell command as the script `start` of npm, or by itself, and waits for its program. */
async function start(script: string, byNpm = true): Promise<number> {
  const helper = JSON.stringify(path.resolve('scripts', 'support', 'end-with-npm.mjs'));
  writeFileSync(
    path.join(folder, 'scripts', 'run.mjs'),
    `import { writeFileSync } from 'node:fs';
     const { endWithNpm } = await import(${helper});
     endWithNpm('start');
     process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(); });
     setInterval(() => {}, 1000);
     writeFileSync('pid', String(process.pid));`,
  );
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts: { start: script } }));
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const [command, args] = byNpm ? ['npm', ['start']] : ['sh', ['-c', script]];
  started = spawn(command, args, {
    cwd: folder,
    env: { ...env, NODE_ENV: 'test', npm_config_userconfig: devNull },
    stdio: 'ignore',
  });
  await vi.waitFor(() => expect(program()).toBeGreaterThan(0), WAIT);
  return started.pid!;
}

const goesOn = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(hasEnded()).toBe(false);
  expect(identifyProcess(program())).not.toBeNull();
};

describe.skipIf(process.platform === 'win32')('a program that npm has started', { timeout: 40_000 }, () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('ends in good order after %s to npm', async (signal) => {
    const npm = await start('node scripts/run.mjs start');
    process.kill(npm, signal);
    await vi.waitFor(() => expect(hasEnded()).toBe(true), WAIT);
  });

  test('ends when the shell between them was killed', async () => {
    await start('node scripts/run.mjs start; true');
    const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(program())], { encoding: 'utf8' });
    process.kill(Number(stdout), 'SIGKILL');
    await vi.waitFor(() => expect(hasEnded()).toBe(true), WAIT);
  });

  test('goes on while npm runs', async () => {
    await start('node scripts/run.mjs start');
    await goesOn();
  });

  test.skipIf(process.platform !== 'linux')('goes on with a session of its own', async () => {
    await start('setsid node scripts/run.mjs start &');
    await vi.waitFor(() => expect(started!.exitCode).toBe(0), WAIT);
    await goesOn();
  });
});

describe.skipIf(process.platform === 'win32')('a program that npm has not started', { timeout: 40_000 }, () => {
  test.each(['node scripts/run.mjs start &', 'nohup node scripts/run.mjs start &'])('goes on: %s', async (script) => {
    await start(script, false);
    await vi.waitFor(() => expect(started!.exitCode).toBe(0), WAIT);
    await goesOn();
  });
});
