import { expect, test } from './support/fixtures';
import { findOverflow } from './support/overflow';

const ORDINARY = '/shili/shizhengfa-2023-5';

/** Has 要点, a title of five lines, and was changed. */
const FACTS = '/shili/shizhenggui-2023-1';

const REPEALED = '/shili/shizhengbanfa-2022-15';

test('on a phone contents and text stand on the first screen', { tag: '@phone-only' }, async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await portal.open(ORDINARY);
  const contents = await portal.main.getByRole('link', { name: '目录' }).boundingBox();
  const text = await portal.main.locator('.prose p').first().boundingBox();
  // Which real documents do not have.
  const notice = await page.getByRole('complementary', { name: '示例说明' }).boundingBox();
  expect(contents!.y - notice!.height).toBeLessThanOrEqual(420);
  expect(text!.y - notice!.height).toBeLessThanOrEqual(560);
});

test(
  'where 要点 stand, the first is there at once, and the text on the same screen',
  { tag: '@phone-only' },
  async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await portal.open(FACTS);
    const notice = (await page.getByRole('complementary', { name: '示例说明' }).boundingBox())!.height;
    const facts = portal.main.getByRole('region', { name: '要点' });
    const first = await facts.getByRole('link').first().boundingBox();
    const text = await portal.main.locator('.prose p').first().boundingBox();
    expect(first!.y - notice).toBeLessThanOrEqual(560);
    expect(text!.y - notice).toBeLessThanOrEqual(760);
  },
);

test('the notice of the sample keeps clear of the number', { tag: '@phone-only' }, async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await portal.open(ORDINARY);
  const notice = (await page.getByRole('complementary', { name: '示例说明' }).boundingBox())!;
  const number = (await portal.docNumber('示政发〔2023〕5号').boundingBox())!;
  expect(number.y - notice.y - notice.height).toBeGreaterThanOrEqual(6);
});

test(
  'what a document is stands behind one word, and 查找 opens its field',
  { tag: ['@phone-only', '@no-javascript'] },
  async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await portal.open(ORDINARY);
    const facts = portal.main.getByText('成文日期', { exact: true });
    await expect(facts).toBeHidden();
    await portal.main.getByText('文件信息').click();
    await expect(facts).toBeVisible();
    const field = portal.main.getByRole('searchbox', { name: '在本文件中查找' });
    await expect(field).toBeHidden();
    await portal.main.getByRole('link', { name: '查找' }).click();
    await expect(field).toBeVisible();
    await expect(page).toHaveURL(/#find-inside$/);
  },
);

test('type of twice the size loses nothing, at any width', async ({ page, portal }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  for (const address of [ORDINARY, '/', '/shili', '/search?q=社区食堂'])
    for (const width of [360, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await portal.open(address);
      expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(36);
      expect(await findOverflow(page), `${address}, ${width} wide`).toEqual([]);
      const thin = await portal.main.locator('p, li, h1, h2, a').evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility() && each.textContent.trim().length > 4)
          .filter((each) => {
            const { width: own, height } = each.getBoundingClientRect();
            return height > 0 && own > 1 && own < 1.9 * parseFloat(getComputedStyle(each).fontSize);
          })
          .map((each) => each.textContent.slice(0, 20)),
      );
      expect(thin, `one character a line: ${address}, ${width} wide`).toEqual([]);
    }
});

test('where a link leads it is seen that the document does not hold', async ({ page, portal }) => {
  await portal.open(REPEALED);
  await expect(portal.main.getByText('已废止').filter({ visible: true }).first()).toBeVisible();
  const address = await portal.main.locator('.prose [id]').last().getAttribute('id');
  await page.setViewportSize({ width: 360, height: 780 });
  await portal.open(`${REPEALED}#${address}`);
  await expect(portal.place).toBeInViewport();
  await expect(portal.main.getByText('已废止').filter({ visible: true }).first(), 'in the bar').toBeInViewport();
  await expect(page.locator('meta[property="og:description"]')).toHaveAttribute('content', /^【已废止：/);
});
