import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { makeTestBackup, type TestBackup } from '@/lib/db/backup/testing/backup-file';
import { restoreBackup } from './restore-backup';

const sampleCorpus = 'prisma/sample-corpus';

let filled: TestDatabase;
let backup: TestBackup;
let target: TestDatabase;
beforeAll(async () => {
  filled = await createTestDatabase();
  await ingestPaths([sampleCorpus], { prisma: filled.prisma });
  backup = await makeTestBackup(filled.url);
});
beforeEach(async () => {
  target = await createTestDatabase();
});
afterEach(async () => target.drop());
afterAll(async () => {
  backup.remove();
  await closeRevision();
  await filled.drop();
});

test('a restored database holds the same, as another database with a revision of its own', async () => {
  await restoreBackup(target.url, backup.file);
  expect(await takeSnapshot(target.prisma)).toEqual(await takeSnapshot(filled.prisma));
});
