import { expect, test } from './support/fixtures';

const RULES = '/shili/shizhenggui-2023-1';
const DECISION = '示政规〔2023〕4号';

test.describe('what holds today', { tag: '@no-javascript' }, () => {
  test('an article that a decision changes says how it reads, from when and by which sentence; others say nothing', async ({
    page,
    portal,
  }) => {
    await portal.open(RULES);
    const changed = portal.main.getByRole('complementary', { name: '第九条的修改' });
    await expect(changed).toContainText('已修改');
    await expect(changed).toContainText('每人每餐补助4元');
    await expect(changed).toContainText('自2023年7月1日起');
    await expect(changed).toContainText('非正式文本');
    await changed.getByText('这次修改前的文字').click();
    await expect(changed.getByText('每人每餐补助3元').last()).toBeVisible();
    await expect(portal.main.getByRole('complementary', { name: /条的修改$/ })).toHaveCount(3);
    await changed.getByRole('link', { name: DECISION }).click();
    await expect(page).toHaveURL(/\/shili\/shizhenggui-2023-4#1\.1$/);
  });

  test('the page of an untouched article bears no mark of its own, that of a touched one does', async ({ portal }) => {
    await portal.open(`${RULES}/a-t8`);
    await expect(portal.main.getByRole('complementary', { name: /的修改$/ })).toHaveCount(0);
    await portal.open(`${RULES}/a-t9`);
    await expect(portal.main.getByRole('complementary', { name: '第九条的修改' })).toContainText('每人每餐补助4元');
  });

  test('the register leads from a city to its lists, to a document, and to the sentence that proves it', async ({
    page,
    portal,
    request,
  }) => {
    await portal.open('/shili');
    await portal.main.getByRole('link', { name: '文件时效目录' }).click();
    await expect(portal.heading).toHaveText(/示例市文件时效目录/);
    const lists = page.getByRole('navigation', { name: '时效' });
    await lists.getByRole('link', { name: /^已修改/ }).click();
    await expect(lists.getByRole('link', { name: /^已修改/ })).toHaveAttribute('aria-current', 'page');
    const row = portal.main.getByRole('listitem').filter({ hasText: '示政规〔2023〕1号' }).first();
    await expect(row).toContainText('施行 2023年5月1日');
    await expect(row).toContainText('最后有效日 2028年4月30日');
    await row.getByText(/^依据/).click();
    await expect(row.getByRole('link', { name: DECISION }).first()).toBeVisible();
    const table = await request.get('/shili/validity.csv?tab=amended');
    expect(table.headers()['content-type']).toMatch(/^text\/csv/);
    expect(await table.text()).toContain('示政规〔2023〕1号');
  });

  test('the facts of a document have its first day', async ({ portal }) => {
    await portal.open(RULES);
    await expect(portal.main.getByText('施行日期', { exact: true })).toBeVisible();
    await expect(portal.main.getByRole('definition').filter({ hasText: /^2023年5月1日$/ })).toBeVisible();
  });
});
