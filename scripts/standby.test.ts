import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { makeTestBackup } from '@/lib/db/backup/testing/backup-file';
import { createClient, getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { migrate } from '@/lib/db/migrate';
import { closeFacts, readServerFacts } from '@/lib/db/portal-facts';
import { makeReadingPool } from '@/lib/db/reading-pool';
import { closeRevision, readRevision, type Revision } from '@/lib/db/revision';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { findSystemPostgres, withStandby, type OwnServer } from './testing/standby';

const bin = findSystemPostgres();
const testWithServers = bin ? test : test.skip;
const unless = bin ? '' : ' (skipped: the system has no PostgreSQL with pg_basebackup)';

afterEach(async () => {
  delete process.env.DATABASE_READ_URL;
  await closeRevision();
});

async function revisionOf({ url }: OwnServer): Promise<Revision> {
  process.env.DATABASE_URL = url;
  return readRevision();
}

const flood = documentText({ title: '示例市人民政府关于夏季防汛工作的通知', body: ['一、值守', '二十四小时值守。'] });
const cited = (serial: number) =>
  `INSERT INTO "CitedNumber" VALUES ('示政发〔2023〕${serial}号', '示政发', 2023, ${serial}, 1, 1, NULL, NULL, false)`;

testWithServers(
  `a standby is read, has its primary's revision, and loses it with a promotion or a restore${unless}`,
  () =>
    withStandby(bin!, async (primary, standby) => {
      await migrate(primary.url);
      const writer = createClient(primary.url);
      const folder = await makeIngestFolder();
      process.env.DATABASE_URL = primary.url;
      process.env.DATABASE_READ_URL = standby.url;

      // What an ingest writes to the primary is found on the standby.
      await folder.write('flood.txt', flood);
      const report = await ingestPaths([folder.path], { prisma: writer });
      expect(report.files).toMatchObject([{ outcome: 'added' }]);
      await vi.waitFor(async () => expect(await getClient().document.count()).toBe(1), 5000);
      await expect(getClient().document.deleteMany()).rejects.toThrow(/read-only/);
      const answer = await engine.search(searchRequest(parseSearchParams({ q: '防汛' })));
      expect(answer.documents).toHaveLength(1);

      // Metrics say what it is, and how far it is behind.
      expect(await readServerFacts()).toMatchObject({ isStandby: true, isConnected: true, lag: 0 });
      await standby.administer('SELECT pg_wal_replay_pause()');
      await primary.administer(cited(9), 'DELETE FROM "CitedNumber"');
      await vi.waitFor(async () => expect((await readServerFacts()).lag).toBeGreaterThan(0), 5000);
      await standby.administer('SELECT pg_wal_replay_resume()');
      await vi.waitFor(async () => expect((await readServerFacts()).lag).toBe(0), 5000);
      await closeFacts();
      delete process.env.DATABASE_READ_URL;

      // A backup of the standby is one of the primary.
      const [ofStandby, ofPrimary] = [await makeTestBackup(standby.url), await makeTestBackup(primary.url)];
      expect(ofStandby.manifest.tables).toEqual(ofPrimary.manifest.tables);
      expect(ofStandby.manifest.tables).toContainEqual(expect.objectContaining({ name: 'Document', rows: '1' }));
      expect(Number(ofStandby.manifest.sequences.Document_id_seq)).toBeGreaterThanOrEqual(1);
      for (const { remove } of [ofStandby, ofPrimary]) remove();

      const before = await revisionOf(primary);
      await vi.waitFor(async () => expect(await revisionOf(standby)).toEqual(before), 5000);
      await primary.administer(cited(1));
      const after = await revisionOf(primary);
      expect(after).toEqual({
        identity: before.identity,
        revision: expect.not.stringMatching(before.revision) as string,
      });
      await vi.waitFor(async () => expect(await revisionOf(standby)).toEqual(after), 5000);

      // A statement that the standby cancels for the sake of the primary's is run once more.
      const pool = makeReadingPool(standby.url, { max: 1, application_name: 'gongbao test', statement_timeout: 5000 });
      const slow = pool.query<{ rows: number }>('SELECT count(*)::int AS "rows" FROM "CitedNumber", pg_sleep(1)');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await primary.administer('DELETE FROM "CitedNumber"', 'VACUUM (TRUNCATE false) "CitedNumber"', cited(2));
      expect((await slow).rows).toEqual([{ rows: 1 }]);
      const conflicts = await pool.query<{ all: number }>(
        'SELECT sum("confl_snapshot" + "confl_lock" + "confl_bufferpin")::int AS "all" FROM pg_stat_database_conflicts',
      );
      expect(conflicts.rows[0]?.all).toBeGreaterThan(0);
      await pool.end();

      // A restore: the same data under another identity; and a number is not given twice alike.
      const held = await revisionOf(primary);
      const dump = path.join(primary.folder, 'dump');
      primary.run('pg_dump', '--format', 'custom', '--file', dump, 'gongbao');
      await primary.administer(cited(3));
      const lost = await revisionOf(primary);
      primary.run('pg_restore', '--clean', '--if-exists', '--dbname', 'gongbao', dump);
      const restored = await revisionOf(primary);
      expect(restored.revision).toBe(held.revision);
      expect(restored.identity).not.toBe(held.identity);
      await primary.administer(cited(4));
      const again = await revisionOf(primary);
      expect(again.revision.split('-')[0]).toBe(lost.revision.split('-')[0]);
      expect(again.revision).not.toBe(lost.revision);

      // Where a host does not permit to ask for the cluster, there is a revision all the same.
      await closeRevision();
      await primary.administer('REVOKE EXECUTE ON FUNCTION pg_control_system() FROM public');
      expect(await revisionOf(primary)).toMatchObject({ revision: again.revision });
      await primary.administer('GRANT EXECUTE ON FUNCTION pg_control_system() TO public');
      await closeRevision();

      await vi.waitFor(async () => expect(await revisionOf(standby)).toEqual(await revisionOf(primary)), 5000);
      standby.promote();
      const promoted = await revisionOf(standby);
      expect(promoted.revision).toBe(again.revision);
      expect(promoted.identity).not.toBe((await revisionOf(primary)).identity);

      await getClient().$disconnect();
      await closeSearch();
      await writer.$disconnect();
      await folder.clear();
    }),
  120_000,
);
