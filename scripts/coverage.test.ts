import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentText } from '@/lib/db/testing/texts';
import { runCoverage } from './coverage/command';

let folder: string;
let recordFolder: string;
const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongbao-coverage-'));
  recordFolder = path.join(folder, '.records');
});
afterEach(() => rm(folder, { recursive: true }));

const opinion = (...body: string[]) =>
  documentText({ number: '示政发〔2022〕9号', title: '示例市人民政府关于加强绿化的意见', body });

/** Runs the command as if the person stood in the folder of the texts. */
async function coverage(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const previous = process.env.INIT_CWD;
  process.env.INIT_CWD = folder;
  try {
    const code = await runCoverage(args, {
      recordFolder,
      print: (line) => void out.push(line),
      complain: (line) => void errors.push(line.replaceAll(`${folder}/`, '')),
    });
    return { code, out, errors };
  } finally {
    if (previous === undefined) delete process.env.INIT_CWD;
    else process.env.INIT_CWD = previous;
  }
}

describe('npm run coverage', () => {
  test('counts a folder, and says that there is nothing to compare with', async () => {
    await write('a.txt', opinion('一、要求', '多种树。', '二、保障', '落实《示例市绿化条例》。'));
    const { code, out, errors } = await coverage('.');
    expect(out).toContain('Headings by marker');
    expect(out).toContain('  一、          2');
    expect(out).toContain('  title only          1');
    expect(out.slice(-2)).toEqual(['No earlier run of these files to compare with.', '1 file: 1 counted']);
    expect([code, errors]).toEqual([0, []]);
  });

  test('lists gains and losses against the last run, in all and by file', async () => {
    await write('a.txt', opinion('一、要求', '多种树。'));
    await write('b.txt', opinion('一、要求', '多种树。'));
    await coverage('.');
    expect((await coverage('.')).out.at(-2)).toMatch(/^No gains or losses against the run of /);
    await write('b.txt', opinion('一、要求', '多种树。', '二、保障', '有保障。'));
    const { out } = await coverage('.');
    expect(out).toContain('  headings 一、  2 → 3 (+1)');
    expect(out.find((line) => line.startsWith('  b.txt'))).toMatch(
      /^ {2}b\.txt \(its text changed\): .*headings 一、 \+1/,
    );
    expect(out.find((line) => line.startsWith('  a.txt'))).toBeUndefined();
  });

  test('with --no-record leaves the last run as it is', async () => {
    await write('a.txt', opinion('一、要求', '多种树。'));
    await coverage('--no-record', 'a.txt');
    await expect(readdir(recordFolder)).rejects.toThrow('ENOENT');
  });

  test('another set of files is another corpus', async () => {
    await write('a.txt', opinion('一、要求', '多种树。'));
    await write('b.txt', opinion('一、要求', '多种树。'));
    await coverage('a.txt');
    expect((await coverage('a.txt', 'b.txt')).out).toContain('No earlier run of these files to compare with.');
    expect(await readdir(recordFolder)).toHaveLength(2);
  });

  test('a record that cannot be read is no record', async () => {
    await write('a.txt', opinion('一、要求', '多种树。'));
    await coverage('a.txt');
    const [record] = await readdir(recordFolder);
    await writeFile(path.join(recordFolder, record!), '{"takenAt":');
    const { code, out } = await coverage('a.txt');
    expect([code, out.at(-2)]).toEqual([0, 'No earlier run of these files to compare with.']);
  });

  test('one bad file stops no other, and makes the exit code 1', async () => {
    await write('a.txt', opinion('一、要求', '多种树。'));
    await write('empty.txt', '');
    const { code, out, errors } = await coverage('.', 'nothing');
    expect(out.at(-1)).toBe('3 files: 1 counted, 2 failed');
    expect(errors).toEqual([
      'nothing: no such file or folder. Check the path.',
      'empty.txt: the file is empty. Save the text into it, or leave it out.',
    ]);
    expect(code).toBe(1);
  });

  test('says where lines that were not placed stand first', async () => {
    await write('a.txt', `甲乙丙\n\n${opinion('一、要求', '多种树。')}`);
    const { out } = await coverage('a.txt');
    const at = out.indexOf('Unparsed lines by their first characters');
    expect(out[at + 1]).toBe('  甲乙丙          1  a.txt:1');
  });

  test('with --json prints one value', async () => {
    await write('a.txt', opinion('一、要求', '多种树。'));
    await coverage('a.txt');
    const { out } = await coverage('--json', 'a.txt');
    const value = JSON.parse(out.join('\n')) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['total', 'files', 'firstUnparsed', 'failures', 'since']);
    expect(value).toMatchObject({
      total: { headings: { '一、': 1 } },
      failures: [],
      since: { changes: [], files: [] },
    });
  });

  test.each([
    [[], 'name at least one file or folder'],
    [['--unknown'], "Unknown option '--unknown'"],
  ])('%j is not understood: exit code 2 and the usage', async (args, reason) => {
    const { code, out, errors } = await coverage(...args);
    expect([code, out]).toEqual([2, []]);
    expect(errors.join('\n')).toContain(reason);
    expect(errors.join('\n')).toContain('Usage: npm run coverage');
  });

  test('the script itself prints the help', { timeout: 60_000 }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'scripts/coverage.ts',
      '--help',
    ]);
    expect(stdout).toContain('Usage: npm run coverage');
  });
});
