import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { readSourceFile } from '@/lib/source-files';

const root = path.resolve(import.meta.dirname, '..');
const file = path.join('prisma', 'sample-corpus', 'shijiaofa-2023-12.txt');
const { text } = await readSourceFile(path.join(root, file));

const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-npm-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs npm with the .npmrc of the project alone, and no setting of an npm around it. */
function npm(args: string[], cwd = root): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^npm_/i.test(name)) Reflect.deleteProperty(env, name);
  env.npm_config_userconfig = devNull;
  return spawnSync('npm', args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  });
}

describe('npm says what it does', { timeout: 60_000 }, () => {
  test('`npm run` lists the scripts', () => {
    const { status, stdout } = npm(['run']);
    expect(status).toBe(0);
    for (const name of ['dev', 'typecheck', 'format:check', 'test:watch', 'ingest']) expect(stdout).toContain(name);
  });

  test('a mistyped script fails in words', () => {
    const { status, stderr } = npm(['run', 'prase']);
    expect(status).toBe(1);
    expect(stderr).toContain('Missing script: "prase"');
    expect(stderr).toContain('npm run');
  });

  test('an install that fails says why', () => {
    copyFileSync(path.join(root, '.npmrc'), path.join(folder, '.npmrc'));
    writeFileSync(path.join(folder, 'package.json'), '{"name":"without-a-lock"}');
    const { status, stderr } = npm(['ci'], folder);
    expect(status).not.toBe(0);
    expect(stderr).toContain('package-lock.json');
  });
});

describe('with -s a command that prints data prints nothing else', { timeout: 60_000 }, () => {
  test('parse --json: one JSON value', () => {
    const { status, stdout, stderr } = npm(['run', '-s', 'parse', '--', '--json', file]);
    expect([status, stderr]).toEqual([0, '']);
    const { tree } = JSON.parse(stdout) as { tree: unknown };
    expect(tree).toEqual(JSON.parse(JSON.stringify(parseGazette(text).tree)));
  });

  test('parse --text: the text', () => {
    const { status, stdout, stderr } = npm(['run', '-s', 'parse', '--', '--text', file]);
    expect([status, stderr, stdout]).toEqual([0, '', `${text}\n`]);
  });

  test('coverage --json: one JSON value', () => {
    const { status, stdout, stderr } = npm(['run', '-s', 'coverage', '--', '--no-record', '--json', file]);
    expect([status, stderr]).toEqual([0, '']);
    const { files } = JSON.parse(stdout) as { files: Record<string, unknown> };
    expect(Object.keys(files)).toEqual([path.join(root, file)]);
  });
});
