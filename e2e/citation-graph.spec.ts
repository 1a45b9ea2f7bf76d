import type { Page } from '@playwright/test';
import { peekAnswerSchema } from '@/lib/views/document/peek';
import { findViolations, look, WCAG, showIn } from './support/axe';
import { expect, test } from './support/fixtures';

const CITING = '/shili/shizhengfa-2024-1';
const CITED = '示政规〔2023〕1号';
const TARGET = '/shili/shizhenggui-2023-1';
const note = (page: Page) => page.getByRole('tooltip');
const sheet = (page: Page) => page.getByRole('dialog', { name: '引用的文件' });

/** A card that opens by itself would have done so by then. */
const LONG_ENOUGH = 900;

test.describe('a citation shows what it leads to', () => {
  test('when the pointer rests on it; the pointer may move into the card', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    const citation = portal.citations(CITED).first();
    await citation.hover();
    await expect(note(page)).toContainText('社区食堂管理办法');
    await expect(note(page)).toContainText('2023年3月1日');
    await expect(note(page)).toContainText('已修改');
    await expect(citation).toHaveAccessibleDescription(/示政规〔2023〕1号.*已修改/s);
    await note(page).hover();
    await page.waitForTimeout(LONG_ENOUGH);
    await expect(note(page)).toBeVisible();
    await portal.heading.hover();
    await expect(note(page)).toBeHidden();
  });

  test('Escape closes the card, and it stays closed while the pointer stays', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    const citation = portal.citations(CITED).first();
    await citation.hover();
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note(page)).toBeHidden();
    await page.mouse.move(...(await middleOf(page, CITED)), { steps: 3 });
    await page.waitForTimeout(LONG_ENOUGH);
    await expect(note(page)).toBeHidden();
  });

  test('when the focus comes to it; the tab key goes on, Enter leads there', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    const citation = portal.citations(CITED).first();
    await citation.focus();
    await expect(note(page)).toContainText('社区食堂管理办法');
    await expect(citation).toBeFocused();
    await expect(citation).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(note(page)).toBeHidden();
    await expect(citation).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note(page)).toContainText('关于修改部分行政规范性文件的决定');
    await citation.focus();
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL((url) => url.pathname === TARGET);
  });

  test('a number that is not held says how it is called and what is said of it', async ({ page, portal }) => {
    await portal.open(TARGET);
    await portal.awaitScript();
    await portal.citations('示政办发〔2020〕33号').first().hover();
    await expect(note(page)).toContainText('本站未收录原文');
    await expect(note(page)).toContainText('规范居家助餐服务价格');
    await expect(note(page)).toContainText('已废止');
  });

  test('passing over a text asks for nothing and shows nothing', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    let asked = 0;
    page.on('request', (request) => (asked += request.url().includes('/api/v1/peek') ? 1 : 0));
    // Within one moment, however slow the machine.
    await portal
      .citations(CITED)
      .first()
      .evaluate((link) => {
        for (const element of [link, document.body])
          element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
      });
    await page.waitForTimeout(LONG_ENOUGH);
    expect(asked).toBe(0);
    await expect(note(page)).toBeHidden();
  });

  test('the open card meets WCAG 2.2 A and AA, in light and in dark', async ({ page, portal }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await showIn(page, colorScheme);
      await portal.open(CITING);
      await portal.awaitScript();
      await portal.citations(CITED).first().hover();
      await expect(note(page)).toBeVisible();
      expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
    }
  });
});

test.describe('with a finger', { tag: '@phone-only' }, () => {
  test('the first tap shows a sheet with a link on', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    const citation = portal.citations(CITED).first();
    await citation.tap();
    await expect(sheet(page)).toContainText('社区食堂管理办法');
    await expect(sheet(page)).toBeFocused();
    await expect(citation).toBeInViewport();
    const [box, words] = [await sheet(page).boundingBox(), await citation.boundingBox()];
    expect(box).toMatchObject({ x: 0, width: 360 });
    expect(Math.round(box!.y + box!.height)).toBe(740);
    expect(words!.y + words!.height).toBeLessThanOrEqual(box!.y);
    expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
    await page.keyboard.press('Tab');
    await expect(sheet(page).getByRole('link', { name: '打开' })).toBeFocused();
    await sheet(page).getByRole('link', { name: '打开' }).tap();
    await expect(page).toHaveURL((url) => url.pathname === TARGET);
  });

  test('a second tap on the link leads there as well', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    await portal.citations(CITED).first().tap();
    await expect(sheet(page)).toContainText('社区食堂管理办法');
    await portal.citations(CITED).first().tap();
    await expect(page).toHaveURL((url) => url.pathname === TARGET);
  });

  test('关闭, Escape and a tap elsewhere close the sheet', async ({ page, portal }) => {
    await portal.open(CITING);
    await portal.awaitScript();
    const citation = portal.citations(CITED).first();
    const close = [
      () => sheet(page).getByRole('button', { name: '关闭' }).tap(),
      () => page.keyboard.press('Escape'),
      () => page.touchscreen.tap(8, 8),
    ];
    for (const each of close) {
      await citation.tap();
      await expect(sheet(page)).toContainText('社区食堂管理办法');
      await each();
      await expect(sheet(page)).toBeHidden();
      await expect(page).toHaveURL(CITING);
    }
  });
});

