import { spawn, execFile } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { listRuns } from '@/lib/db/ingest/history/list-runs';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { issueText } from '@/lib/db/testing/texts';
import { readHistoryArguments } from './history/arguments';
import { describeOneRun } from './history/lines';
import { readArguments } from './ingest/arguments';

const FILES = 16;

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  for (let number = 1; number <= FILES; number++)
    await folder.write(
      `${number}.txt`,
      issueText(
        2000 + number,
        1,
        Array.from({ length: 3 }, (_, at) => ({
          number: `示政发〔${2000 + number}〕${at + 1}号`,
          title: `示例市人民政府关于第${at + 1}项工作的通知`,
          body: ['一、要求', `落实示政发〔${2000 + number}〕${at + 2}号。`, '二、任务', '(一)种树。'],
        })),
      ),
    );
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

const environment = () => ({ ...process.env, DATABASE_URL: database.url, INIT_CWD: folder.path });
const scriptOf = (name: string, args: string[]) => ['--import', 'tsx', `scripts/${name}.ts`, ...args];
const run = (name: string, args: string[]) =>
  new Promise<{ code: number | string | null; out: string[]; errors: string }>((resolve) => {
    execFile(process.execPath, scriptOf(name, args), { env: environment() }, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? null) : 0, out: stdout.trimEnd().split('\n'), errors: stderr }),
    );
  });
const countOutdated = () => database.prisma.sourceFile.count({ where: { parserVersion: { not: storedVersion } } });
const withoutTime = (line: string): string =>
  line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, 'DAY').replace(/\d+ (?:s|min)\b/, 'TIME');

// A process for each, which on a busy machine takes its time.
describe('npm run ingest -- --outdated', { timeout: 180_000 }, () => {
  test('goes on where it was killed; npm run history tells both', async () => {
    await ingestPaths([folder.path], { prisma: database.prisma });
    const before = await takeSnapshot(database.prisma);
    await database.prisma.sourceFile.updateMany({ data: { parserVersion: 'older' } });
    const killed = spawn(process.execPath, scriptOf('ingest', ['--outdated']), { env: environment(), stdio: 'ignore' });
    const ended = once(killed, 'exit');
    while ((await countOutdated()) > FILES - 2) await setTimeout(5);
    killed.kill('SIGKILL');
    await ended;
    const left = await countOutdated();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(FILES);
    for (let waited = 0; waited < 20_000 && (await stateOfNewest()) === 'running'; waited += 100) await setTimeout(100);
    expect(await stateOfNewest()).toBe('broken off');
    const { code, out } = await run('ingest', ['--outdated']);
    // On a busy machine lines of progress stand before it.
    expect(out.at(-1)).toBe(`${left} outdated files: ${left} replaced`);
    expect(code).toBe(0);
    expect(await countOutdated()).toBe(0);
    expect(await takeSnapshot(database.prisma)).toEqual(before);
    const history = (await run('history', [])).out.map(withoutTime);
    expect(history).toEqual([
      expect.stringMatching(`^2  DAY  reading anew  ${left} replaced +TIME$`),
      expect.stringMatching(/^1 {2}DAY {2}reading anew {2}.*broken off after TIME/),
    ]);
  });

  test('fails with 1 and names what cannot be read', async () => {
    await database.prisma.sourceFile.updateMany({ where: { name: '7.txt' }, data: { parserVersion: 'older' } });
    await database.prisma.sourceBytes.deleteMany({ where: { sourceFile: { name: '7.txt' } } });
    await folder.move('7.txt', 'elsewhere.txt');
    const { code, out, errors } = await run('ingest', ['--outdated']);
    expect(errors).toContain('7.txt: its bytes are not kept, and it is no longer where it was read.');
    expect(out).toEqual([
      '1 outdated file: 1 failed',
      'What failed keeps its former rows, and is tried again by the next --outdated.',
    ]);
    expect(code).toBe(1);
    const shown = describeOneRun((await listRuns(database.prisma, { id: '3' }))[0]!).map(withoutTime);
    expect(shown).toEqual([
      '3  DAY  reading anew  1 failed  TIME',
      `made rows of version ${storedVersion}`,
      expect.stringContaining('7.txt: its bytes are not kept'),
    ]);
  });

  test('a removal is a run too; a dry run is none; programs read JSON', async () => {
    expect((await run('ingest', ['--remove', 'nothing.txt'])).code).toBe(1);
    await run('ingest', ['--dry-run', '1.txt']);
    const runs = JSON.parse((await run('history', ['--json', '--limit', '1'])).out.join('\n')) as object[];
    expect(runs).toMatchObject([{ id: '4', kind: 'remove', state: 'ended', total: 1, done: 1, failed: 1, removed: 0 }]);
    expect(await run('history', ['99'])).toMatchObject({
      code: 1,
      errors: 'There is no run 99. npm run history lists the runs.\n',
    });
  });
});

const stateOfNewest = async () => (await listRuns(database.prisma, { limit: 1 }))[0]?.state;

test.each([
  [['--outdated', 'a.txt']],
  [['--outdated', '--remove']],
  [['--outdated', '--dry-run']],
  [['--outdated', '--municipality', '样例市']],
])('ingest with %j is not understood', (args) => {
  expect(() => readArguments(args)).toThrow(/--outdated reads all held files/);
});

test.each([[['nine']], [['0']], [['1', '2']], [['--limit', '0']], [['--limit', 'many']], [['--since', '1']]])(
  'history with %j is not understood',
  (args) => {
    expect(() => readHistoryArguments(args)).toThrow();
  },
);
