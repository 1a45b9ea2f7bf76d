import { existsSync, rmSync } from 'node:fs';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { makeTestBackup } from '@/lib/db/backup/testing/backup-file';
import { backUp, restoreBackup, writeNewFile } from '@/lib/db/backup';

let database: TestDatabase;
const files: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(['prisma/sample-corpus'], { prisma: database.prisma });
});
afterEach(() => {
  for (const file of files.splice(0)) rmSync(file, { force: true });
});
afterAll(async () => database.drop());

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

test('a backup is one state, whatever is ingested while it is made', async () => {
  const before = await takeSnapshot(database.prisma);
  const folder = await makeIngestFolder();
  await folder.write('1.txt', documentText({ title: '示例市人民政府关于植树的通知', body: ['一、要求', '多种树。'] }));
  const { file, remove } = await makeTestBackup(database.url);
  remove();
  let ingesting: Promise<unknown> | undefined;
  await writeNewFile(file, { overwrite: false }, async (output) => {
    await backUp(database.url, output, {
      // Everything was counted, and nothing copied yet.
      onManifest: () => {
        ingesting = ingestPaths([folder.path], { prisma: database.prisma });
      },
    });
    await ingesting;
  });
  files.push(file);
  await folder.clear();
  const held = await takeSnapshot(database.prisma);
  expect(held.documents).toHaveLength(before.documents.length + 1);
  const target = await createTestDatabase();
  await restoreBackup(target.url, file);
  const restored = await takeSnapshot(target.prisma);
  expect(restored).toEqual(before);
  await target.drop();
});

describe('says what is wrong', () => {
  test('with a database that holds no portal', async () => {
    const empty = await createEmptyTestDatabase();
    await expect(backUp(empty.url, nowhere())).rejects.toThrow(/holds no portal: there is nothing to back up/);
    await empty.drop();
  });

  test('with a database that is away, and leaves no file', async () => {
    const file = '/tmp/gongbao-backup-of-nothing.tar.gz';
    const made = writeNewFile(file, { overwrite: false }, async (output) => {
      await backUp('postgresql://nobody@127.0.0.1:1/nothing', output);
    });
    await expect(made).rejects.toThrow(/^The database cannot be reached: .*ECONNREFUSED/);
    expect([existsSync(file), existsSync(`${file}.unfinished`)]).toEqual([false, false]);
  });

  test('when the connection breaks in the middle, or nobody takes what is written', async () => {
    await database.prisma
      .$executeRaw`CREATE TABLE "Aaa" AS SELECT repeat('公报', 500) AS "text" FROM generate_series(1, 20000)`;
    const end = database.prisma.$executeRaw`
      SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "application_name" = 'gongbao backup' AND "datname" = current_database()`;
    const broken = backUp(database.url, nowhere(), { onRows: () => void end.then() });
    await expect(broken).rejects.toThrow(/^The database cannot be reached: .*\. No backup was made\.$/);
    const output = new PassThrough();
    const left = backUp(database.url, output);
    output.once('data', () => output.destroy(new Error('nobody takes it')));
    await expect(left).rejects.toThrow('nobody takes it');
    const [open] = await database.prisma.$queryRaw<{ sessions: number }[]>`
      SELECT count(*)::int AS "sessions" FROM pg_stat_activity WHERE "application_name" = 'gongbao backup' AND "datname" = current_database()`;
    expect(open!.sessions).toBeLessThanOrEqual(1);
  });
});
