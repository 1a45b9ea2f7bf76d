import mammoth from 'mammoth';
import { expect, test } from './support/fixtures';

const RULES = '/shili/shizhenggui-2023-1';
const DECISION = '示政规〔2023〕4号';

test.describe('the text of a day', { tag: '@no-javascript' }, () => {
  test('a reader chooses a period, and reads how the text was and is, with the decision and its sentence', async ({
    page,
    portal,
  }) => {
    await portal.open(RULES);
    const periods = page.getByRole('navigation', { name: '历次修改' });
    await periods.getByRole('link', { name: '2023年7月1日起' }).click();
    await expect(page).toHaveURL(`${RULES}?on=2023-07-01`);
    await expect(portal.main.getByRole('note').first()).toContainText('本站整理，非正式文本');
    const article = page.locator('#a-t9');
    await expect(article).toContainText('七十五周岁以上老年人，每人每餐补助4元');
    await expect(article).not.toContainText('补助3元');
    const changed = portal.main.getByRole('complementary', { name: '第九条的修改' });
    await expect(changed).toContainText('自2023年7月1日起');
    await expect(changed.getByRole('link', { name: DECISION })).toHaveAttribute('href', /\/shizhenggui-2023-4#/);
    await changed.getByText('这次修改前的文字').click();
    await expect(changed.getByText('补助3元')).toBeVisible();
    await expect(portal.main.getByRole('complementary', { name: /条的修改$/ })).toHaveCount(3);
    await expect(periods.locator('[aria-current]')).toHaveText('2023年7月1日起');
    await periods.getByRole('link').first().click();
    await expect(page.locator('#a-t9')).toContainText('补助3元');
    await expect(portal.main.getByRole('complementary', { name: /条的修改$/ })).toHaveCount(0);
  });

  test('a day is typed: inside a period it leads to the first day, before the text there is none', async ({
    page,
    portal,
  }) => {
    await portal.open(RULES);
    const periods = page.getByRole('navigation', { name: '历次修改' });
    await periods.getByLabel('看某一天的文本').fill('2024-02-29');
    await periods.getByRole('button', { name: '看' }).click();
    await expect(page).toHaveURL(`${RULES}?on=2023-07-01`);
    for (const day of ['1999-01-01', '2023-02-30']) {
      const response = await page.goto(`${RULES}?on=${day}`);
      expect(response?.status()).toBe(404);
      await expect(portal.heading).toHaveText('没有这一天的文本');
    }
  });
});

test.describe('a section of the text of a day', { tag: '@no-javascript' }, () => {
  test('a reader of an article chooses a period, and reads how it was and is, with the decision and its sentence', async ({
    page,
    portal,
  }) => {
    await portal.open(`${RULES}/a-t9`);
    const periods = page.getByRole('navigation', { name: '历次修改' });
    await periods.getByRole('link', { name: '2023年7月1日起' }).click();
    await expect(page).toHaveURL(`${RULES}/a-t9?on=2023-07-01`);
    await expect(portal.main.getByRole('note').first()).toContainText('2023年7月1日起的文本，本站整理，非正式文本');
    await expect(portal.heading).toContainText('第九条');
    await expect(portal.main).toContainText('七十五周岁以上老年人，每人每餐补助4元');
    const changed = portal.main.getByRole('complementary', { name: '第九条的修改' });
    await expect(changed.getByRole('link', { name: DECISION })).toHaveAttribute('href', /\/shizhenggui-2023-4#/);
    await changed.getByText('这次修改前的文字').click();
    await expect(changed.getByText('补助3元')).toBeVisible();
    await portal.main.getByRole('link', { name: '看原文' }).click();
    await expect(page).toHaveURL(`${RULES}/a-t9`);
    await expect(portal.main).toContainText('补助3元');
    // Neighbours are those of the same day.
    await portal.open(`${RULES}/a-t9?on=2023-07-01`);
    await page.getByRole('navigation', { name: '相邻各节' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/a-t8\?on=2023-07-01$/);
    await expect(portal.main.getByRole('complementary', { name: /条的修改$/ })).toHaveCount(0);
  });

  test('a day inside a period leads to the first one; before the text there is none; files and 繁體 follow', async ({
    page,
    portal,
    request,
  }) => {
    await portal.open(`${RULES}/a-t9?on=2024-02-29`);
    await expect(page).toHaveURL(`${RULES}/a-t9?on=2023-07-01`);
    expect((await page.goto(`${RULES}/a-t9?on=1999-01-01`))?.status()).toBe(404);
    await expect(portal.heading).toHaveText('没有这一天的文本');
    expect((await page.goto(`${RULES}/a-t99?on=2023-07-01`))?.status()).toBe(404);
    await portal.open(`/zh-hant${RULES}/a-t9?on=2024-01-01`);
    await expect(page).toHaveURL(`/zh-hant${RULES}/a-t9?on=2023-07-01`);
    await expect(portal.main).toContainText('每人每餐補助4元');
    const file = portal.main.getByRole('region', { name: '下載' }).getByRole('link', { name: 'Word' });
    const address = (await file.getAttribute('href'))!;
    expect(address).toContain('/files/a-t9.docx?on=2023-07-01');
    expect((await request.get(address)).status()).toBe(200);
  });
});

test('of the sections only those of the newest text that a decision touches are for search engines', async ({
  page,
  portal,
}) => {
  const canonical = page.locator('link[rel=canonical]');
  const robots = page.locator('meta[name=robots]');
  await portal.open(`${RULES}/a-t9?on=2023-07-01`);
  await expect(robots).toHaveCount(0);
  await expect(canonical).toHaveAttribute('href', /\/a-t9\?on=2023-07-01$/);
  await portal.open(`${RULES}/a-t8?on=2023-07-01`);
  await expect(canonical).toHaveAttribute('href', /\/a-t8$/);
  await portal.open(`${RULES}/a-t9`);
  await expect(canonical).toHaveAttribute('href', /\/a-t9$/);
  await page.getByRole('navigation', { name: '历次修改' }).getByRole('link').first().click();
  await expect(robots).toHaveAttribute('content', /noindex/);
  await expect(canonical).toHaveAttribute('href', /\/a-t9$/);
  // Kept by itself.
  const tagOf = async (address: string) => (await page.request.get(address)).headers().etag;
  expect(await tagOf(`${RULES}/a-t9`)).not.toBe(await tagOf(`${RULES}/a-t9?on=2023-07-01`));
});

test('the address of a 款 shows it below the bar, and marks it', async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await portal.open(`${RULES}/a-t9.k2`);
  await expect(page).toHaveURL(`${RULES}#a-t9.k2`);
  const paragraph = page.locator('[id="a-t9.k2"]');
  await expect(paragraph).toContainText('补助通过刷卡或者扫码方式即时抵扣');
  await expect(paragraph).toBeInViewport({ ratio: 1 });
  const bar = await page.locator('.bar').boundingBox();
  await expect.poll(async () => (await paragraph.boundingBox())!.y).toBeGreaterThan(bar!.y + bar!.height);
  await expect(paragraph).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('only the newest text is for search engines', async ({ page, portal }) => {
  await portal.open(`${RULES}?on=2023-07-01`);
  await expect(page.locator('meta[name=robots]')).toHaveCount(0);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\?on=2023-07-01$/);
  const printed = (await page
    .getByRole('navigation', { name: '历次修改' })
    .getByRole('link')
    .first()
    .getAttribute('href'))!;
  await portal.open(printed);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
});

test('the text of a day is taken along as a file of its own, which says what it is', async ({ portal, request }) => {
  await portal.open(`${RULES}?on=2023-07-01`);
  const downloads = portal.main.getByRole('region', { name: '下载' });
  const address = (await downloads.getByRole('link', { name: 'Word' }).getAttribute('href'))!;
  expect(address).toBe(`${RULES}/files/document.docx?on=2023-07-01`);
  const { value } = await mammoth.convertToHtml({ buffer: await (await request.get(address)).body() });
  expect(value).toContain('每人每餐补助4元');
  expect(value).not.toContain('每人每餐补助3元');
  expect(value).toContain('本站依已收录的修改决定整理，非正式文本');
  for (const format of ['txt', 'md', 'json', 'xml']) {
    const text = await (await request.get(address.replace('docx', format))).text();
    expect(text, format).toContain('每人每餐补助4元');
    expect(text, format).toContain('自2023年7月1日起');
  }
  const inside = await request.get(address.replace('2023-07-01', '2025-01-01'), { maxRedirects: 0 });
  expect([inside.status(), inside.headers().location]).toEqual([307, address]);
  const one = await request.get(`${RULES}/files/a-t9.txt?on=2023-07-01`);
  expect(await one.text()).toContain('每人每餐补助4元');
  expect((await request.get(address.replace('2023-07-01', '1999-01-01'))).status()).toBe(404);
});

test('an answer is kept for each text of a day, and other parameters make no other', async ({ request }) => {
  const tagOf = async (address: string) => (await request.get(address)).headers().etag;
  const now = await tagOf(`${RULES}?on=2023-07-01`);
  expect(now).toBeTruthy();
  expect(now).not.toBe(await tagOf(RULES));
  expect(now).toBe(await tagOf(`${RULES}?utm=1&on=2023-07-01`));
});

test('on paper the text says that it is no official one', async ({ page, portal }) => {
  await page.emulateMedia({ media: 'print' });
  await portal.open(`${RULES}?on=2023-07-01`);
  await expect(portal.main.getByRole('note').first()).toBeVisible();
  await expect(portal.main.getByText('来源：2023年7月1日起的文本，本站整理，非正式文本')).toBeVisible();
  await expect(portal.main.getByRole('link', { name: '看原文' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: '历次修改' })).toBeHidden();
  await portal.open(`${RULES}/a-t9?on=2023-07-01`);
  await expect(portal.main.getByRole('note').first()).toBeVisible();
  await expect(portal.main.getByText('来源：2023年7月1日起的文本，本站整理，非正式文本')).toBeVisible();
  await expect(page.getByRole('navigation', { name: '历次修改' })).toBeHidden();
});

const CHANGED = '第九条已由示政规〔2023〕4号修改，自2023年7月1日起';

test('a hit, the checker and a file say of a clause that a decision changed it', async ({ portal, request }) => {
  await portal.open('/search?q=刷卡或者扫码方式即时抵扣');
  await expect(portal.main.getByText(CHANGED)).toBeVisible();
  await portal.open('/search?q=低油、软烂易嚼');
  await expect(portal.main.getByText(/已由示政规〔2023〕4号修改/)).toHaveCount(0);
  await portal.open('/check');
  await portal.main.getByRole('textbox').fill('按照《示例市社区食堂管理办法》（示政规〔2023〕1号）第九条执行。');
  await portal.main.getByRole('button', { name: '核对' }).click();
  await expect(portal.main.getByText(`${CHANGED}。`)).toBeVisible();
  for (const format of ['txt', 'md']) {
    const text = await (await request.get(`${RULES}/files/document.${format}`)).text();
    expect(text, format).toContain(CHANGED);
    expect(text, format).toContain('每人每餐补助3元');
  }
  const { value } = await mammoth.convertToHtml({
    buffer: await (await request.get(`${RULES}/files/document.docx`)).body(),
  });
  expect(value).toContain(CHANGED);
  const data = (await (await request.get(`${RULES}/files/document.json`)).json()) as {
    clauseStates: Record<string, string>;
    tree: unknown;
  };
  expect(data.clauseStates['a-t9']).toBe(CHANGED);
  expect(JSON.stringify(data.tree)).not.toContain(CHANGED);
  expect(await (await request.get(`${RULES}/files/a-t9.md`)).text()).toContain(CHANGED);
});

test('in traditional characters the text of a day is the same, and a day inside a period leads to its first', async ({
  page,
  portal,
}) => {
  await portal.open(`/zh-hant${RULES}?on=2024-01-01`);
  await expect(page).toHaveURL(`/zh-hant${RULES}?on=2023-07-01`);
  await expect(page.locator('#a-t9')).toContainText('每人每餐補助4元');
});
