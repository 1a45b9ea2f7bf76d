import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';

const NAME = '钱小满';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  await folder.write(
    '2022.txt',
    documentText({
      number: '示政发〔2022〕9号',
      title: '示例市人民政府关于加强绿化的意见',
      body: ['一、要求', `多种树，由${NAME}负责。`],
    }),
  );
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

/** Runs a script of the project where the text lies, with words on its standard input. */
async function run(script: string, args: string[], input = ''): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${script}.ts`, ...args],
      { env: { ...process.env, DATABASE_URL: database.url, INIT_CWD: folder.path } },
      (error, out, errors) => resolve({ code: Number(error?.code ?? 0), out, errors }),
    );
    child.stdin?.end(input);
  });
}

// A process for each, which on a busy machine takes its time.
describe('npm run erase', { timeout: 120_000 }, () => {
  const address = async () => {
    const { slug, municipality } = await database.prisma.document.findFirstOrThrow({
      select: { slug: true, municipality: { select: { slug: true } } },
    });
    return `${municipality.slug}/${slug}`;
  };
  const listed = async () => (await run('history', [])).out.trimEnd().split('\n');

  test('tried out, it changes nothing and is no run', async () => {
    expect(await run('ingest', ['2022.txt'])).toMatchObject({ code: 0 });
    const tried = await run('erase', [await address(), '--words', '-', '--reason', '含个人信息', '--dry-run'], NAME);
    expect(tried).toMatchObject({ code: 0, errors: '' });
    expect(tried.out).toContain('Would be erased in 1 held document of 2022.txt.');
    expect(await listed()).toHaveLength(1);
  });

  test('takes words out, is in the history, and an ingest of the same file says so', async () => {
    const erased = await run('erase', [await address(), '--words', '-', '--reason', '含个人信息'], NAME);
    expect(erased).toMatchObject({ code: 0, errors: '' });
    expect(erased.out).toContain('Erased in 1 held document of 2022.txt.');
    expect(await listed()).toEqual([
      expect.stringMatching(/^2 {2}\S+ \S+ {2}erasure {2}1 replaced/),
      expect.stringMatching(/^1 {2}\S+ \S+ {2}ingest {3}1 added/),
    ]);
    const { code, out } = await run('ingest', ['2022.txt']);
    expect([code, out]).toEqual([0, expect.stringContaining('has words that were erased here: take them out')]);
    expect(JSON.stringify(await database.prisma.ingestRun.findMany({ select: { failures: true } }))).not.toContain(
      NAME,
    );
  });

  test('that finds nothing is a run that was broken off, with the reason', async () => {
    const { code, errors } = await run('erase', ['shili/nothing', '--words', '-', '--reason', '含个人信息'], NAME);
    expect([code, errors]).toEqual([1, expect.stringContaining('no document has this address')]);
    const [newest] = await database.prisma.ingestRun.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(newest).toMatchObject({ kind: 'erase', endedAt: null });
  });
});
