import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeNewFile } from './new-file';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-new-file-'));
  file = path.join(folder, 'a.tar.gz');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const writing = (text: string) => (output: Writable) => pipeline(Readable.from([Buffer.from(text)]), output);
const write = (text: string, overwrite = false) => writeNewFile(file, { overwrite }, writing(text));

test('a file is there when it is whole, for its owner alone', async () => {
  await writeNewFile(file, { overwrite: false }, async (output) => {
    expect(readdirSync(folder)).toEqual(['a.tar.gz.unfinished']);
    await writing('one')(output);
  });
  expect(readFileSync(file, 'utf8')).toBe('one');
  expect(readdirSync(folder)).toEqual(['a.tar.gz']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what is there is kept, unless it is to be replaced', async () => {
  await write('one');
  await expect(write('two')).rejects.toThrow(/a\.tar\.gz is there already\. Name another file, or add --overwrite\./);
  expect(readFileSync(file, 'utf8')).toBe('one');
  await write('two', true);
  expect(readFileSync(file, 'utf8')).toBe('two');
  expect(readdirSync(folder)).toEqual(['a.tar.gz']);
});

test('a failure leaves what was, and nothing else', async () => {
  await write('one');
  const failing = writeNewFile(file, { overwrite: true }, async (output) => {
    output.write('tw');
    await Promise.resolve();
    throw new Error('the database is away');
  });
  await expect(failing).rejects.toThrow('the database is away');
  expect(readFileSync(file, 'utf8')).toBe('one');
  expect(readdirSync(folder)).toEqual(['a.tar.gz']);
});

test('two cannot write one file; what a dead one left is taken away', async () => {
  await writeNewFile(file, { overwrite: false }, async (output) => {
    await expect(write('two')).rejects.toThrow(/unfinished is there: another backup is writing it/);
    await writing('one')(output);
  });
  expect(readFileSync(file, 'utf8')).toBe('one');
  writeFileSync(`${file}.unfinished`, 'o');
  const longAgo = Date.now() / 1000 - 3600;
  utimesSync(`${file}.unfinished`, longAgo, longAgo);
  await write('two', true);
  expect(readFileSync(file, 'utf8')).toBe('two');
});

test.each([
  ['nowhere/a', /a could not be written: its folder does not exist\. No backup was made\./],
  ['plain/a', /a could not be written: its folder is none\./],
  ['taken', /taken is there and no file/],
])('%s is refused', async (name, reason) => {
  writeFileSync(path.join(folder, 'plain'), '');
  mkdirSync(path.join(folder, 'taken'));
  file = path.join(folder, name);
  await expect(write('one')).rejects.toThrow(reason);
});

/** A file system of one megabyte, where this process may have one. */
function mountSmall(place: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/proc/mounts')) return false;
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('on a full disk', () => {
  test('says so, and leaves the space as it was', async ({ skip }) => {
    const place = path.join(folder, 'small');
    if (!mountSmall(place)) return skip('this process may not mount a file system');
    try {
      file = path.join(place, 'a.tar.gz');
      const much = writeNewFile(file, { overwrite: false }, (output) =>
        pipeline(Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(1 << 16, 'x'))), output),
      );
      await expect(much).rejects.toThrow(
        /a\.tar\.gz could not be written: no space is left there\. No backup was made\./,
      );
      expect(readdirSync(place)).toEqual([]);
    } finally {
      execFileSync('umount', [place]);
    }
  });
});
