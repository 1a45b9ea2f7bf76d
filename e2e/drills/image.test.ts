import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseServerUser } from '@/scripts/embedded-postgres/server-user';
import { findFreePort } from '@/scripts/support/ports';
import { readImageFile } from '@/scripts/testing/image-file';
import { plainEnvironment, readIgnored, runStages, type PlainStage } from '@/scripts/testing/plain-stages';
import { childrenOf } from './support/portal';
import { ask } from './support/reader';
import { tell } from './support/tell';
import { until } from './support/until';

/** Stands for the user of the image: this system has none of that name. */
const user = chooseServerUser().ids;
const stages = readImageFile(readFileSync(path.join('deploy', 'Dockerfile'), 'utf8'));
const last = stages.at(-1)!.steps;
const canRun = process.platform === 'linux' && user !== undefined;
if (!canRun) process.stdout.write('   The stages of the image are run by root on Linux only: skipped.\n');

describe.skipIf(!canRun)('the stages of the image, run in plain folders without an engine', () => {
  let root: string;
  let image: PlainStage;
  let port: number;
  let portal: ChildProcess | undefined;
  let printed = '';

  /** Runs a command of the image as its user, who may write into `.data` alone. */
  const inImage = (words: string[], settings: Record<string, string> = {}) => ({
    program: 'setpriv',
    args: [`--reuid=${user!.uid}`, `--regid=${user!.gid}`, '--clear-groups', ...words],
    options: {
      cwd: image.folder,
      env: { ...plainEnvironment(), ...image.environment, HOME: '/nonexistent', TMPDIR: root, ...settings },
    },
  });

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'gongbao-image-'));
    chmodSync(root, 0o1777);
    port = await findFreePort();
    const began = performance.now();
    image = runStages(stages, {
      root,
      context: process.cwd(),
      ignored: readIgnored(path.join('deploy', 'Dockerfile.dockerignore')),
    });
    chownSync(path.join(image.folder, '.data'), user!.uid, user!.gid);
    tell(
      'image',
      `stages run in ${Math.round((performance.now() - began) / 1000)} s; skipped ${image.skipped.join(', ')}`,
    );
  }, 300_000);
  afterAll(() => {
    portal?.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  });

  test('the packages for tests are not in it', () => {
    const { status } = spawnSync('ls', ['node_modules/vitest'], { cwd: image.folder });
    expect(status).not.toBe(0);
  });

  test.each([['migrate'], ['ingest', 'prisma/sample-corpus']])(
    'it can %s, as the commands of compose.yml do',
    (...words) => {
      const { program, args, options } = inImage(['node', 'scripts/run.mjs', ...words]);
      const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' });
      expect([status, stdout + stderr]).toEqual([0, expect.not.stringContaining('rror')]);
    },
  );

  test('it serves, as a user who may write into .data alone, and says that it is well', async () => {
    const command = JSON.parse(last.find(({ instruction }) => instruction === 'CMD')!.value) as string[];
    const settings = { HOST: '127.0.0.1', PORT: String(port) };
    const { program, args, options } = inImage(command, settings);
    portal = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    portal.stdout!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    portal.stderr!.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const began = performance.now();
    const address = `http://localhost:${port}`;
    await until('the portal is ready', 30_000, async () => {
      if (portal!.exitCode !== null) throw new Error(`It has ended:\n${printed}`);
      return ask(address, '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      );
    });
    tell('image', `ready in ${Math.round(performance.now() - began)} ms`);
    expect((await ask(address, '/shili/shizhengfa-2022-8')).status).toBe(200);
    expect((await ask(address, '/search?q=%E7%A4%BE%E5%8C%BA')).status).toBe(200);
    expect(printed).not.toMatch(/EACCES|EROFS|EPERM/);
    const check = /CMD (?<words>\[.*\])$/.exec(last.find(({ instruction }) => instruction === 'HEALTHCHECK')!.value);
    const asked = inImage(JSON.parse(check!.groups!.words!) as string[], settings);
    expect(spawnSync(asked.program, asked.args, asked.options).status).toBe(0);
  });

  test('SIGTERM to its main process ends it within 15 seconds, and nothing is left', async () => {
    const children = childrenOf(portal!.pid!);
    expect(children).not.toEqual([]);
    const began = performance.now();
    portal!.kill('SIGTERM');
    await once(portal!, 'exit');
    expect(performance.now() - began).toBeLessThan(15_000);
    for (const { id } of children) expect(() => process.kill(id, 0)).toThrow();
  });
});
