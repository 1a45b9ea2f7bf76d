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

  test('a correction leads to what it corrects and back, and both are in the list of corrections', async ({
    page,
    portal,
    request,
  }) => {
    await portal.open('/shili');
    await portal.main.getByRole('link', { name: '公报刊登的更正' }).first().click();
    await expect(portal.heading).toHaveText(/示例市公报刊登的更正/);
    const row = portal.main.getByRole('listitem').filter({ hasText: '示政办函〔2024〕5号' });
    await expect(row).toContainText('应为“改造投放点302处”');
    await row
      .getByRole('link', { name: /生活垃圾分类三年提升行动方案/ })
      .last()
      .click();
    await page.goto('/shili/shizhengfa-2022-8');
    await portal.main.getByRole('link', { name: '更正 1 件' }).click();
    const block = page.getByRole('region', { name: '更正', exact: true });
    await block.getByRole('link', { name: /的更正$/ }).click();
    await expect(page).toHaveURL(/\/shili\/shizhengbanhan-2024-5$/);
    await expect(page.getByRole('region', { name: '本文更正的文件' })).toContainText('示政发〔2022〕8号');
    await portal.open('/corrections');
    await expect(portal.main).toContainText('示政办函〔2024〕5号');
    const feed = await request.get('/shili/corrections.json');
    expect(JSON.stringify(await feed.json())).toContain('示政办函〔2024〕5号');
  });

  test('an interpretation is listed on the rule, and the rule on it', async ({ page, portal }) => {
    await portal.open(RULES);
    const block = page.getByRole('region', { name: '解读', exact: true });
    await block.getByRole('link', { name: '《示例市社区食堂管理办法》政策解读' }).click();
    await expect(page.getByRole('region', { name: '本文解读的文件' })).toContainText('示政规〔2023〕1号');
  });

  test('a rule shows its basis, and the register which basis is over', async ({ page, portal }) => {
    await portal.open('/shili/shizhenggui-2024-3');
    await expect(page.getByRole('region', { name: '制定依据' })).toContainText('示政规〔2022〕3号');
    await portal.open('/shili/validity?tab=basis');
    const row = portal.main.getByRole('listitem').filter({ hasText: '示政规〔2024〕3号' }).first();
    await row.getByText('制定依据已废止或较新 1 件').click();
    await expect(row).toContainText('根据《示例市人民政府关于加强公共自行车停放管理的通告》');
    await portal.open('/shili/validity?tab=conflict');
    await expect(portal.main).toContainText('示政规〔2024〕3号');
  });

  test('a list that ends parts changes a document, and one row names its document by title', async ({ portal }) => {
    await portal.open('/shili/shizhengbanhan-2023-12');
    await expect(portal.validity).toContainText('废止部分条款');
    await portal.open('/shili/validity?tab=amended');
    await expect(portal.main).toContainText('示政办函〔2023〕12号');
  });

  test('the register is a sheet, a Word table, a calendar, a feed and data', async ({ request }) => {
    const types = {
      'validity.xlsx?tab=expired': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'validity.docx?tab=expired': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'validity.ics': 'text/calendar',
      'validity.atom': 'application/atom+xml',
    };
    for (const [name, type] of Object.entries(types)) {
      const answer = await request.get(`/shili/${name}`);
      expect(answer.status(), name).toBe(200);
      expect(answer.headers()['content-type'], name).toContain(type);
    }
    expect(await (await request.get('/shili/validity.ics')).text()).toContain('BEGIN:VEVENT');
    const register = (await (await request.get('/api/v1/municipalities/shili/validity?tab=amended')).json()) as {
      items: { document: { docNumber: string }; validity: { proof: { dayFrom: string | null }[] } }[];
    };
    const rule = register.items.find(({ document }) => document.docNumber === '示政规〔2023〕1号')!;
    expect(rule.validity.proof.every(({ dayFrom }) => dayFrom !== null)).toBe(true);
    const data = (await (await request.get('/api/v1/documents/shili/shizhenggui-2023-1/validity')).json()) as {
      validity: { state: string };
      articles: { name: string; lines: string[] }[];
    };
    expect(data.validity.state).toBe('amended');
    expect(data.articles.find(({ name }) => name === '第九条')?.lines.join('')).toContain('每人每餐补助4元');
    expect((await request.get('/api/v1/municipalities/shili/validity?tab=none')).status()).toBe(400);
  });
});
