import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { createEmptyTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { buildPages } from '../support/build-pages';
import { ProgramFailed, runNode } from '../support/child-process';
import { findFreePort } from '../support/ports';
import { say, step } from '../support/progress';
import { startWebServer } from '../support/web-server';

/** The folder of the build that tests read. */
export const TEST_PAGES = '.next-test';

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
      databases.push(await createEmptyTestDatabase());
      await fillDatabase(databases.at(-1)!.url, folders, signal);
    }
    await buildTestPages(databases[0]!.url, signal);
    const portals: TestPortal[] = [];
    for (const { url } of databases) {
      const quiet = { LOG_FORMAT: 'text', LOG_REQUESTS: '0' };
      const env = { ...quiet, DATABASE_URL: url, SECURITY_CONTACT: 'safe@gongbao.example' };
      const server = await startWebServer(TEST_PAGES, await findFreePort(), ending, env);
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

/** Makes the tables of an empty database, and ingests `folders`, if any. */
export async function fillDatabase(url: string, folders: readonly string[], signal: AbortSignal): Promise<void> {
  await migrate(url);
  if (folders.length === 0) return;
  await step(`Ingesting ${folders.map((folder) => path.basename(folder)).join(' and ')}`, () =>
    ingest(folders, url, signal),
  );
}

/** Builds the pages that tests read. This process reads `url` from now on. */
export async function buildTestPages(url: string, signal: AbortSignal): Promise<void> {
  // Pages may be made while building. The tests look at the page of specimens too.
  process.env.DATABASE_URL = url;
  process.env.DATABASE_READ_URL = '';
  process.env.SPECIMENS = '1';
  await buildPages(TEST_PAGES, signal);
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
