import path from 'node:path';
import { runNode } from '../support/child-process';
import { provideBrowser } from './browser';
import { withTestPortal } from './test-portal';

/**
 * Runs the browser tests against a portal of their own (test-portal.ts). Needs TEST_DATABASE_URL.
 * `args` go to Playwright. Throws ProgramFailed when a test fails.
 */
export async function runBrowserTests(report: string, args: string[], signal: AbortSignal): Promise<void> {
  const browser = provideBrowser();
  await withTestPortal(signal, async (address) => {
    const playwright = path.join('node_modules', '@playwright', 'test', 'cli.js');
    const env = {
      ...process.env,
      BASE_URL: address,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    await runNode([playwright, 'test', '--pass-with-no-tests', ...args], { signal, env });
  });
}
