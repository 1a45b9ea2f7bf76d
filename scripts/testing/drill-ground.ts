import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmptyTestDatabase } from '@/lib/db/testing/database';
import { removeCluster, stopServer } from '../embedded-postgres/server';
import { provideNginx } from './nginx';
import { provideOpenSearch } from './opensearch/programs';
import { provideSystemPostgres } from './own-postgres';
import { providePromtool } from './promtool';
import { buildTestPages, fillDatabase, sampleCorpus } from './test-portal';

/**
 * Makes what the drills need while `use` runs them: the pages, built; a database with the sample
 * corpus that they copy (DRILL_DATABASE); and a folder for servers of their own (DRILL_FOLDER).
 * Needs TEST_DATABASE_URL.
 */
export async function withDrillGround(signal: AbortSignal, use: () => Promise<void>): Promise<void> {
  // One after the other: Debian installs for one at a time, and drills run beside each other.
  if (process.platform === 'linux')
    for (const provide of [provideNginx, providePromtool, provideSystemPostgres, provideOpenSearch]) provide();
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-drills-'));
  chmodSync(folder, 0o755);
  const database = await createEmptyTestDatabase();
  try {
    await fillDatabase(database.url, [sampleCorpus], signal);
    await buildTestPages(database.url, signal);
    await database.prisma.$disconnect();
    Object.assign(process.env, { DRILL_DATABASE: database.url, DRILL_FOLDER: folder });
    await use();
  } finally {
    // What a drill that was interrupted has left.
    const cluster = path.join(folder, 'cluster');
    if (existsSync(cluster)) {
      await stopServer(cluster);
      removeCluster(cluster);
    }
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
}
