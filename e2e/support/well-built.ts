import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { findViolations, look, showIn, WCAG } from './axe';
import { findOverflow } from './overflow';
import type { KindOfPage } from './pages';
import type { Portal } from './portal';

/** Widths to try beside the project's own, 1280 or 360. */
const widths = { desktop: [1024, 768], phone: [320] };

interface Visit {
  page: Page;
  portal: Portal;
  isMobile: boolean;
}

/**
 * Checks in one visit what has to hold on every page: opening a page is what costs time.
 * Structure, WCAG 2.2 A and AA in light and in dark, no scrolling sideways.
 */
export async function expectWellBuilt(kind: KindOfPage, { page, portal, isMobile }: Visit): Promise<void> {
  await showIn(page, 'light');
  await portal.open(kind.address);
  if (!isMobile)
    await test.step('one first heading, landmarks, Chinese, a search box, a title of its own', async () => {
      await expect(portal.heading).toHaveCount(1);
      await expect(portal.heading).not.toBeEmpty();
      await expect(page.getByRole('banner')).toHaveCount(1);
      await expect(portal.main).toHaveCount(1);
      await expect(page.getByRole('contentinfo')).toHaveCount(1);
      await expect(portal.searchBox, 'one search box, not two').toHaveCount(1);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      await expect(page).toHaveTitle(/^.{2,} · 公报$|^公报：/u);
      await expect(page.getByRole('link', { name: '跳到正文' })).toHaveCount(1);
      expect.soft(await findRepeatedIds(page), 'ids that occur twice').toEqual([]);
      expect.soft(await findSkippedHeadings(page), 'headings that skip a level').toEqual([]);
    });
  if (!isMobile || kind.phone) expect.soft(await findViolations(look(page).withTags(WCAG)), 'axe').toEqual([]);
  // Only colours differ in the dark, and those of a phone are those of the desktop.
  if (!isMobile) {
    await showIn(page, 'dark');
    expect.soft(await findViolations(look(page).withRules('color-contrast')), 'axe in the dark').toEqual([]);
  }
  expect.soft(await findOverflow(page), 'scrolls sideways').toEqual([]);
  for (const width of isMobile ? widths.phone : widths.desktop) {
    await page.setViewportSize({ width, height: 700 });
    expect.soft(await findOverflow(page), `scrolls sideways ${width} wide`).toEqual([]);
  }
}

/** Checks that no two of the pages share a title. */
export async function expectOwnTitles(kinds: readonly KindOfPage[], request: APIRequestContext): Promise<void> {
  const titles = new Map<string, string>();
  for (const { address } of kinds) {
    const html = await (await request.get(address)).text();
    const title = /<title>(.+?)<\/title>/.exec(html)?.[1] ?? '';
    expect.soft(titles.get(title), `${address} is called “${title}”, too`).toBeUndefined();
    titles.set(title, address);
  }
}

function findRepeatedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
}

function findSkippedHeadings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    const level = (heading: Element | undefined) => Number(heading?.tagName.slice(1) ?? 0);
    return headings
      .filter((heading, index) => level(heading) > level(headings[index - 1]) + 1)
      .map((heading) => `${heading.tagName} ${heading.textContent.slice(0, 30)}`);
  });
}
