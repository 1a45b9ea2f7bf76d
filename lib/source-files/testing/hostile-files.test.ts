import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findSourceFiles, readSourceFile } from '@/lib/source-files/index';
import { docxOf, paragraph } from './docx';
import { readAs } from './read-as';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const at = (name: string) => path.join(folder, name);
const short = (text: string) => text.replaceAll(`${folder}${path.sep}`, '');
const messageOf = async (file: string) =>
  readSourceFile(file).then(
    () => 'no error',
    (error: unknown) => short((error as Error).message),
  );

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'gongbao-hostile-')));
});
afterAll(async () => rm(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('what is called like a text and is no file', () => {
  const advice = 'Name a file with the text in it, or leave it out.';

  test('is told by name, and the texts beside it are found', async () => {
    execFileSync('mkfifo', [at('pipe.txt')]);
    const server = createServer().listen(at('socket.txt'));
    await once(server, 'listening');
    await mkdir(at('folder.txt'));
    await writeFile(at('folder.txt/inside.txt'), '通知');
    await symlink('/dev/zero', at('device.txt'));
    await symlink(at('round.txt'), at('round.txt'));
    await writeFile(at('good.txt'), '通知');
    const { files, problems } = await findSourceFiles([folder]);
    expect(files.map(short)).toEqual(['folder.txt/inside.txt', 'good.txt', 'pipe.txt', 'socket.txt']);
    expect(problems.map(({ message }) => short(message))).toEqual([
      'round.txt: its links lead in a circle. Name the file itself.',
    ]);
    expect(await messageOf(at('pipe.txt'))).toBe(`pipe.txt: it is a named pipe, no file. ${advice}`);
    expect(await messageOf(at('socket.txt'))).toBe(`socket.txt: it is a socket, no file. ${advice}`);
    expect(await messageOf(at('folder.txt'))).toBe(`folder.txt: it is a folder, no file. ${advice}`);
    expect(await messageOf(at('device.txt'))).toBe(`device.txt: it is a device, no file. ${advice}`);
    expect(await messageOf(at('round.txt'))).toBe('round.txt: its links lead in a circle. Name the file itself.');
    server.close();
  });

  test('a name that is no UTF-8 is told', async () => {
    const named = path.join(await mkdtemp(path.join(folder, 'names-')), '公报.txt');
    const bytes = Buffer.concat([
      Buffer.from(`${path.dirname(named)}/`),
      Buffer.from([0xb9, 0xab]),
      Buffer.from('.txt'),
    ]);
    await writeFile(bytes, '通知');
    const { files, problems } = await findSourceFiles([path.dirname(named)]);
    expect(files).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/\.txt: its name is no UTF-8\. Give it a name in UTF-8\.$/),
    ]);
  });

  test('a file that states no size is read to its end', async () => {
    await symlink('/proc/self/status', at('status.txt'));
    expect(await messageOf(at('status.txt'))).toBe('no error');
  });
});

test('a name cannot move the cursor of the terminal', async () => {
  expect(await messageOf(at('\u001b[2J甲\n.txt'))).toBe(
    '\\u{1b}[2J甲\\u{a}.txt: no such file or folder. Check the path.',
  );
});

describe('a text that is longer than any', () => {
  const split = 'Split it into one file for each issue.';
  test.each([
    ['lines.txt', '甲\n'.repeat(100_001), 'it has 100,001 lines of text, at most 100,000 are read.'],
    ['lines.md', '甲\n'.repeat(100_001), 'it has 100,001 lines of text, at most 100,000 are read.'],
    ['lines.html', '<p>甲'.repeat(100_001), 'it has 100,001 lines of text, at most 100,000 are read.'],
    ['long.txt', 'a'.repeat(3_000_001), 'it has 3,000,001 characters of text, at most 3,000,000 are read.'],
    [
      'cells.txt',
      '甲\t'.repeat(150_001),
      'it has 150,001 lines and cells between tabs and |, at most 150,000 are read.',
    ],
    ['pipes.md', '|甲'.repeat(150_001), 'it has 150,001 lines and cells between tabs and |, at most 150,000 are read.'],
  ])('%s', async (name, content, reason) => {
    expect(await readAs(name, content)).toBe(`SourceFileError: ${name}: ${reason} ${split}`);
  });

  test('a page of more elements than any', async () => {
    expect(await readAs('page.html', `<body>${'<p>'.repeat(500_001)}`)).toBe(
      'SourceFileError: page.html: it has more than 500,000 elements. Copy its text into a .txt file and ingest that.',
    );
  });

  test('a Word file that is nested without end', async () => {
    const nested = '<w:sdt><w:sdtContent>'.repeat(150) + paragraph('甲') + '</w:sdtContent></w:sdt>'.repeat(150);
    expect(await readAs('text.docx', docxOf(nested))).toBe(
      'SourceFileError: text.docx: its XML stands more than 200 deep in each other. Open it in Word or WPS, save it anew as .docx, and ingest that.',
    );
  });

  test('blank lines and empty cells do not count', async () => {
    expect(await readAs('blank.txt', `甲${'\n'.repeat(200_000)}${'|\t'.repeat(200_000)}乙`)).toMatchObject({
      encoding: 'UTF-8',
    });
  });
});

describe('a bad byte is told with its place', () => {
  // 关于绿化的通知 and a line end.
  const line = Buffer.from('b9d8d3dac2ccbbafb5c4cda8d6aa0a', 'hex');
  const lines = (count: number) => Buffer.concat(Array<Buffer>(count).fill(line));
  const lookThere = 'Save it in UTF-8 and look at that line.';
  const gb = 'is no GB18030, as the rest of the file looks to be';
  const utf8 = 'is neither UTF-8 nor does the text look like GB18030 or UTF-16';
  test.each([
    ['that begins no character', [lines(3), Buffer.from([0xff]), lines(3)], `4: byte FF (at 45 of the file) ${gb}`],
    ['far behind', [lines(9000), Buffer.from([0x41, 0xff]), lines(9)], `9001: byte FF (at 135001 of the file) ${gb}`],
    ['whose second half is missing', [lines(9), Buffer.from([0xb9, 0x0a])], `10: byte B9 (at 135 of the file) ${gb}`],
    ['at the end', [lines(9), Buffer.from([0xb9])], `10: byte B9 (at 135 of the file) ${gb}`],
    ['of UTF-8', [Buffer.from('公报\n'), Buffer.from([0xe5, 0x85, 0x41])], `2: byte E5 (at 7 of the file) ${utf8}`],
    [
      'of UTF-8 far behind',
      [Buffer.from('公报\n'.repeat(20_000)), Buffer.from([0x85]), Buffer.from('公报')],
      `20001: byte 85 (at 140000 of the file) ${utf8}`,
    ],
  ])('%s', async (_, bytes, told) => {
    expect(await readAs('text.txt', Buffer.concat(bytes))).toBe(`SourceFileError: text.txt:${told}. ${lookThere}`);
  });
});
