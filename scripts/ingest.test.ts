import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText } from '@/lib/db/testing/texts';
import { readArguments } from './ingest/arguments';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  const greening = {
    number: '示政发〔2022〕9号',
    title: '示例市人民政府关于加强绿化的意见',
    body: ['一、要求', '多种树。'],
  };
  const planting = {
    number: '示政发〔2023〕1号',
    title: '示例市人民政府关于做好春季植树工作的通知',
    body: ['一、要求', '落实《示例市人民政府关于加强绿化的意见》(示政发〔2022〕9号)精神。'],
  };
  await folder.write('2022.txt', documentText(greening));
  await folder.write('2023-1.txt', issueText(2023, 1, [planting]));
  await folder.write('bad/empty.txt', '');
  await folder.write('bad/notes.pdf', '%PDF-');
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

/**
 * Runs the script where the texts lie; `DATABASE_URL` may be made useless to show that it is not
 * needed.
 */
async function runIngest(args: string[], url = database.url) {
  return new Promise<{ code: number | string | null; out: string[]; errors: string }>((resolve) => {
    const environment = { ...process.env, DATABASE_URL: url, INIT_CWD: folder.path };
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/ingest.ts', ...args],
      { env: environment },
      (error, stdout, stderr) =>
        resolve({
          code: error ? (error.code ?? null) : 0,
          out: stdout.trimEnd().split('\n'),
          errors: stderr.replaceAll(`${folder.path}/`, ''),
        }),
    );
  });
}

// A process for each, which on a busy machine takes its time.
describe('npm run ingest', { timeout: 120_000 }, () => {
  test('prints a line a file and counts at the end', async () => {
    const { code, out } = await runIngest(['2022.txt', '2023-1.txt']);
    expect(out).toEqual([
      '2022.txt   1 document  2 sections  0 citations (0 linked)',
      '2023-1.txt   1 document  2 sections  1 citation (1 linked)',
      'Stored  2 documents  4 sections  1 citation (1 linked)',
      '2 files: 2 added',
    ]);
    expect(code).toBe(0);
  });

  test('exits with 1 when a file fails, on standard error, and skips other formats', async () => {
    const { code, out, errors } = await runIngest(['.', 'nothing']);
    expect(out).toEqual([
      '2022.txt   unchanged',
      '2023-1.txt   unchanged',
      '4 files: 2 unchanged, 2 failed, 1 skipped (no text by name): notes.pdf',
    ]);
    expect(errors).toContain('nothing: no such file or folder. Check the path.');
    expect(errors).toContain('bad/empty.txt: the file is empty. Save the text into it, or leave it out.');
    expect(code).toBe(1);
  });

  test('with --dry-run needs no database', async () => {
    const { code, out } = await runIngest(['--dry-run', '2023-1.txt'], 'postgresql://nobody@127.0.0.1:1/nothing');
    expect(out).toEqual([
      '2023-1.txt   1 document  2 sections  1 citation',
      'Read  1 document  2 sections  1 citation',
      '1 file: 1 parsed',
    ]);
    expect(code).toBe(0);
  });

  test('reads corrections beside the texts, and exits with 1 when they are wrong', async () => {
    const misprint = 'misprints:\n  - printed: 示政发〔2022〕9号\n    right: 示政发〔2022〕19号\n    source: 原件\n';
    await folder.write(
      'corrections.yml',
      `${misprint}  - printed: 示政发〔2021〕9号\n    right: 示政发〔2021〕19号\n    source: 原件\n`,
    );
    const { code, out } = await runIngest(['2023-1.txt']);
    expect(out).toContain('corrections.yml   2 corrections  2 applied  added');
    expect(out).toContain('  line 5 fits no number yet: 示政发〔2021〕9号');
    expect(code).toBe(0);
    await folder.write('corrections.yml', `${misprint}    why: x\n`);
    const wrong = await runIngest(['2022.txt']);
    expect(wrong.out).toEqual(['2022.txt   unchanged', '1 file: 1 unchanged']);
    expect(wrong.errors).toContain(
      'corrections.yml:5: “why” is not known here. Known are printed, right, in and source.',
    );
    expect(wrong.errors).toContain('what it said before stays');
    expect(wrong.code).toBe(1);
  });

  test('prints no control character of a name', async () => {
    const { code, out, errors } = await runIngest(['--dry-run', 'no\u001b[2J\nsuch.txt']);
    expect([code, out.join('').includes('\u001b'), errors.includes('\u001b')]).toEqual([1, false, false]);
    expect(errors).toContain('no\\u{1b}[2J\\u{a}such.txt: no such file or folder. Check the path.');
  });

  test('with --remove takes files out, all or none', async () => {
    const none = await runIngest(['--remove', '2022.txt', 'nothing.txt']);
    expect(none.errors).toContain('nothing.txt: no such file is held.');
    expect([none.code, none.out]).toEqual([1, ['']]);
    const { code, out } = await runIngest(['--remove', '2022.txt']);
    expect(out).toEqual([
      '2022.txt   removed  1 document  2 sections  0 citations  1 link of others to it',
      'Still on the disk, and ingested again with its folder unless it is moved away: 2022.txt',
    ]);
    expect(code).toBe(0);
  });

  test.each([
    [['--remove', '--dry-run', '2022.txt'], '--remove goes without --dry-run'],
    [[], 'name at least one file or folder'],
    [['--municipality', 'x', '2022.txt'], '--municipality wants a name such as 本溪市'],
    [['--force', '2022.txt'], "Unknown option '--force'"],
  ])('does not understand %j', (args, reason) => {
    expect(() => readArguments(args)).toThrow(reason);
  });

  test('says what it did not understand, with its usage, and exits with 2', async () => {
    const { code, errors } = await runIngest(['--force', '2022.txt']);
    expect(errors).toContain("Unknown option '--force'");
    expect(errors).toContain('Usage: npm run ingest -- [OPTIONS] PATH…');
    expect(code).toBe(2);
  });

  test('explains itself', async () => {
    const { code, out } = await runIngest(['--help']);
    expect(out[0]).toBe('Usage: npm run ingest -- [OPTIONS] PATH…');
    expect(code).toBe(0);
  });
});