test('without JavaScript a citation is a link', { tag: '@no-javascript' }, async ({ page, portal }, { project }) => {
  test.skip(project.name !== 'no-javascript', 'With JavaScript it shows what it leads to.');
  await portal.open(CITING);
  await expect(note(page)).toBeHidden();
  await portal.citations(CITED).first().click();
  await expect(page).toHaveURL((url) => url.pathname === TARGET);
});

test.describe('the address of peeks', () => {
  for (const of of [
    TARGET,
    `${TARGET}#a-t10`,
    '/wenhao/国发〔2021〕3号',
    '/search?q=x',
    'x'.repeat(9000),
    '/shili/%00/',
    '%',
  ]) {
    test(`answers ${JSON.stringify(of.slice(0, 30))} in its shape`, async ({ request }) => {
      const response = await request.get(`/api/v1/peek?of=${encodeURIComponent(of)}`);
      expect(response.status()).toBe(200);
      peekAnswerSchema.parse(await response.json());
    });
  }

  test('no parameter, two of them or half a character are no error', async ({ request }) => {
    for (const query of ['', '?of=/a&of=/b', '?of=%', '?of=%ED%A0%80', '?of[]=x'])
      expect((await request.get(`/api/v1/peek${query}`)).status()).toBe(200);
  });
});

test.describe('the web of a document', { tag: ['@phone', '@no-javascript'] }, () => {
  const picture = (page: Page) => page.getByRole('group', { name: /引用关系图/ });

  test('is reached from the document, and says the same in picture and lists', async ({ page, portal }) => {
    await portal.open(TARGET);
    await portal.main.getByRole('link', { name: '引用关系图' }).click();
    await expect(portal.heading).toHaveText('示政规〔2023〕1号的引用关系');
    const hrefs = async (within: ReturnType<typeof picture>) =>
      within.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')).sort());
    const drawn = await hrefs(picture(page));
    expect(drawn.length).toBeGreaterThanOrEqual(6);
    const listed = portal.main.getByRole('listitem').locator('a.t');
    expect(await listed.evaluateAll((links) => links.map((link) => link.getAttribute('href')).sort())).toEqual(drawn);
    await expect(
      picture(page).getByRole('link', { name: /示政办发〔2020〕33号.*2020年.*未收录.*已废止.*废止 1 次/ }),
    ).toBeVisible();
    await portal.main
      .getByRole('region', { name: '本文引用的文件' })
      .getByRole('link', { name: '看引用处' })
      .last()
      .click();
    await expect(portal.place).toBeInViewport();
  });

  test('its picture is walked by keyboard, from the oldest to the newest', async ({ page, portal }) => {
    await portal.open(`${TARGET}/web`);
    const links = picture(page).getByRole('link');
    await links.first().focus();
    for (let index = 1; index < (await links.count()); index++) {
      await page.keyboard.press('Tab');
      await expect(links.nth(index)).toBeFocused();
    }
    await expect(links.last()).toHaveAccessibleName(/示政发〔2024〕1号/);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(CITING);
  });
});

test.describe('the timeline of a municipality', { tag: '@no-javascript' }, () => {
  test('leads from year to year, and from a repeal to the sentence that says so', async ({ page, portal }) => {
    await portal.open('/shili');
    await portal.main.getByRole('link', { name: '文件时间线' }).click();
    await expect(portal.heading).toHaveText(/示例市2024年文件时间线/);
    await page.getByRole('navigation', { name: '年份' }).getByRole('link', { name: /^2023/ }).click();
    await expect(portal.heading).toHaveText(/示例市2023年文件时间线/);
    const march = portal.main.getByRole('region', { name: /^3月/ });
    await expect(march.getByRole('link', { name: /社区食堂管理办法/ })).toHaveAttribute('href', TARGET);
    await march
      .getByRole('listitem')
      .filter({ hasText: '示政办发〔2020〕33号' })
      .getByRole('link', { name: '废止' })
      .last()
      .click();
    await expect(page).toHaveURL(new RegExp(`${TARGET}#`));
    await expect(portal.place).toContainText('示政办发〔2020〕33号');
  });

  test('a year that is none falls back to the newest', async ({ portal }) => {
    for (const year of ['1066', 'x', '%00', '2023&year=2022']) {
      await portal.open(`/shili/timeline?year=${year}`);
      await expect(portal.heading).toHaveText(/示例市2024年/);
    }
  });
});

/** The middle of the first mention of a number, scrolled into sight. */
async function middleOf(page: Page, docNumber: string): Promise<[number, number]> {
  const link = page
    .getByRole('main')
    .getByRole('paragraph')
    .getByRole('link', { name: docNumber, exact: true })
    .first();
  await link.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await link.boundingBox())!;
  return [x + width / 2, y + height / 2];
}
