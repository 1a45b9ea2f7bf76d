import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { createEmptyTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { buildPages } from '../support/build-pages';
import { ProgramFailed, runNode } from '../support/child-process';
import { findFreePort } from '../support/ports';
import { say, step } from '../support/progress';
import { startWebServer } from '../support/web-server';

const PAGES = '.next-test';

/** The project's own corpus, which every clone has. */
export const sampleCorpus = path.resolve('prisma', 'sample-corpus');

/** A portal that tests may use. */
export interface TestPortal {
  /** `http://localhost:40123` */
  address: string;
  databaseUrl: string;
}

/**
 * Serves one portal for each corpus while `use` works with them.
 * A corpus is a list of folders. Each portal has a database and a port of its own; all serve the
 * same production build. Afterwards everything is stopped and removed. Needs TEST_DATABASE_URL.
 * @returns what `use` returns
 */
export async function withTestPortals<Result>(
  corpora: readonly (readonly string[])[],
  signal: AbortSignal,
  use: (portals: TestPortal[]) => Promise<Result>,
): Promise<Result> {
  const databases: TestDatabase[] = [];
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  const ended: Promise<unknown>[] = [];
  try {
    for (const folders of corpora) {
      const database = await createEmptyTestDatabase();
      databases.push(database);
      await migrate(database.url);
      await step(`Ingesting ${folders.map((folder) => path.basename(folder)).join(' and ')}`, () =>
        ingest(folders, database.url, signal),
      );
    }
    // Pages may be made while building. The tests look at the page of specimens too.
    process.env.DATABASE_URL = databases[0]!.url;
    process.env.DATABASE_READ_URL = '';
    process.env.SPECIMENS = '1';
    await buildPages(PAGES, signal);
    const portals: TestPortal[] = [];
    for (const { url } of databases) {
      const server = await startWebServer(PAGES, await findFreePort(), ending, { DATABASE_URL: url });
      ended.push(server.ended);
      portals.push({ address: server.address, databaseUrl: url });
    }
    return await use(portals);
  } finally {
    stop.abort();
    await Promise.all(ended);
    for (const database of databases) await database.drop();
  }
}

async function ingest(folders: readonly string[], databaseUrl: string, signal: AbortSignal): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  try {
    await runNode([path.join('scripts', 'run.mjs'), 'ingest', ...folders], { signal, env, quiet: true });
  } catch (error) {
    // What is missing then shows in the tests themselves.
    if (!(error instanceof ProgramFailed)) throw error;
    say('Not everything could be ingested: see above.');
  }
}
