import { existsSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { createEmptyTestDatabase } from '@/lib/db/testing/database';
import { buildPages } from '../support/build-pages';
import { ProgramFailed, runNode } from '../support/child-process';
import { findFreePort } from '../support/ports';
import { say, step } from '../support/progress';
import { startWebServer } from '../support/web-server';

const PAGES = '.next-test';

/**
 * Serves the production build, filled with the sample corpus and, where it is present, the
 * reference corpus, on a database, a port and a folder of built pages of its own, while `use` works
 * with its address; then stops and removes all of it. Needs TEST_DATABASE_URL. Gives what `use`
 * gives.
 */
export async function withTestPortal<Result>(
  signal: AbortSignal,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const database = await createEmptyTestDatabase();
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  let ended: Promise<unknown> = Promise.resolve();
  try {
    process.env.DATABASE_URL = database.url;
    await migrate(database.url);
    await step('Ingesting the corpora', () => ingest(signal));
    await buildPages(PAGES, signal);
    const server = await startWebServer(PAGES, await findFreePort(), ending);
    ended = server.ended;
    return await use(server.address);
  } finally {
    stop.abort();
    await ended;
    await database.drop();
  }
}

async function ingest(signal: AbortSignal): Promise<void> {
  const reference = path.resolve('..', 'shared', 'corpus');
  const corpora = [path.resolve('prisma', 'sample-corpus'), ...(existsSync(reference) ? [reference] : [])];
  if (corpora.length === 1) say(`No reference corpus in ${reference}: the tests that need it are skipped.`);
  try {
    await runNode([path.join('scripts', 'run.mjs'), 'ingest', ...corpora], { signal, quiet: true });
  } catch (error) {
    // What is missing then shows in the tests themselves.
    if (!(error instanceof ProgramFailed)) throw error;
    say('Not everything could be ingested: see above.');
  }
}
