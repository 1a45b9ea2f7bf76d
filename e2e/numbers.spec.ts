import { expect, test } from './support/fixtures';

// /wenhao/…: the page of a 文号, in whatever spelling.
for (const spelling of [
  '示政办发〔2022〕15号',
  '示政办发[2022]15号',
  '示政办发［２０２２］第015号',
  '示政办发2022-15',
  '示政办发 2022 15',
  '%E7%A4%BA%E6%94%BF%E5%8A%9E%E5%8F%91%E3%80%942022%E3%80%9515%E5%8F%B7',
]) {
  test(`/wenhao/${spelling} arrives at the document`, async ({ page, portal }) => {
    await portal.open(`/wenhao/${spelling}`);
    await expect(page).toHaveURL('/shili/shizhengbanfa-2022-15');
  });
}

test('a 文号 in the place of a document’s address leads to the document', async ({ page, portal }) => {
  await portal.open('/shili/示政办发〔2022〕15号');
  await expect(page).toHaveURL('/shili/shizhengbanfa-2022-15');
});

test('the number of an order leads to the order', async ({ page, portal }) => {
  await portal.open('/wenhao/示例市人民政府令第7号');
  await expect(page).toHaveURL('/shili/shilishirenminzhengfuling-7');
});

test('a number that fits several documents gives a choice', async ({ page, portal }) => {
  await portal.open('/wenhao/示政规2023');
  await expect(portal.heading).toHaveText('示政规2023');
  await expect(portal.main).toContainText('2 件');
  await expect(portal.entry('示政规〔2023〕1号').getByRole('link')).toBeVisible();
  await portal.openDocument('示政规〔2023〕4号');
  await expect(page).toHaveURL('/shili/shizhenggui-2023-4');
});

test('a number that is not held shows every title it is cited with, and who repealed it', async ({ portal }) => {
  await portal.open('/wenhao/示政办发2020-33');
  await expect(portal.heading, 'in its standard spelling').toHaveText('示政办发〔2020〕33号');
  await expect(portal.main).toContainText('《示例市人民政府办公室关于规范居家助餐服务价格的通知》');
  await expect(portal.main.getByRole('heading', { level: 3, name: /^废止/ })).toBeVisible();
  await expect(portal.citing('示政规〔2023〕1号')).toBeVisible();
  expect(await portal.canonical()).toBe('/wenhao/示政办发〔2020〕33号');
});

test('a number that nobody cites offers numbers that are nearly the same', async ({ page, portal }) => {
  await portal.open('/wenhao/示政发〔2022〕9号');
  await expect(portal.heading).toHaveText('示政发〔2022〕9号');
  await portal.main.getByRole('link', { name: '示政发〔2022〕8号' }).click();
  await expect(page).toHaveURL('/shili/shizhengfa-2022-8');
});

test('words that are no number get help: what a number looks like, and a search for the words', async ({
  page,
  portal,
}) => {
  const response = await page.goto('/wenhao/社区食堂');
  expect(response?.status()).toBe(404);
  await expect(portal.heading).toHaveText('认不出这个文号');
  await expect(portal.main).toContainText('机关代字、年份、序号');
  await expect(portal.searchBox).toBeVisible();
  await portal.main.getByRole('link', { name: '社区食堂' }).click();
  await expect(portal.hits.first()).toBeVisible();
});
