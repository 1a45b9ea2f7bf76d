import { existsSync } from 'node:fs';
import path from 'node:path';
import { createEmptyTestDatabase } from '@/lib/db/testing/database';
import { migrate } from '@/lib/db/migrate';
import { buildPages } from '../build-pages';
import { ProgramFailed, runNode } from '../child-process';
import { findFreePort } from '../ports';
import { say, step } from '../progress';
import { startWebServer } from '../web-server';
import { provideBrowser } from './browser';

const PAGES = '.next-test';

/**
 * Runs the browser tests against the production build, filled with the sample corpus and, where it is present, the reference corpus: on a database, a port and
 * a folder of built pages of their own, all stopped afterwards. Needs TEST_DATABASE_URL. `args` go to Playwright. Throws ProgramFailed when a test fails.
 */
export async function runBrowserTests(report: string, args: string[], signal: AbortSignal): Promise<void> {
  const browser = provideBrowser();
  const database = await createEmptyTestDatabase();
  const stop = new AbortController();
  const ending = AbortSignal.any([signal, stop.signal]);
  let ended: Promise<unknown> = Promise.resolve();
  try {
    process.env.DATABASE_URL = database.url;
    await migrate(database.url);
    await step('Ingesting the corpora', () => ingest(signal));
    await buildPages(PAGES, signal);
    const port = await findFreePort();
    const server = await startWebServer(PAGES, port, ending);
    ended = server.ended;
    const playwright = path.join('node_modules', '@playwright', 'test', 'cli.js');
    const env = {
      ...process.env,
      BASE_URL: server.address,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    await runNode([playwright, 'test', '--pass-with-no-tests', ...args], { signal, env });
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
