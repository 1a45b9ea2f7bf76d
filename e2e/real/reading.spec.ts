import { expect, realTest as test } from '@/e2e/support/fixtures';

test(
  'on a phone the figures and the text of a real document stand on the first screen',
  { tag: '@phone-only' },
  async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await portal.open('/benxi/benzhenggui-2023-4');
    const first = await portal.main.getByRole('region', { name: '要点' }).getByRole('link').first().boundingBox();
    const text = await portal.main.locator('.prose p').first().boundingBox();
    expect(first!.y).toBeLessThanOrEqual(560);
    expect(text!.y).toBeLessThanOrEqual(760);
  },
);

// The real gazettes of 本溪市 and 阜新市. None of their sentences stands here: the stories follow
// numbers.
test.describe('reading the real gazettes', { tag: '@no-javascript' }, () => {
  test('from an issue of 2022 along a citation into one of 2018, and back to the very section', async ({
    page,
    portal,
  }) => {
    await portal.openHome();
    await portal.openMunicipality('本溪市');
    await portal.openIssue(2022, 3);
    await portal.openDocument('本政发〔2022〕2号');

    const section = await portal.followCitation('本政办发〔2018〕58号');
    await expect(page).toHaveURL('/benxi/benzhengbanfa-2018-58');
    await expect(portal.docNumber('本政办发〔2018〕58号')).toBeVisible();
    await expect(portal.main.getByRole('link', { name: '公报2018年第6号' }).first()).toBeVisible();

    await expect(portal.citedBy.locator('mark')).toHaveText('本政办发〔2018〕58号');
    await portal.openCitingSection('本政发〔2022〕2号');
    await expect(page).toHaveURL(`/benxi/benzhengfa-2022-2#${section}`);
    await expect(portal.citations('本政办发〔2018〕58号').first()).toBeInViewport();
  });

  test('本溪市 has four issues', async ({ portal }) => {
    await portal.open('/benxi');
    await expect(portal.main.getByRole('link', { name: /^第\d号/ })).toHaveCount(4);
    for (const [year, number] of [
      [2023, 5],
      [2023, 3],
      [2022, 3],
      [2018, 6],
    ] as const) {
      await expect(portal.issueLink(year, number)).toBeVisible();
    }
  });

  test('阜新市 has one document, which stands in no issue', async ({ page, portal }) => {
    await portal.open('/fuxin');
    await expect(page.locator('#standalone').getByRole('listitem')).toHaveCount(1);
    await portal.openDocument('阜卫发〔2022〕35号');
    await expect(page).toHaveURL('/fuxin/fuweifa-2022-35');
    await expect(portal.main).toContainText('单行文件');
  });

  test('本政规〔2023〕4号 repeals 本政办发〔2022〕22号, whose page says so with the sentence', async ({
    page,
    portal,
  }) => {
    await portal.open('/wenhao/本政办发〔2022〕22号');
    await expect(portal.validity).toContainText('已废止');
    await expect(portal.validity.locator('mark').first()).toContainText('本政办发〔2022〕22号');
    await portal.validity.getByRole('link', { name: '本政规〔2023〕4号' }).first().click();
    await expect(page).toHaveURL(/\/benxi\/benzhenggui-2023-4#/);
    await expect(portal.place).toBeInViewport();
    await expect(portal.citations('本政办发〔2022〕22号').first()).toBeVisible();
  });

  test('本政发〔2022〕6号 is one page with its twelve citing places and two variants of its title', async ({
    portal,
  }) => {
    await portal.open('/wenhao/本政发〔2022〕6号');
    await expect(portal.heading).toHaveText('本政发〔2022〕6号');
    const titles = portal.main.getByRole('region', { name: '引用时所用标题' });
    await expect(titles.getByRole('listitem')).toHaveCount(2);
    await expect(
      portal.main.getByRole('region', { name: '引用情况' }).getByRole('heading', { level: 2 }),
    ).toBeVisible();
    await expect(portal.main.getByRole('region', { name: '引用情况' })).toContainText('12 次');
  });

  test('a number that is not held names the section that cites it and leads there', async ({ page, portal }) => {
    await portal.open('/wenhao/国发〔2022〕22号');
    await expect(portal.heading).toHaveText('国发〔2022〕22号');
    await expect(portal.citing('本政发〔2023〕5号').locator('mark')).toHaveText('国发〔2022〕22号');
    await portal.openCitingSection('本政发〔2023〕5号');
    await expect(page).toHaveURL(/\/benxi\/benzhengfa-2023-5#/);
    await expect(portal.place).toContainText('国发〔2022〕22号');
  });
});

test.describe('searching the real gazettes', { tag: '@no-javascript' }, () => {
  test('本政办发[2018]58 opens the document from the box', async ({ page, portal }) => {
    await portal.openHome();
    await portal.searchBox.fill('本政办发[2018]58');
    await portal.searchBox.press('Enter');
    await expect(page).toHaveURL('/benxi/benzhengbanfa-2018-58');
  });

  test('养老: sections of several documents, narrowed to 2022, opened with the words marked', async ({
    page,
    portal,
  }) => {
    await portal.openHome();
    await portal.search('养老');
    const withSections = portal.hits.filter({ has: page.getByRole('listitem').locator('mark', { hasText: '养老' }) });
    expect(await withSections.count()).toBeGreaterThanOrEqual(4);
    const all = await portal.hits.count();
    await page
      .getByRole('navigation', { name: '筛选' })
      .getByRole('link', { name: /^2022年/ })
      .click();
    await portal.arrive(/&from=2022&to=2022$/);
    const left = await portal.hits.count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    for (const day of await portal.hits.locator('.by time').all()) await expect(day).toHaveText(/^2022年/);
    const section = portal.hits
      .first()
      .getByRole('listitem')
      .filter({ has: page.locator('p mark') })
      .first();
    await section.getByRole('link').click();
    await expect(page).toHaveURL(/\?q=%E5%85%BB%E8%80%81#/);
    await expect(portal.place).toBeInViewport();
    await expect(portal.main.getByRole('article').locator('mark', { hasText: '养老' }).first()).toBeVisible();
  });

  test('低保 孤儿: both words in one section of the notice on standards and of the plan of 2018', async ({
    portal,
  }) => {
    await portal.openHome();
    await portal.search('低保 孤儿');
    const notice = portal.hits.filter({ hasText: '本政规〔2023〕4号' });
    await expect(notice.getByRole('listitem').first().locator('mark')).toContainText(['孤儿', '低保']);
    await expect(portal.hits.filter({ hasText: '本政办发〔2018〕68号' }).getByRole('listitem')).toHaveCount(1);
  });

  test('养老 床位 in tables alone: the table of indicators', async ({ page, portal }) => {
    await portal.open('/search?q=养老 床位&place=table');
    const hit = portal.hits.filter({ hasText: '本政发〔2022〕2号' });
    await expect(hit.getByRole('listitem').locator('mark').first()).toBeVisible();
    await expect(page.getByRole('list', { name: '已选条件' })).toContainText('位置：表格');
  });
});

for (const spelling of [
  '本政办发[2018]58号',
  '本政办发2018-58',
  '%E6%9C%AC%E6%94%BF%E5%8A%9E%E5%8F%91%E3%80%942018%E3%80%9558%E5%8F%B7',
]) {
  test(`/wenhao/${spelling} arrives at the document of 2018`, async ({ page, portal }) => {
    await portal.open(`/wenhao/${spelling}`);
    await expect(page).toHaveURL('/benxi/benzhengbanfa-2018-58');
  });
}

test('pages without 示例市 do not call themselves a sample', async ({ portal }) => {
  for (const address of ['/benxi', '/benxi/issues/2022/3', '/benxi/benzhengfa-2022-2', '/wenhao/国发〔2022〕22号']) {
    await portal.open(address);
    await expect(portal.heading).toBeVisible();
    await expect(portal.sampleNotice, address).toHaveCount(0);
  }
});
