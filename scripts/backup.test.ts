import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { readBackup } from '@/lib/db/backup';
import { ingestPaths } from '@/lib/db/ingest';
import { readBackupArguments, readRestoreArguments } from './backup/arguments';
import { removeCluster, stopServer } from './embedded-postgres/server';

let database: TestDatabase;
let folder: string;
let file: string;
const at = (name: string) => path.join(folder, name);
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-commands-'));
  chmodSync(folder, 0o755);
  file = at('portal.tar.gz');
  await ingestPaths(['prisma/sample-corpus'], { prisma: database.prisma });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const environment = (url: string): NodeJS.ProcessEnv => ({ ...process.env, DATABASE_URL: url, INIT_CWD: folder });

function run(command: string, args: string[], url = database.url) {
  return new Promise<{ code: number | string; out: string; errors: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${command}.ts`, ...args],
      { env: environment(url), encoding: 'buffer', maxBuffer: 1e8 },
      (error, stdout, stderr) =>
        resolve({
          code: error ? (error.code ?? String(error.signal)) : 0,
          out: stdout.toString('latin1'),
          errors: stderr.toString().replaceAll(`${folder}/`, ''),
        }),
    );
  });
}

/** Starts a command; ends it by a signal when it says a word, or when `when` is so. */
async function interrupt(
  command: string,
  args: string[],
  url: string,
  signal: NodeJS.Signals,
  when: (child: ChildProcess) => Promise<unknown>,
) {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...args], {
    env: environment(url),
  });
  const ended = once(child, 'exit');
  await when(child);
  child.kill(signal);
  await ended;
}
const says = (words: string) => (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(words)) resolve();
    });
  });
const nothingOf = async ({ prisma }: TestDatabase) =>
  expect([await prisma.document.count(), await prisma.citedNumber.count(), await prisma.sourceFile.count()]).toEqual([
    0, 0, 0,
  ]);

describe('npm run backup and restore', { timeout: 240_000 }, () => {
  test('make a file, check it, and fill another database from it', async () => {
    const made = await run('backup', ['portal.tar.gz']);
    expect([made.code, made.out, made.errors]).toEqual([
      0,
      expect.stringMatching(/portal\.tar\.gz: \d+ rows of \d+ tables, 0\.\d MB, in [\d.]+ s\n$/) as string,
      '',
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await run('backup', ['portal.tar.gz']);
    expect([again.code, again.errors]).toEqual([
      1,
      'portal.tar.gz is there already. Name another file, or add --overwrite.\n',
    ]);
    const checked = await run('restore', ['--check', 'portal.tar.gz'], 'postgresql://nobody@127.0.0.1:1/nothing');
    expect(checked.code).toBe(0);
    expect(checked.out).toMatch(
      /portal\.tar\.gz is whole\.\nMade .* by gongbao [\d.]+, from PostgreSQL [\d.]+[\s\S]*Document +24 rows/,
    );
    const target = await createTestDatabase();
    const restored = await run('restore', ['portal.tar.gz'], target.url);
    expect([restored.code, restored.out]).toEqual([0, expect.stringMatching(/All of it is restored, in/) as string]);
    expect(await target.prisma.document.count()).toBe(24);
    const refused = await run('restore', ['portal.tar.gz'], target.url);
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringMatching(/^The database is not empty: .*--replace/) as string,
    ]);
    await target.drop();
  });

  test('write to standard output, where nothing else is written', async () => {
    const { code, out, errors } = await run('backup', ['-']);
    expect([code, errors]).toEqual([0, '']);
    writeFileSync(at('piped.tar.gz'), out, 'latin1');
    expect((await readBackup(at('piped.tar.gz'))).tables).toEqual((await readBackup(file)).tables);
  });

  test('a backup that is interrupted leaves no file', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE "Section"');
    const grows = async () => {
      while (!existsSync(at('cut.tar.gz.unfinished'))) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await interrupt('backup', ['cut.tar.gz'], database.url, 'SIGTERM', grows);
    await client.end();
    expect(readdirSync(folder).filter((name) => name.startsWith('cut'))).toEqual([]);
  });

  test('a restore that is ended leaves nothing half', async () => {
    const target = await createTestDatabase();
    await interrupt('restore', ['portal.tar.gz'], target.url, 'SIGTERM', says('Building indexes'));
    await nothingOf(target);
    await interrupt('restore', ['portal.tar.gz'], target.url, 'SIGKILL', says('Computing SearchFrequency'));
    await nothingOf(target);
    expect((await run('restore', ['portal.tar.gz'], target.url)).code).toBe(0);
    expect(await target.prisma.citedNumber.count()).toBe(await database.prisma.citedNumber.count());
    await target.drop();
  });

  test('a file that is no backup is told in a sentence', async () => {
    writeFileSync(at('cut.tar.gz'), readFileSync(file).subarray(0, 5000));
    const { code, errors, out } = await run('restore', ['--replace', 'cut.tar.gz']);
    expect([code, errors, out]).toEqual([
      1,
      'cut.tar.gz is damaged: it ends in the middle. Take another backup; nothing was changed.\n',
      '',
    ]);
    expect(await database.prisma.document.count()).toBe(24);
  });

  test('work with the embedded server: a lost disk, and a new one', async () => {
    const inFolder = (project: string, command: string, args: string[]) =>
      new Promise<{ code: number; errors: string }>((resolve) => {
        const { DATABASE_URL: _, ...env } = environment('');
        execFile(
          process.execPath,
          ['--import', 'tsx', 'scripts/testing/command-in-folder.ts', project, command, ...args],
          { env: { ...env, INIT_CWD: folder, TSX_TSCONFIG_PATH: path.resolve('tsconfig.json') } },
          (error, _stdout, stderr) => resolve({ code: Number(error?.code ?? 0), errors: stderr }),
        );
      });
    const projects = ['former', 'new'].map((name) => {
      const project = mkdtempSync(path.join(tmpdir(), `gongbao-${name}-`));
      chmodSync(project, 0o755);
      for (const each of ['prisma', 'package.json']) symlinkSync(path.resolve(each), path.join(project, each));
      return project;
    }) as [string, string];
    try {
      const [former, other] = projects;
      expect(await inFolder(former, 'backup', ['none.tar.gz'])).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/holds no portal/) as string,
      });
      expect(await inFolder(former, 'ingest', [path.resolve('prisma/sample-corpus')])).toMatchObject({ code: 0 });
      expect(await inFolder(former, 'backup', ['embedded.tar.gz'])).toMatchObject({ code: 0, errors: '' });
      expect(await inFolder(other, 'restore', ['embedded.tar.gz'])).toMatchObject({ code: 0 });
      expect(await inFolder(other, 'backup', ['again.tar.gz'])).toMatchObject({ code: 0 });
      const rows = async (name: string) => (await readBackup(at(name))).tables;
      expect(await rows('again.tar.gz')).toEqual(await rows('embedded.tar.gz'));
    } finally {
      for (const project of projects) {
        await stopServer(path.join(project, '.data'));
        removeCluster(path.join(project, '.data'));
        rmSync(project, { recursive: true, force: true });
      }
    }
  });

  test.each([
    [readBackupArguments, [], 'name one file'],
    [readBackupArguments, ['a', 'b'], 'name one file'],
    [readBackupArguments, ['--force', 'a'], "Unknown option '--force'"],
    [readRestoreArguments, ['-'], 'it cannot be standard input'],
    [readRestoreArguments, ['--check', '--replace', 'a'], '--check goes without --replace'],
    [readRestoreArguments, ['--without'], '--without'],
  ])('%o does not understand %j', (read, args, reason) => {
    expect(() => read(args)).toThrow(reason);
  });
});
