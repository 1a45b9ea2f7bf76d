import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { readRevision } from '@/lib/db/revision';
import { listRuns } from './list-runs';
import { recordRun, type RunRecorder } from './record-run';
import type { RunKind } from './run-kinds';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.prisma.ingestRun.deleteMany();
});
afterAll(async () => database.drop());

const complaints: string[] = [];
const record = <Result>(work: (recorder: RunRecorder) => Promise<Result>, kind: RunKind = 'ingest') =>
  recordRun(database.url, kind, work, (reason) => complaints.push(reason));
const newest = async () => (await listRuns(database.prisma, { limit: 1 }))[0]!;

describe('a run', () => {
  test('is listed while it goes on, and with its counts when it has ended', async () => {
    const during = await record(async ({ onStart, onFile }) => {
      onStart(5);
      onFile({ path: '/a/1.txt', outcome: 'added' });
      for (let count = 0; count < 2; count++) onFile({ path: '/a/2.txt', outcome: 'unchanged' });
      onFile({ path: '/a/3.txt', outcome: 'replaced' });
      onFile({ path: '/a/4.txt', outcome: 'failed', error: '/a/4.txt: the file is empty. Leave it out.' });
      return newest();
    });
    expect(during).toMatchObject({ kind: 'ingest', state: 'running', done: 0 });
    expect(await newest()).toMatchObject({
      id: during.id,
      state: 'ended',
      version: storedVersion,
      total: 5,
      done: 5,
      added: 1,
      replaced: 1,
      unchanged: 2,
      failed: 1,
      removed: 0,
      failures: [{ name: '/a/4.txt', error: '/a/4.txt: the file is empty. Leave it out.' }],
    });
    expect(complaints).toEqual([]);
  });

  test('gives what its work gives, and is broken off where that throws', async () => {
    expect(await record(() => Promise.resolve(7), 'outdated')).toBe(7);
    const fail = record(() => Promise.reject(new Error('The database cannot be reached.')), 'remove');
    await expect(fail).rejects.toThrow('The database cannot be reached.');
    expect(await newest()).toMatchObject({
      kind: 'remove',
      state: 'broken off',
      failures: [{ name: '', error: 'The database cannot be reached.' }],
    });
  });

  test('whose connection breaks is recorded all the same, and its counts come every few seconds', async () => {
    const ended = record(async ({ onStart, onFile }) => {
      onStart(2);
      onFile({ path: '1.txt', outcome: 'added' });
      await database.prisma
        .$queryRaw`SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE application_name = 'gongbao ingest run' AND datname = current_database()`;
      expect(await newest()).toMatchObject({ state: 'broken off', done: 0 });
      // A sign comes every five seconds, on a new connection.
      for (let waited = 0; waited < 15_000 && (await newest()).state !== 'running'; waited += 200)
        await setTimeout(200);
      expect(await newest()).toMatchObject({ state: 'running', total: 2, done: 1, added: 1 });
    });
    await ended;
    expect(await newest()).toMatchObject({ state: 'ended', done: 1 });
  }, 30_000);

  test('that gives no sign for a minute is broken off, whoever holds its lock', async () => {
    await record(async () => {
      await database.prisma.$executeRaw`UPDATE "IngestRun" SET "heartbeatAt" = now() - interval '61 s'`;
      expect((await newest()).state).toBe('broken off');
    });
  });

  test('keeps a hundred failures, none of them long, with whatever was in a name', async () => {
    await record(({ onFile }) => {
      for (let at = 0; at < 120; at++)
        onFile({ path: `${at}\u0000\ud800.txt`, outcome: 'failed', error: '长'.repeat(2000) });
      return Promise.resolve();
    });
    const { failed, failures } = await newest();
    expect([failed, failures.length, failures[0]?.error.length]).toEqual([120, 100, 500]);
  });

  test('does its work where it cannot be recorded', async () => {
    const reasons: string[] = [];
    const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing';
    expect(
      await recordRun(
        nowhere,
        'ingest',
        () => Promise.resolve(3),
        (reason) => reasons.push(reason),
      ),
    ).toBe(3);
    expect(reasons[0]).toMatch(/^The run could not be recorded: /);
  });

  test('changes nothing that readers see', async () => {
    process.env.DATABASE_URL = database.url;
    const before = await readRevision();
    await record(() => Promise.resolve());
    expect(await readRevision()).toEqual(before);
  });
});

test('the newest ten thousand runs are kept, whatever their numbers', async () => {
  const first = '9007199254740993';
  await database.prisma
    .$executeRaw`INSERT INTO "IngestRun" ("id", "kind", "version") VALUES (${first}::bigint, 'ingest', ''), (1, 'ingest', '')`;
  await database.prisma.$executeRaw`SELECT setval(pg_get_serial_sequence('"IngestRun"', 'id'), ${first}::bigint)`;
  await record(() => Promise.resolve());
  expect((await listRuns(database.prisma, { limit: 9 })).map(({ id }) => id)).toEqual(['9007199254740994', first]);
  expect(await listRuns(database.prisma, { id: first })).toMatchObject([{ id: first, state: 'broken off' }]);
  expect(await listRuns(database.prisma, { id: '5' })).toEqual([]);
});
