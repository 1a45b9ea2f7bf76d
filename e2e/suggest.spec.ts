import type { Locator, Page } from '@playwright/test';
import { suggestionsSchema } from '@/lib/search/suggestions-schema';
import { findViolations, look, showIn, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';

const list = (page: Page) => page.getByRole('listbox', { name: '您要找的可能是' });
const options = (page: Page) => list(page).getByRole('option');

test.describe('while a reader types', { tag: '@phone' }, () => {
  test('the keyboard alone leads from a number to its document', async ({ page, portal }) => {
    await portal.openHome();
    await portal.searchBox.focus();
    await page.keyboard.type('示政办发 2022 15');
    await expect(options(page).first()).toContainText('示政办发〔2022〕15号');
    await expect(portal.searchBox).toHaveRole('combobox');
    await expect(page.getByRole('status').filter({ hasText: '条建议' })).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    const first = await options(page).first().getAttribute('id');
    await expect(portal.searchBox).toHaveAttribute('aria-activedescendant', first ?? '');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/shili/shizhengbanfa-2022-15');
  });

  test('words bring what has them, with the words marked; pressing one leads there', async ({ page, portal }) => {
    await portal.open('/shili');
    await portal.searchBox.pressSequentially('社区食堂');
    const document = options(page).filter({ hasText: '〔20' }).first();
    await expect(document.locator('mark').first()).toHaveText('社区食堂');
    await document.click();
    await expect(page).toHaveURL(/\/shili\/[a-z]+-20/);
  });

  test('Enter on nothing chosen searches for what was typed', async ({ page, portal }) => {
    await portal.openHome();
    await portal.searchBox.pressSequentially('社区食堂');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/search?q=${encodeURIComponent('社区食堂')}`);
  });

  test('Escape closes the list and keeps the words, Tab goes on and chooses nothing', async ({ page, portal }) => {
    await portal.openHome();
    await portal.searchBox.pressSequentially('社区');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await expect(portal.searchBox).toHaveValue('社区');
    await expect(portal.searchBox).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowDown');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(list(page)).toBeHidden();
    await expect(page).toHaveURL('/');
    await expect(page.getByRole('search').getByRole('button')).toBeFocused();
  });

  test('the list stands over the page, whole, each line large enough for a finger', async ({ page, portal }) => {
    await portal.open('/shili/shizhengfa-2023-5');
    const before = await portal.heading.boundingBox();
    await portal.searchBox.pressSequentially('示');
    await expect(options(page).first()).toBeVisible();
    expect(await portal.heading.boundingBox()).toEqual(before);
    const box = (await list(page).boundingBox()) ?? { x: -1, width: 0 };
    const window = page.viewportSize() ?? { width: 0, height: 0 };
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(window.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(window.width);
    for (const option of await options(page).all())
      expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    // Nothing of the page lies over it.
    const covered = await options(page)
      .first()
      .evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
    expect(covered).toBe(false);
  });

  test('the open list meets WCAG 2.2 A and AA, in light and in dark', async ({ page, portal }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await showIn(page, colorScheme);
      await portal.open('/shili');
      await portal.searchBox.pressSequentially('社区');
      await expect(options(page).first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
    }
  });
});

test('while an input method composes, nothing is asked and Enter sends nothing', async ({ page, portal }) => {
  await portal.openHome();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/suggest')) asked.push(new URL(request.url()).searchParams.get('q') ?? '');
  });
  await portal.searchBox.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'she qu', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await portal.searchBox.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await keyboard.send('Input.insertText', { text: '社区' });
  await expect(options(page).first()).toBeVisible();
  expect(asked).toEqual(['社区']);
  await expect(page).toHaveURL('/');
});

test('what an input method composes before the list is loaded is not asked either', async ({ page, portal }) => {
  const asked = await answer(page, () => ['社区食堂']);
  let load = (): void => undefined;
  const loaded = new Promise<void>((resolve) => (load = resolve));
  await portal.openHome();
  await expectCombobox(portal.searchBox);
  await page.route('**/*.js', async (route) => {
    await loaded;
    await route.continue();
  });
  await portal.searchBox.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'she qu', selectionStart: 6, selectionEnd: 6 });
  load();
  await expect(portal.searchBox).toHaveAttribute('aria-controls', /./);
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await keyboard.send('Input.insertText', { text: '社区' });
  await expect(options(page)).toHaveText([/社区食堂/]);
  expect(asked).toEqual(['社区']);
});

test('while an input method composes, the keys of the list belong to it', async ({ page, portal }) => {
  await answer(page, () => ['一', '二']);
  await portal.openHome();
  await portal.searchBox.pressSequentially('社');
  await expect(options(page)).toHaveCount(2);
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'qu', selectionStart: 2, selectionEnd: 2 });
  for (const key of ['ArrowDown', 'Escape', 'Enter'])
    await portal.searchBox.dispatchEvent('keydown', { key, isComposing: true, keyCode: 229 });
  await expect(options(page)).toHaveCount(2);
  await expect(list(page).getByRole('option', { selected: true })).toHaveCount(0);
  await expect(page).toHaveURL('/');
});

test('arrows go round, Home and End to the ends, and the count is told to screen readers', async ({ page, portal }) => {
  await answer(page, () => ['一', '二', '三']);
  await portal.openHome();
  await portal.searchBox.pressSequentially('社');
  await expect(page.getByRole('status').filter({ hasText: '有 3 条建议' })).toHaveCount(1);
  const active = list(page).getByRole('option', { selected: true });
  for (const [key, text] of [
    ['ArrowUp', '三'],
    ['ArrowDown', '一'],
    ['ArrowUp', '三'],
    ['Home', '一'],
    ['End', '三'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(active).toHaveText(new RegExp(`^${text}`));
    await expect(portal.searchBox).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
  }
});

test('Escape closes the list, and once more clears the field', async ({ page, portal }) => {
  await answer(page, () => ['一']);
  await portal.openHome();
  await portal.searchBox.pressSequentially('社');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(portal.searchBox).toHaveValue('社');
  await page.keyboard.press('Escape');
  await expect(portal.searchBox).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeHidden();
});

test('a press elsewhere closes the list, a press in the field opens and closes it', async ({ page, portal }) => {
  await answer(page, () => ['一']);
  await portal.open('/shili');
  await portal.searchBox.pressSequentially('社');
  await expect(list(page)).toBeVisible();
  await portal.heading.click();
  await expect(list(page)).toBeHidden();
  await portal.searchBox.click();
  await expect(list(page)).toBeVisible();
  await portal.searchBox.click();
  await expect(list(page)).toBeHidden();
  await expect(portal.searchBox).toHaveValue('社');
});

test('an answer that comes too late is dropped', async ({ page, portal }) => {
  await answer(page, (typed) => (typed === '社' ? ['迟到的建议'] : ['及时的建议']), { 社: 800 });
  await portal.openHome();
  await portal.searchBox.pressSequentially('社');
  await page.waitForTimeout(250);
  await portal.searchBox.pressSequentially('区');
  await expect(options(page)).toHaveText([/及时的建议/]);
  await page.waitForTimeout(800);
  await expect(options(page)).toHaveText([/及时的建议/]);
});

test('Enter never chooses what came in place of what was active', async ({ page, portal }) => {
  await answer(page, (typed) => [`${typed}的建议`], { 社区: 500 });
  await portal.openHome();
  await portal.searchBox.pressSequentially('社');
  await expect(options(page)).toHaveText([/社的建议/]);
  await portal.searchBox.pressSequentially('区');
  await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('option', { selected: true })).toHaveText(/社的建议/);
  await expect(options(page)).toHaveText([/社区的建议/]);
  await expect(list(page).getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/search?q=${encodeURIComponent('社区')}`);
});

test('an answer that comes after the field was left opens nothing and takes no focus', async ({ page, portal }) => {
  const asked = await answer(page, () => ['一'], { 社: 400 });
  await portal.openHome();
  await expectCombobox(portal.searchBox);
  await portal.searchBox.pressSequentially('社');
  await expect.poll(() => asked).toEqual(['社']);
  await page.keyboard.press('Tab');
  await page.waitForTimeout(600);
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('search').getByRole('button')).toBeFocused();
});

/** Waits until script has made a field a combobox. */
const expectCombobox = (field: Locator) => expect(field).toHaveRole('combobox');

/**
 * Answers in place of the portal, late where `delays` says so (milliseconds).
 * @returns what was asked, in order; it grows
 */
async function answer(
  page: Page,
  suggest: (typed: string) => string[],
  delays: Readonly<Record<string, number>> = {},
): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/api/v1/suggest?*', async (route) => {
    const typed = new URL(route.request().url()).searchParams.get('q') ?? '';
    asked.push(typed);
    await new Promise((resolve) => setTimeout(resolve, delays[typed] ?? 0));
    const suggestions = suggest(typed).map((text) => ({
      kind: 'term',
      text,
      detail: null,
      href: '/wenhao',
      marks: [],
    }));
    // The page may have given the question up.
    await route.fulfill({ json: { suggestions } }).catch(() => undefined);
  });
  return asked;
}

