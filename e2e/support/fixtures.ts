import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { Portal } from './portal';

/**
 * Whether the real gazettes were there to be ingested (scripts/testing/browser-tests.ts). They are
 * no part of a clone: stories about them are skipped without.
 */
export const hasRealFiles = existsSync(path.resolve('..', 'shared', 'corpus'));
export const withoutRealFiles = 'the real gazettes are not in ../shared/corpus';

interface Fixtures {
  portal: Portal;
}

export const test = base.extend<Fixtures>({
  // A page can look right while its script has failed or a file is missing: whatever a test is
  // about, the browser must have had nothing to complain about.
  page: async ({ page }, use) => {
    const complaints = listComplaints(page);
    await use(page);
    expect(complaints, 'complaints of the browser').toEqual([]);
  },

  // Stories speak of issues, documents and citations; where those are found on a page is told once.
  portal: async ({ page }, use) => {
    await use(new Portal(page));
  },
});

/** Gives a list that grows with every error of a script, policy or request that the page meets. */
function listComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // What came with a bad status is counted below, where a page that is meant to be a 404 can be
    // told from a file that is missing.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('response', (response) => {
    const worst = response.request().isNavigationRequest() ? 500 : 400;
    if (response.status() >= worst) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A reader who goes on before everything has arrived cuts off what is still on its way; without
    // JavaScript the browser refuses every script.
    const expected = reason === 'net::ERR_ABORTED' || (reason === 'csp' && request.resourceType() === 'script');
    if (!expected) complaints.push(`${reason}: ${request.url()}`);
  });
  return complaints;
}

export { expect };
