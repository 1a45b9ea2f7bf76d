import { expect, test } from './fixtures';

test.describe('searching', { tag: '@no-javascript' }, () => {
  test('a word gives documents with their sections, the word marked, each linked to its place', async ({
    page,
    portal,
  }) => {
    await portal.openHome();
    await portal.search('保洁重点河段');
    const hit = portal.hits.filter({ hasText: '示例市人民政府令第7号' });
    const section = hit.getByRole('listitem').filter({ hasText: '第十条' });
    await expect(section.locator('mark')).toHaveText('保洁重点河段');
    await section.getByRole('link').click();
    await expect(page).toHaveURL('/shili/shilishirenminzhengfuling-7#a-t10');
    await expect(portal.place).toBeInViewport();
    await expect(portal.place).toContainText('公布保洁重点河段名录');
  });

  for (const spelling of [
    '示政办发〔2022〕15号',
    '示政办发2022-15',
    '示政办发 [2022] 15',
    '示政办发２０２２第１５号',
  ]) {
    test(`${spelling}: the document that bears the number goes first`, async ({ page, portal }) => {
      await portal.openHome();
      await portal.search(spelling);
      await expect(portal.main.getByRole('region', { name: '文号' })).toContainText('已收录');
      await portal.main.getByRole('link').first().click();
      await expect(page).toHaveURL('/shili/shizhengbanfa-2022-15');
    });
  }
});

test('behind a number come those that cite it', async ({ portal }) => {
  await portal.open('/search?q=示政办发〔2022〕15号');
  await expect(portal.hits.filter({ hasText: '示政规〔2023〕1号' })).toContainText('同时废止');
  await expect(portal.hits.filter({ hasText: '示政函〔2022〕21号' })).toBeVisible();
});

test('a number that is not held leads to its page', async ({ portal }) => {
  await portal.open('/search?q=示政办发2020-33');
  const number = portal.main.getByRole('region', { name: '文号' });
  await expect(number).toContainText('未收录');
  await number.getByRole('link').click();
  await expect(portal.heading).toHaveText('示政办发〔2020〕33号');
});

test('two words are both wanted', async ({ portal }) => {
  await portal.openHome();
  await portal.search('社区食堂 骑行费用');
  await expect(portal.hits).toHaveCount(1);
  await expect(portal.hits).toContainText('示发改发〔2023〕3号');
  await expect(portal.hits.locator('mark')).toHaveText(['社区食堂', '骑行费用']);
});

test('a phrase in quotation marks is wanted as it stands', async ({ portal }) => {
  // Both words stand in the order about rivers, but never side by side.
  await portal.open('/search?q=保洁 名录');
  await expect(portal.hits.filter({ hasText: '示例市人民政府令第7号' }).first()).toBeVisible();
  await portal.open('/search?q="保洁 名录"');
  await expect(portal.main).toContainText('没有找到');
  await expect(portal.hits).toHaveCount(0);
  for (const phrase of ['"保洁重点河段名录"', '“保洁重点河段名录”']) {
    await portal.open(`/search?q=${phrase}`);
    await expect(portal.hits.first().locator('mark').first()).toHaveText('保洁重点河段名录');
  }
});

test('full-width and half-width punctuation are the same to the search', async ({ portal }) => {
  // The source prints them half-width, the page shows them full-width; a reader may have copied from either.
  for (const comma of [',', '，']) {
    await portal.open(`/search?q="设立加装电梯专门窗口${comma}一次性告知所需材料"`);
    await expect(portal.hits).toHaveCount(1);
    await expect(portal.hits).toContainText('示政发〔2023〕2号');
  }
});

test('the filters limit to a municipality and a year, and can be dropped', async ({ page, portal }) => {
  await portal.open('/search?q=社区食堂');
  await page.getByLabel('城市').selectOption({ label: '示例市（示例）' });
  await page.getByLabel('年份').fill('2022');
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/municipality=shili&year=2022$/);
  await expect(portal.hits.first()).toBeVisible();
  await expect(portal.hits.filter({ hasText: '2023年第1号' })).toHaveCount(0);
  await expect(portal.searchBox).toHaveValue('社区食堂');
  await page.getByRole('link', { name: '清除筛选' }).click();
  await expect(portal.hits.filter({ hasText: '2023年第1号' }).first()).toBeVisible();
});

test('nothing found says what was asked and offers the way on', async ({ page, portal }) => {
  await portal.openHome();
  await portal.search('社区食堂 这几个字哪里都没有');
  await expect(portal.main).toContainText('没有找到“社区食堂 这几个字哪里都没有”');
  await expect(portal.searchBox).toHaveValue('社区食堂 这几个字哪里都没有');
  await portal.main.getByRole('link', { name: '“社区食堂”' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === '社区食堂');
  await expect(portal.hits.first()).toBeVisible();
});

test('the search page without words asks for some', async ({ portal }) => {
  await portal.open('/search');
  await expect(portal.heading).toHaveText('检索');
  await expect(portal.searchBox).toBeEmpty();
});
