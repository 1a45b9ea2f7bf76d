import { test as base, expect, type Page } from '@playwright/test';
import { noReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { Portal } from './portal';

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

  // Stories speak of issues, documents and citations; where those are on a page is said once.
  portal: async ({ page }, use) => {
    await use(new Portal(page));
  },
});

/**
 * Tests of the real gazettes, which are no part of a clone.
 * They read the portal at REAL_BASE_URL and are skipped where there is none.
 */
export const realTest = test.extend<{ needsRealPortal: undefined }>({
  needsRealPortal: [
    async ({}, use, testInfo) => {
      testInfo.skip(!process.env.REAL_BASE_URL, noReferenceCorpus);
      await use(undefined);
    },
    { auto: true },
  ],
});

/** Gives a list that grows with every error of a script, policy or request that the page meets. */
function listComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // What came with a bad status is counted below: there a page that is meant to be a 404 is
    // not taken for a file that is missing.
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
