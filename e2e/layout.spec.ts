import { chooseDisplay } from './support/display';
import { expect, test } from './support/fixtures';
import { findOverflow } from './support/overflow';
import { simplePages } from './support/pages';

test('in the largest type of 长者模式 no page scrolls sideways, on the smallest phone or at 200 %', async ({
  page,
  portal,
  context,
  baseURL,
}) => {
  await chooseDisplay(context, baseURL, 'elder=on&elderSize=large');
  for (const address of simplePages) {
    await portal.open(address);
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await findOverflow(page), `${address}, ${width} wide`).toEqual([]);
    }
  }
});

test(
  'on a phone the contents are closed, open at a touch, and lead to a section',
  { tag: '@phone-only' },
  async ({ page, portal }) => {
    await portal.open('/shili/shizhengfa-2022-8');
    await portal.awaitScript();
    await portal.main.getByRole('link', { name: '目录' }).tap();
    const contents = page.getByRole('dialog', { name: '目录' });
    await expect(contents).toBeVisible();
    const section = contents.getByRole('link', { name: /^(?!转发).*培育分类习惯$/ });
    await expect(section, 'a branch is closed until it is wanted').toBeHidden();
    await contents.getByRole('listitem').filter({ hasText: '主要任务' }).locator('summary').tap();
    await section.tap();
    await expect(page).toHaveURL('/shili/shizhengfa-2022-8#a-2.4');
    await expect(portal.place).toBeInViewport();
    await expect(portal.place).toContainText('培育分类习惯');
  },
);

test('on a desktop the contents stand beside the text and stay there', async ({ page, portal }) => {
  await portal.open('/shili/shizhengfa-2022-8');
  const contents = page.getByRole('navigation', { name: '目录' });
  await contents.getByRole('link', { name: /^(?!转发).*保障措施$/ }).click();
  await expect(portal.place).toBeInViewport();
  await expect(contents.getByRole('link', { name: /^(?!转发).*主要任务$/ })).toBeInViewport();
  const [list, text] = await Promise.all([contents.boundingBox(), portal.place.boundingBox()]);
  expect(list!.x + list!.width).toBeLessThanOrEqual(text!.x);
});

test('a wide table scrolls in itself, also by keyboard', { tag: '@phone-only' }, async ({ page, portal }) => {
  // Nine columns.
  await portal.open('/shili/shizhengfa-2023-5/f1');
  await portal.main.getByText('按表格看').tap();
  const table = portal.main.getByRole('group', { name: '可滚动' });
  await table.focus();
  await expect(table).toBeFocused();
  expect(await table.evaluate((group) => group.scrollWidth > group.clientWidth)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((group) => group.scrollLeft)).toBeGreaterThan(0);
});
