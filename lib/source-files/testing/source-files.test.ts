import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSourceFiles, hashBytes, readFileBytes, readSourceBytes, readSourceFile } from '@/lib/source-files/index';
import { encodeGb18030 } from './gb18030';

let folder: string;
const at = (name: string) => path.join(folder, name);
const messageOf = async (name: string) =>
  readSourceFile(at(name)).then(
    () => 'no error',
    (error: unknown) => String(error).replace(folder, ''),
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongbao-source-'));
});
afterAll(async () => rm(folder, { recursive: true }));

describe('reading', () => {
  test.each([
    ['UTF-8', Buffer.from('示例市人民政府')],
    ['UTF-8', Buffer.from('\ufeff示例市人民政府')],
    ['UTF-16LE', Buffer.from('\ufeff示例市人民政府', 'utf16le')],
    ['UTF-16LE', Buffer.from('示例市\n人民政府', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeff示例市人民政府', 'utf16le').swap16()],
    // 示例市人民政府 in GB2312.
    ['GB18030', Buffer.from('cabec0fdcad0c8cbc3f1d5feb8ae', 'hex')],
  ])('recognises %s', async (encoding, bytes) => {
    await writeFile(at('text.txt'), bytes);
    const { text, ...file } = await readSourceFile(at('text.txt'));
    expect(text.replace('\n', '')).toBe('示例市人民政府');
    expect(file).toMatchObject({ encoding, name: 'text.txt', size: bytes.length });
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('names the line of the first byte that is no UTF-8', async () => {
    await writeFile(
      at('bad.txt'),
      Buffer.concat([Buffer.from('示例市\n人民政府\n关于'), Buffer.from([0xff]), Buffer.from('做好绿化工作的通知')]),
    );
    expect(await messageOf('bad.txt')).toBe(
      'SourceFileError: /bad.txt:3: byte FF (at 29 of the file) is neither UTF-8 nor does the text look like GB18030 or UTF-16. Save it in UTF-8 and look at that line.',
    );
  });

  test.each([
    ['empty.txt', '', 'the file is empty. Save the text into it, or leave it out.'],
    ['blank.txt', ' \n\u3000\n', 'the file is empty. Save the text into it, or leave it out.'],
    [
      'zero.txt',
      'abc\0def',
      'it is binary, no text (it has zero bytes). Copy its text into a .txt file in UTF-8 and ingest that.',
    ],
    [
      'report.txt',
      '%PDF-1.7\n…',
      'it is a PDF file, no text. Copy its text into a .txt file in UTF-8 and ingest that.',
    ],
    [
      'word.txt',
      'PK\x03\x04…',
      'it is a ZIP file (.docx, .xlsx and .zip are), no text. Name it .docx if it is a Word file; else copy its text into a .txt file.',
    ],
  ])('refuses %s', async (name, content, message) => {
    await writeFile(at(name), content);
    expect(await messageOf(name)).toBe(`SourceFileError: /${name}: ${message}`);
  });

  test('refuses what is missing', async () => {
    expect(await messageOf('nothing.txt')).toBe(
      'SourceFileError: /nothing.txt: no such file or folder. Check the path.',
    );
  });

  test('refuses what is too large without reading it', async () => {
    await writeFile(at('large.txt'), '');
    await truncate(at('large.txt'), 30 * 1024 * 1024);
    expect(await messageOf('large.txt')).toBe(
      'SourceFileError: /large.txt: the file is too large (30 MB, at most 20 MB). Split it into one file for each issue.',
    );
  });

  test.skipIf(process.getuid?.() === 0)('refuses what may not be read', async () => {
    await writeFile(at('secret.txt'), 'text');
    await chmod(at('secret.txt'), 0);
    expect(await messageOf('secret.txt')).toContain('it may not be read');
  });
});

describe('finding', () => {
  const tree = () => at('tree');
  const short = (paths: string[]) => paths.map((file) => path.relative(tree(), file));
  beforeAll(async () => {
    await mkdir(path.join(tree(), 'b/deep'), { recursive: true });
    await mkdir(path.join(tree(), '.git'), { recursive: true });
    await mkdir(path.join(tree(), 'empty'));
    for (const name of ['b/deep/2.txt', '1.txt', 'B.TXT', 'note.pdf', '.git/x.txt', '.hidden.txt'])
      await writeFile(path.join(tree(), name), name);
    await symlink(tree(), path.join(tree(), 'b/loop'));
    await symlink(path.join(tree(), 'gone'), path.join(tree(), 'dangling.txt'));
  });

  test('takes folders with what is in them, in order, each file once', async () => {
    const found = await findSourceFiles([tree(), path.join(tree(), '1.txt'), path.join(tree(), 'b')]);
    expect(short(found.files)).toEqual(['1.txt', 'B.TXT', 'b/deep/2.txt']);
    expect(short(found.skipped)).toEqual(['dangling.txt', 'note.pdf']);
    expect(found.problems).toEqual([]);
  });

  test('passes over what a browser saves beside a page, and files about the folder', async () => {
    const folder = path.join(tree(), 'saved');
    for (const name of ['页面_files', '页面.files', 'other_files'])
      await mkdir(path.join(folder, name), { recursive: true });
    for (const name of [
      '页面.html',
      '页面_files/frame.html',
      '页面.files/a.htm',
      'other_files/c.html',
      'README.md',
      '~$b.docx',
    ])
      await writeFile(path.join(folder, name), name);
    const found = await findSourceFiles([folder]);
    const here = (paths: string[]) => paths.map((file) => path.relative(folder, file));
    expect(here(found.files)).toEqual(['other_files/c.html', '页面.html']);
    expect(here(found.skipped)).toEqual(['README.md', '~$b.docx', '页面.files', '页面_files']);
    expect(found.problems).toEqual([]);
    await rm(folder, { recursive: true });
  });

  test('says what cannot be taken, beside the rest', async () => {
    const found = await findSourceFiles(
      ['nothing', 'empty', 'note.pdf', '1.txt'].map((name) => path.join(tree(), name)),
    );
    expect(short(found.files)).toEqual(['1.txt']);
    expect(found.problems.map(({ message }) => message.replace(`${tree()}/`, ''))).toEqual([
      'nothing: no such file or folder. Check the path.',
      'empty: the folder holds no text. Name a folder with .txt, .html, .htm, .md, .markdown and .docx files in it, or the files themselves.',
      'note.pdf: only .txt, .html, .htm, .md, .markdown and .docx files can be ingested. Copy its text into a .txt file in UTF-8 and ingest that.',
    ]);
  });
});

test.each(['bytes.txt', 'bytes.html', 'bytes.md'])(
  'the bytes of %s are read as the file is, by its name',
  async (name) => {
    await writeFile(
      at(name),
      encodeGb18030('示例市人民政府\n\n关于防汛的<b>通知</b>\n\n一、值守\n\n二十四小时值守。\n'),
    );
    const read = await readSourceFile(at(name));
    expect(readSourceBytes(at(name), read.bytes)).toEqual(read);
    expect(hashBytes(await readFileBytes(at(name)))).toBe(read.hash);
    expect(() => readSourceBytes(at(name), new Uint8Array())).toThrow('the file is empty');
  },
);
