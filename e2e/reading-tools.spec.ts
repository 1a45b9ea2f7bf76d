import type { Page } from '@playwright/test';
import { findViolations, look, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';

const plan = '/shili/shizhengfa-2023-5';
const card = (page: Page) => page.getByRole('dialog', { name: '转发' });
const bar = (page: Page) => page.getByRole('navigation', { name: '阅读位置' });

test.describe('without JavaScript', { tag: '@no-javascript' }, () => {
  test('a marker leads to the page of its section, which has its citation, its address and its QR code', async ({
    page,
    portal,
  }) => {
    await portal.open('/shili/shizhengfa-2022-8');
    await portal.openSection('二、');
    await expect(page).toHaveURL('/shili/shizhengfa-2022-8/a-2');
    await expect(portal.main).toContainText('（示政发〔2022〕8号）第二部分');
    await expect(portal.main.getByRole('img', { name: '/shili/shizhengfa-2022-8/a-2' })).toBeVisible();
  });

  test('a branch of the contents opens by hand', async ({ page, portal }) => {
    await portal.open('/shili/shizhengfa-2022-8');
    const contents = page.getByRole('navigation', { name: '目录' });
    await expect(contents.getByRole('link', { name: /^(?!转发).*培育分类习惯$/ })).toBeHidden();
    await contents.getByRole('listitem').filter({ hasText: '主要任务' }).locator('summary').click();
    await expect(contents.getByRole('link', { name: /^(?!转发).*培育分类习惯$/ })).toBeVisible();
  });
});

test('the card of a section opens, copies and closes by keyboard, and the marker has the focus again', async ({
  page,
  portal,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await portal.open('/shili/shizhengfa-2022-8');
  const marker = portal.main.getByRole('link', { name: '二、', exact: true });
  await portal.awaitScript();
  await marker.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await expect(card(page).getByRole('button', { name: '复制链接' })).toBeFocused();
  await expect(card(page)).toContainText('（示政发〔2022〕8号）第二部分');
  await expect(card(page).getByRole('img', { name: '二维码' })).toBeVisible();
  expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(card(page).getByText('已复制').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/shili\/shizhengfa-2022-8\/a-2\?k=a-2\.[0-9a-z]{6}$/,
  );
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(marker).toBeFocused();
});

test('arriving by a link: the section has the focus, and the bar says where one is', async ({ page, portal }) => {
  await portal.open(`${plan}#a-4.1.7`);
  await expect(portal.place).toBeInViewport();
  await expect(portal.place).toBeFocused();
  const top = await portal.place.evaluate((element) => element.getBoundingClientRect().top);
  expect(top, 'below the bar').toBeGreaterThan(60);
  await expect(bar(page)).toContainText('示政发〔2023〕5号四、（一）');
  const here = page.getByRole('navigation', { name: '目录' }).locator('[aria-current=location]');
  await expect(here).toBeVisible();
  await expect(here).toContainText('（一）');
});

test('on a phone the bar opens the contents as a sheet', { tag: '@phone-only' }, async ({ page, portal }) => {
  await portal.open(`${plan}#a-4.1.7`);
  const sheet = page.getByRole('dialog', { name: '目录' });
  await expect(portal.place).toBeFocused();
  await bar(page).getByRole('link', { name: '目录' }).tap();
  await expect(sheet).toBeVisible();
  await expect(sheet.locator('[aria-current=location]')).toBeInViewport();
  expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
  await sheet.getByRole('link', { name: /^(?!转发).*保障措施$/ }).tap();
  await expect(sheet).toBeHidden();
  await expect(portal.place).toBeInViewport();
});

test(
  'from the top of the longest document to a copied link of a section in three taps',
  { tag: '@phone-only' },
  async ({ page, portal, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize({ width: 360, height: 780 });
    await portal.open(plan);
    await portal.awaitScript();
    await portal.main.getByRole('link', { name: '目录' }).tap();
    const sheet = page.getByRole('dialog', { name: '目录' });
    await expect(sheet).toBeVisible();
    await sheet
      .getByRole('link', { name: /^转发三、/ })
      .first()
      .tap();
    await expect(sheet).toHaveCount(0);
    const copy = card(page).getByRole('button', { name: '复制链接' });
    await expect(copy).toBeFocused();
    await expect(card(page).getByRole('img', { name: '二维码' }), 'the code comes second').toBeHidden();
    expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
    await copy.tap();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /\/shili\/shizhengfa-2023-5\/a-3\?k=a-3\.[0-9a-z]{6}$/,
    );
    await card(page).getByText('让对方扫码').tap();
    await expect(card(page).getByRole('img', { name: '二维码' })).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(portal.main.getByRole('link', { name: '目录' }), 'what opened the list').toBeFocused();
  },
);

test('the contents list 专栏 and tables, and leave the lines that have some words', async ({ page, portal }) => {
  await portal.open(plan);
  await portal.awaitScript();
  const contents = page.getByRole('navigation', { name: '目录' });
  const lines = contents.getByRole('listitem');
  const all = await lines.count();
  await expect(contents.getByText('专栏', { exact: true })).toBeVisible();
  await expect(contents.getByText('表', { exact: true })).toBeVisible();
  const field = contents.getByRole('searchbox', { name: '找一节' });
  const deep = contents.locator('details details a').first();
  await expect(deep).toBeHidden();
  const words = (await deep.locator('span').last().textContent())!.slice(0, 6);
  await field.fill(` ${words.slice(0, 3)}，${words.slice(3)}`);
  await expect(deep, 'the branch opens').toBeVisible();
  expect(await lines.count()).toBeLessThan(all);
  await field.fill('这几个字哪里都没有');
  await expect(lines).toHaveCount(0);
  await expect(contents.getByRole('status')).toHaveText('目录中没有这样的一节');
  await field.fill('');
  await expect(lines).toHaveCount(all);
  await expect(deep).toBeHidden();
  await field.fill(words);
  await field.press('Enter');
  await expect(portal.place).toBeInViewport();
});

test(
  'without script 转发 in a line of the contents leads to the page of the section',
  { tag: '@no-javascript' },
  async ({ page, portal }) => {
    await portal.open(plan);
    const contents = page.getByRole('navigation', { name: '目录' });
    await contents
      .getByRole('link', { name: /^转发三、/ })
      .first()
      .click();
    const alone = page.getByRole('dialog').getByRole('link', { name: '单独一页' });
    const arrived = page.getByRole('heading', { level: 1 }).filter({ hasText: '三、' });
    await expect(alone.or(arrived)).toBeVisible();
  },
);

test('an address that names no section of the document is told', async ({ page, portal }) => {
  await portal.open(`${plan}#a-99.1`);
  const told = portal.main.getByRole('status').filter({ hasText: '没有找到“a-99.1”这一节' });
  await expect(told).toBeVisible();
  await page.evaluate(() => (location.hash = '#a-3'));
  await expect(portal.place).toBeInViewport();
  await expect(told).toHaveCount(0);
});

test('a wide table keeps its head and its first columns while it scrolls', async ({ page, portal }) => {
  await page.setViewportSize({ width: 800, height: 700 });
  await portal.open(`${plan}/f1`);
  const scroll = portal.main.getByRole('group', { name: '可滚动' });
  const [first, last] = [scroll.getByRole('columnheader').first(), scroll.getByRole('columnheader').last()];
  const left = (await first.boundingBox())!.x;
  await scroll.evaluate((group) => (group.scrollLeft = group.scrollWidth));
  await expect(last).toBeInViewport();
  expect((await first.boundingBox())!.x).toBeCloseTo(left, 0);
});

test(
  'on a phone a table of many columns is read row by row, or as the table',
  { tag: '@phone-only' },
  async ({ portal }) => {
    await portal.open(`${plan}/f1`);
    const head = portal.main.getByRole('columnheader').first();
    await expect(head).toBeHidden();
    await portal.main.getByText('按表格看').tap();
    await expect(head).toBeVisible();
  },
);

test('from mark to mark', async ({ page, portal }) => {
  await portal.open('/shili/shizhenggui-2023-1?q=社区食堂#a-t10');
  const count = bar(page).getByRole('status');
  await expect(count).toHaveText(/^\d+ 次$/);
  await bar(page).getByRole('button', { name: '下一处' }).click();
  await expect(count).toHaveText(/^\d+ \//);
  const at = parseInt((await count.textContent())!);
  await expect(page.locator('mark[data-current]')).toBeInViewport();
  await bar(page).getByRole('button', { name: '上一处' }).click();
  await expect(count).toHaveText(new RegExp(`^${at - 1} / `));
});

test('selected words have an address that marks them', async ({ page, portal }) => {
  await portal.open('/shili/shizhenggui-2023-1#a-t10');
  await expect(portal.place).toBeFocused();
  await portal.place.evaluate((place) => {
    const words = document.createRange();
    words.selectNodeContents(place.lastChild!);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(words);
  });
  const button = page.getByRole('button', { name: '复制选中文字的链接' });
  await expect(button).toBeVisible();
  expect(await button.getAttribute('data-copy')).toMatch(
    /\/shili\/shizhenggui-2023-1\?k=a-t10\.[0-9a-z]{6}#a-t10:~:text=[^,]/,
  );
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toHaveCount(0);
});
