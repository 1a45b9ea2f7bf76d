import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules of WCAG 2.2, A and AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * Axe, three times as fast: no page has frames, which it would open a page of its own for, and
 * nobody reads what passed.
 */
export const look = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

/**
 * Runs axe on the page.
 * @returns what it found, as lines a person can read; none when all is well
 */
export async function findViolations(axe: AxeBuilder): Promise<string[]> {
  const { violations, passes } = await axe.analyze();
  expect(passes.length, 'axe looked at something').toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`),
  );
}

/**
 * Shows the page in light or dark, and waits until colours that fade have arrived: axe would find
 * them halfway. Only animations that run by the clock come to an end; those that follow scrolling
 * finish when somebody scrolls.
 */
export async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    const fading = document.getAnimations().filter(({ timeline }) => timeline === document.timeline);
    return Promise.allSettled(fading.map(({ finished }) => finished));
  });
}
