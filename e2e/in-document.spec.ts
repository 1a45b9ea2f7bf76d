import { expect, test } from './support/fixtures';

test.describe('searching inside a document', { tag: ['@no-javascript', '@phone'] }, () => {
  test('a search hit leads to the section, and the words are marked there', async ({ page, portal }) => {
    await portal.openHome();
    await portal.search('保洁重点河段');
    const hit = portal.hits.filter({ hasText: '示例市人民政府令第7号' });
    await hit.getByRole('listitem').filter({ hasText: '第十条' }).getByRole('link').click();
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === '保洁重点河段' && url.hash === '#a-t10');
    await expect(portal.place).toBeInViewport();
    await expect(portal.place.locator('mark')).toHaveText('保洁重点河段');
  });

  test('the box on the page lists the sections that have the words, each a link to its place', async ({
    page,
    portal,
  }) => {
    await portal.open('/shili/shizhenggui-2023-1');
    await expect(portal.marks).toHaveCount(0);
    await portal.findInside('送餐');
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === '送餐' && url.hash === '#hits');
    await expect(portal.hitsInside).toContainText('“送餐”见于本文件 1 节');
    await expect(portal.hitsInside.locator('mark')).toHaveText(['送餐', '送餐', '送餐']);
    await expect(portal.marks).toHaveText(['送餐', '送餐', '送餐']);
    await portal.hitsInside.getByRole('link', { name: '第十条' }).click();
    await expect(portal.place).toBeInViewport();
    await expect(portal.place.locator('mark')).toHaveCount(3);
  });

  test('nothing found says so and offers the whole site', async ({ page, portal }) => {
    await portal.open('/shili/shizhenggui-2023-1');
    await portal.findInside('骑行费用');
    await expect(portal.hitsInside).toContainText('本文件中没有找到“骑行费用”');
    await expect(portal.marks).toHaveCount(0);
    await portal.hitsInside.getByRole('link', { name: '在全站检索“骑行费用”' }).click();
    await expect(portal.hits.first()).toContainText('骑行费用');
    await expect(page).toHaveURL(/\/search\?q=/);
  });
});

test('every word is wanted in one section; there each is marked, elsewhere none', async ({ portal }) => {
  await portal.open('/shili/shizhenggui-2023-1?q=社区食堂 居民');
  await expect(portal.hitsInside).toContainText('“社区食堂 居民”见于本文件');
  for (const hit of await portal.hitsInside.getByRole('listitem').all())
    expect(await hit.getByRole('link').getAttribute('href')).toContain('?q=');
  // 第十二条 has the one without the other.
  await expect(portal.main.locator('#a-t12').locator('mark')).toHaveCount(0);
  await expect(portal.main.locator('#a-t14').locator('mark')).toHaveText(['居民', '社区食堂']);
});

test('words that stand nowhere together are listed apart and marked where each stands', async ({ portal }) => {
  await portal.open('/shili/shizhenggui-2023-1?q=送餐 绩效评价');
  await expect(portal.hitsInside).toContainText('没有一节同时有“送餐 绩效评价”，有其中字句的 2 节');
  await expect(portal.marks).toHaveText(['送餐', '送餐', '送餐', '绩效评价']);
});

test('a long list shows the first sections and unfolds to the others', async ({ portal }) => {
  await portal.open('/shili/shizhenggui-2023-1?q=社区食堂');
  const listed = portal.hitsInside.getByRole('listitem').filter({ visible: true });
  await expect(listed).toHaveCount(8);
  await portal.hitsInside.getByText('再列出').click();
  await expect(listed.nth(8)).toBeVisible();
});

test('words in the title are marked there, those in a table in its cells', async ({ portal }) => {
  await portal.open('/shili/shizhengfa-2023-5?q=品质提升');
  await expect(portal.heading.locator('mark')).toHaveText('品质提升');
});

test('a number is marked in whatever spelling the text has it', async ({ portal }) => {
  await portal.open('/shili/shizhengfa-2024-1?q=示政规2023 1');
  await expect(portal.marks.first()).toHaveText('示政规');
  await expect(portal.hitsInside.getByRole('listitem').first().locator('mark').first()).toHaveText('示政规〔2023〕1号');
});

test('the page of one section has the words marked and leads to them in the whole document', async ({ portal }) => {
  await portal.open('/shili/shizhenggui-2023-1/a-t10?q=送餐');
  await expect(portal.marks).toHaveText(['送餐', '送餐', '送餐']);
  await portal.openWholeDocument();
  await expect(portal.place.locator('mark')).toHaveCount(3);
});

test('a page with marks keeps its own address and stays out of other indexes', async ({ page, portal }) => {
  const robots = page.locator('meta[name=robots]');
  for (const address of ['/shili/shizhenggui-2023-1', '/shili/shizhenggui-2023-1/a-t10']) {
    await portal.open(`${address}?q=送餐`);
    expect(await portal.canonical()).toBe(address);
    await expect(robots).toHaveAttribute('content', /noindex/);
    await portal.open(address);
    await expect(robots).toHaveCount(0);
  }
});

for (const typed of ['"', '-送餐', '%', '\u0000', '😀', '<b>', '标题:', '年:2023', '送'.repeat(1000)]) {
  test(`${JSON.stringify(typed.slice(0, 8))} typed into the box gives a page`, async ({ portal }) => {
    await portal.open(`/shili/shizhenggui-2023-1?q=${encodeURIComponent(typed)}`);
    await expect(portal.heading).toContainText('社区食堂管理办法');
  });
}
