import type { Page } from '@playwright/test';
import { findViolations, look, WCAG, showIn } from './support/axe';
import { chooseDisplay } from './support/display';
import { expect, test } from './support/fixtures';
import { simplePages } from './support/pages';

test('长者模式 meets WCAG 2.2 A and AA', async ({ page, portal, context, baseURL }) => {
  await chooseDisplay(context, baseURL, 'elder=on');
  for (const address of simplePages) {
    await portal.open(address);
    expect(await findViolations(look(page).withTags(WCAG)), address).toEqual([]);
  }
});

test('the dark page is dark', async ({ page, portal }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await showIn(page, 'light');
  await portal.openHome();
  const light = await ground();
  await showIn(page, 'dark');
  expect(await ground()).not.toBe(light);
});

test('the skip link is the first stop of the tab key and leads past the masthead', async ({ page, portal }) => {
  await portal.open('/shili/shizhengfa-2022-8');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(portal.main).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(portal.main.locator(':focus')).toHaveText('示例市');
});

for (const address of ['/', '/shili/issues/2023/1', '/shili/shizhengfa-2022-8', '/search?q=社区食堂']) {
  test(`on ${address} the eye can follow the tab key`, async ({ page, portal }) => {
    await portal.open(address);
    const stops = await walkByKeyboard(page);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
  });
}

/**
 * Presses Tab through the page; gives each stop with its words, and whether it is in sight and
 * drawn otherwise than at rest.
 */
async function walkByKeyboard(page: Page): Promise<{ words: string; visible: boolean }[]> {
  const stops: { words: string; visible: boolean }[] = [];
  const limit = 60;
  while (stops.length < limit) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { top, bottom, width, height } = element.getBoundingClientRect();
      const inSight = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
      const isDrawn = (candidate: Element | null) => {
        if (!candidate) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      };
      // The search box draws its ring around field and button together.
      return {
        words: (element.textContent || element.getAttribute('aria-label') || element.tagName).slice(0, 30),
        visible: inSight && (isDrawn(element) || isDrawn(element.parentElement)),
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}
