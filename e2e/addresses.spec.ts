import { expect, test } from './support/fixtures';

const missing = [
  { what: 'a municipality', address: '/nosuchcity', says: '未找到该市', up: '回首页', to: '/' },
  {
    what: 'an issue',
    address: '/shili/issues/2099/1',
    says: '未找到这一期公报',
    up: '示例市已收录的各期公报和文件',
    to: '/shili',
  },
  {
    what: 'a document',
    address: '/shili/shizhengfa-2099-1',
    says: '未找到该文件',
    up: '示例市已收录的各期公报和文件',
    to: '/shili',
  },
  {
    what: 'a section',
    address: '/shili/shizhengfa-2022-8/a-99',
    says: '未找到这一节',
    up: '看全文',
    to: '/shili/shizhengfa-2022-8',
  },
  {
    what: 'an address below a section',
    address: '/shili/shizhengfa-2022-8/a-1/b/c',
    says: '没有这个页面',
    up: '回首页',
    to: '/',
  },
];

for (const { what, address, says, up, to } of missing) {
  test(
    `${what} that is not there: 404, in Chinese, with a search box and a way up`,
    {
      tag: '@no-javascript',
    },
    async ({ page, portal }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(portal.heading).toHaveText(says);
      await expect(page).toHaveTitle(`${says} · 公报`);
      await expect(portal.searchBox).toBeVisible();
      await portal.main.getByRole('link', { name: up }).click();
      await expect(page).toHaveURL(to);
      await expect(portal.heading).not.toHaveText(says);
    },
  );
}

test('pages that are there answer 200', async ({ request }) => {
  for (const address of [
    '/',
    '/shili',
    '/shili/issues/2023/1',
    '/shili/shizhengfa-2022-8',
    '/shili/shizhengfa-2022-8/a-1',
    '/search',
  ]) {
    expect.soft((await request.get(address)).status(), address).toBe(200);
  }
});

test('/healthz tells that the process answers, /readyz that the database does', async ({ request }) => {
  const health = await request.get('/healthz');
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
  const ready = await request.get('/readyz');
  expect(ready.status()).toBe(200);
  const version = (await (await request.get('/api/v1/version')).json()) as Record<string, string>;
  expect(Object.keys(version)).toEqual(['version', 'build', 'parser', 'rows']);
  expect(version.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(version.build).toMatch(/^[0-9a-f]{12}$/);
  expect(version.rows).toMatch(new RegExp(`^${version.parser!}\\.\\d+\\.\\d+$`));
  const { database, ...others } = (await ready.json()) as { database: Record<string, unknown> };
  const { parser: _, ...shown } = version;
  expect(others).toEqual({ status: 'ready', reasons: [], ...shown, draining: false });
  expect(database).toMatchObject({ role: 'primary', outdatedFiles: 0 });
  expect(database.revision).toMatch(/^\d+-[0-9a-f]{12}$/);
});

for (const address of [
  '/',
  '/shili',
  '/shili/issues/2023/1',
  '/shili/shizhengfa-2023-2',
  '/shili/shizhengfa-2023-2/a-1',
  '/wenhao/示政办发〔2020〕33号',
]) {
  test(`${address} gives itself as its own address, whatever a messenger has added`, async ({ portal }) => {
    await portal.open(address);
    expect(await portal.canonical()).toBe(address);
    await portal.open(`${address}?from=singlemessage&isappinstalled=0&utm_source=x`);
    expect(await portal.canonical()).toBe(address);
    await expect(portal.heading).toBeVisible();
  });
}

test('a section has a title and a description of its own', async ({ page, portal }) => {
  await portal.open('/shili/shilishirenminzhengfuling-7');
  const whole = { title: await page.title(), description: await portal.description() };
  expect(whole.title).toContain('示例市城市河道保洁管理办法');
  expect(whole.description).toContain('示例市人民政府令第7号');

  await portal.open('/shili/shilishirenminzhengfuling-7/a-t5');
  await expect(page).toHaveTitle(/第五条.*示例市人民政府令第7号/);
  expect(await portal.description()).toContain('河道保洁责任按照下列规定确定');

  await portal.open('/shili/shilishirenminzhengfuling-7/a-t6');
  await expect(page).toHaveTitle(/第六条/);
  expect(await portal.description()).toContain('保洁责任单位应当建立保洁台账');
});

test('what a link preview shows is what the page is', async ({ page, portal }) => {
  await portal.open('/shili/shizhengfa-2023-2/a-1');
  const og = (name: string) => page.locator(`meta[property="og:${name}"]`);
  await expect(og('title')).toHaveAttribute('content', /简化办理程序/);
  await expect(og('description')).toHaveAttribute('content', /一窗受理/);
  await expect(og('url')).toHaveAttribute('content', /\/shili\/shizhengfa-2023-2\/a-1$/);
});