test(
  'without JavaScript the box is the plain field of a form',
  { tag: '@no-javascript' },
  async ({ page, portal }, { project }) => {
    test.skip(project.name !== 'no-javascript', 'With JavaScript it is a combobox.');
    await portal.openHome();
    await expect(page.getByRole('searchbox', { name: '检索' })).toBeVisible();
    await expect(list(page)).toHaveCount(0);
    await portal.search('社区食堂');
    await expect(portal.hits.first()).toBeVisible();
  },
);

test.describe('the address of suggestions', () => {
  for (const typed of ['社区', '', '示政办发2022-15', '养'.repeat(1000), '\u0001', '%', "'; --"]) {
    test(`answers ${JSON.stringify(typed.slice(0, 20))} in its shape`, async ({ request }) => {
      const response = await request.get(`/api/v1/suggest?q=${encodeURIComponent(typed)}`);
      expect(response.status()).toBe(200);
      expect(response.headers()['cache-control']).toBe('private, max-age=60');
      expect(suggestionsSchema.parse(await response.json()).suggestions.length).toBeLessThanOrEqual(8);
    });
  }

  test('half a character or none at all is no error', async ({ request }) => {
    for (const query of ['?q=%ED%A0%80', '?q=%', '?q=a&q=b', '']) {
      expect((await request.get(`/api/v1/suggest${query}`)).status()).toBe(200);
    }
  });
});
