import path from 'node:path';
import { findReferenceCorpus, noReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { runNode } from '../support/child-process';
import { say } from '../support/progress';
import { provideBrowser } from './browser';
import { sampleCorpus, withTestPortals } from './test-portal';

/**
 * Runs the browser tests, each against the portal of the corpus that it names.
 * The stories in e2e/ read the sample corpus alone, as on every clone; those in e2e/real/ read a
 * second portal with the reference corpus, or are skipped; those in e2e/edited/ change a third one,
 * which is empty at first. Needs TEST_DATABASE_URL. `args` go to
 * Playwright.
 * @throws ProgramFailed when a test fails
 */
export async function runBrowserTests(report: string, args: string[], signal: AbortSignal): Promise<void> {
  const browser = provideBrowser();
  const reference = findReferenceCorpus();
  if (reference === null) say(`The tests in e2e/real are skipped: ${noReferenceCorpus}.`);
  const corpora = [[sampleCorpus], [], ...(reference === null ? [] : [[reference]])];
  await withTestPortals(corpora, signal, async ([sample, edited, real]) => {
    const playwright = path.join('node_modules', '@playwright', 'test', 'cli.js');
    const env = {
      ...process.env,
      BASE_URL: sample!.address,
      EDITED_BASE_URL: edited!.address,
      EDITED_DATABASE_URL: edited!.databaseUrl,
      ...(real && { REAL_BASE_URL: real.address }),
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    await runNode([playwright, 'test', '--pass-with-no-tests', ...args], { signal, env });
  });
}
