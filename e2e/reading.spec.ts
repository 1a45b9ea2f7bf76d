import { expect, test } from './support/fixtures';

// The sample corpus, read as a citizen reads: these stories run a second time without
// JavaScript.
test.describe('reading the sample gazettes', { tag: '@no-javascript' }, () => {
  test('from home to an article of an order, and back to its place in the whole', async ({ page, portal }) => {
    await portal.openHome();
    await portal.openMunicipality('示例市');
    await portal.openIssue(2023, 1);
    await portal.openDocument('示例市人民政府令第7号');
    await expect(portal.heading).toHaveText('示例市城市河道保洁管理办法');
    await expect(portal.main.getByRole('heading', { name: '第二章' })).toBeVisible();

    await portal.openSection('第五条');
    await expect(page).toHaveURL('/shili/shilishirenminzhengfuling-7/a-t5');
    await expect(portal.main).toContainText('河道保洁责任按照下列规定确定：');
    await expect(portal.main).toContainText('（一）市管河道的保洁责任');
    await expect(portal.main, 'the article stands alone').not.toContainText('台账保存期限');

    await portal.openWholeDocument();
    await expect(page).toHaveURL('/shili/shilishirenminzhengfuling-7#a-t5');
    await expect(portal.place).toContainText('第五条河道保洁责任按照下列规定确定：');
    await expect(portal.main).toContainText('台账保存期限');
  });

  test('a section shows what stands above it and beside it', async ({ page, portal }) => {
    await portal.open('/shili/shilishirenminzhengfuling-7/a-t5');
    const beside = page.getByRole('navigation', { name: '相邻各节' });
    await expect(portal.main.getByRole('link', { name: /^第二章\s*保洁作业$/ })).toBeVisible();
    await expect(portal.main.getByRole('link', { name: /^第一节\s*责任划分$/ })).toBeVisible();
    await expect(beside.getByRole('link', { name: '上一节' })).toContainText('第四条');

    await beside.getByRole('link', { name: '下一节' }).click();
    await expect(portal.heading).toContainText('第六条');
    await portal.main.getByRole('link', { name: /^第二章/ }).click();
    await expect(portal.heading).toContainText('保洁作业');
    await expect(portal.main, 'a chapter holds its articles').toContainText('第九条');
    await expect(portal.main).not.toContainText('第十条');
  });

  test('an issue has its masthead and the contents in its own groups', async ({ page, portal }) => {
    await portal.open('/shili/issues/2023/1');
    await expect(portal.heading).toHaveText('示例市人民政府公报 2023年第1号');
    await expect(portal.main).toContainText('总第33期');
    await expect(portal.main.getByRole('heading', { level: 3 })).toHaveText([
      '示例市人民政府令',
      '示例市人民政府文件',
      '示例市人民政府办公室文件',
      '行政规范性文件',
      '部门文件',
    ]);
    const entry = portal.entry('示政发〔2023〕2号');
    await expect(entry.getByRole('link')).toHaveText(
      '示例市人民政府关于印发《示例市老旧小区既有住宅加装电梯若干措施》的通知',
    );
    await expect(entry.getByText('2023年2月6日')).toBeVisible();
    await expect(page.getByRole('navigation', { name: '位置' }).getByRole('link', { name: '示例市' })).toBeVisible();
  });

  test('from issue to issue, and from document to document', async ({ page, portal }) => {
    await portal.open('/shili/issues/2022/4');
    const issues = page.getByRole('navigation', { name: '前后各期' });
    await expect(issues.getByRole('link'), 'there is none before the first').toHaveCount(1);
    await issues.getByRole('link', { name: '下一期' }).click();
    await expect(portal.heading).toContainText('2023年第1号');
    await issues.getByRole('link', { name: '上一期' }).click();
    await expect(portal.heading).toContainText('2022年第4号');

    await portal.openDocument('示政发〔2022〕8号');
    const documents = page.getByRole('navigation', { name: '前后文件' });
    await documents.getByRole('link', { name: '下一件' }).click();
    await expect(portal.docNumber('示政函〔2022〕21号')).toBeVisible();
    await documents.getByRole('link', { name: '上一件' }).click();
    await expect(portal.docNumber('示政发〔2022〕8号')).toBeVisible();
    await portal.main.getByRole('link', { name: '公报2022年第4号' }).first().click();
    await expect(portal.heading).toContainText('2022年第4号');
  });

  test('a municipality lists its issues newest first, the gaps between them, and what stands in no issue', async ({
    portal,
  }) => {
    await portal.open('/shili');
    await expect(portal.main.getByRole('heading', { level: 3 })).toHaveText([/^2024年/, /^2023年/, /^2022年/]);
    await expect(portal.main.getByRole('link', { name: /^第\d号/ })).toHaveText([/第1号/, /第1号/, /第2号/, /第4号/]);
    // 总第35–37期 are not held: they can only be the end of 2023.
    const in2023 = portal.ofYear(2023).getByRole('listitem');
    await expect(in2023).toHaveText([/第1号/, /第2号/, /第3号未收录/, /第4号未收录/, /第5号未收录/]);
    await expect(in2023.getByRole('link')).toHaveCount(2);
    // The newest documents name it too.
    await expect(portal.entry('示教发〔2023〕12号')).toHaveCount(2);
    await portal.main
      .locator('#standalone')
      .getByRole('listitem')
      .filter({ hasText: '示教发〔2023〕12号' })
      .getByRole('link')
      .first()
      .click();
    await expect(portal.docNumber('示教发〔2023〕12号')).toBeVisible();
    await expect(portal.main).toContainText('单行文件');
  });

  test('the facts about a document keep its dates apart', async ({ page, portal }) => {
    await portal.open('/shili/shizhengfa-2023-2');
    const fact = (name: string) => page.getByRole('term').filter({ hasText: name }).locator('+ dd');
    await expect(fact('发文机关')).toHaveText('示例市人民政府');
    await expect(fact('成文日期')).toHaveText('2023年2月6日');
    await expect(fact('刊登日期')).toHaveText('2023年3月31日');
    await expect(fact('刊载')).toContainText('总第33期');
    await expect(page.getByRole('term').filter({ hasText: '发布日期' }), 'unknown facts are left out').toHaveCount(0);
  });

  test('the contents list leads to a section', async ({ page, portal }) => {
    await portal.open('/shili/shizhengfa-2022-8');
    await page
      .getByRole('navigation', { name: '目录' })
      .getByRole('link', { name: /^(?!转发).*主要任务$/ })
      .click();
    await expect(page).toHaveURL('/shili/shizhengfa-2022-8#a-2');
    await expect(portal.place).toBeInViewport();
    await expect(portal.place).toContainText('主要任务');
  });

  test('a citation of a held document leads there, and its 被引用 leads back to the very section', async ({
    page,
    portal,
  }) => {
    await portal.open('/shili/shizhengfa-2023-5');
    const section = await portal.followCitation('示例市人民政府令第7号');
    // To the article that is cited.
    await expect(page).toHaveURL('/shili/shilishirenminzhengfuling-7#a-t7');

    const citing = portal.citedBy.getByRole('listitem').filter({ hasText: '示政发〔2023〕5号' });
    await expect(citing.locator('mark')).toHaveText('示例市人民政府令第7号');
    await expect(citing.getByRole('blockquote')).toContainText('滨水步道两侧各五米范围');
    await portal.openCitingSection('示政发〔2023〕5号');
    await expect(page).toHaveURL(`/shili/shizhengfa-2023-5#${section}`);
    await expect(portal.place).toContainText('提高保洁水平');
  });

  test('a citation of a document that is not held leads to a page that says so, and back to where it is cited', async ({
    page,
    portal,
  }) => {
    await portal.open('/shili/shilishirenminzhengfuling-7');
    const article = portal.main.getByRole('paragraph').filter({ hasText: '第十五条' });
    await expect(article).toContainText('未收录');
    const section = await portal.followCitation('示例市人民政府令第3号');
    await expect(portal.heading).toHaveText('示例市人民政府令第3号');
    await expect(portal.main).toContainText('还没有收录');
    await expect(portal.main).toContainText('《示例市内河水面清洁若干规定》');
    await portal.openCitingSection('示例市人民政府令第7号');
    await expect(page).toHaveURL(`/shili/shilishirenminzhengfuling-7#${section}`);
    await expect(portal.place).toContainText('第十五条');
  });

  test('a repealed document shows who repealed it, in which sentence', async ({ page, portal }) => {
    await portal.open('/shili/shizhengbanfa-2022-15');
    const repeals = portal.citedBy.locator('section').filter({ has: page.getByRole('heading', { name: /^废止/ }) });
    const repealing = repeals.getByRole('listitem').filter({ hasText: '社区食堂运营补助资金管理细则' });
    await expect(repealing.getByRole('blockquote').locator('mark')).toHaveText('示政办发〔2022〕15号');
    await expect(repealing.getByRole('blockquote')).toContainText('同时废止。');
    await expect(portal.citing('示政函〔2022〕21号')).toBeVisible();
    await expect(repeals).not.toContainText('示政函〔2022〕21号');

    await portal.openCitingSection('示政规〔2023〕1号');
    await expect(page).toHaveURL('/shili/shizhenggui-2023-1#a-t15');
    await expect(portal.place).toContainText('第十五条本办法自2023年5月1日起施行');
  });
});

for (const { what, address } of [
  { what: 'home', address: '/' },
  { what: 'its page', address: '/shili' },
  { what: 'an issue', address: '/shili/issues/2023/1' },
  { what: 'a document', address: '/shili/shizhengfa-2023-2' },
  { what: 'a section', address: '/shili/shizhengfa-2023-2/a-1' },
  { what: 'an issue that is not there', address: '/shili/issues/2099/1' },
  { what: 'a document that is not there', address: '/shili/nosuch' },
  { what: 'a section that is not there', address: '/shili/shizhengfa-2023-2/a-99' },
  { what: 'results', address: '/search?q=社区食堂' },
  { what: 'a result that only its number found', address: '/search?q=示政函2022 21&sort=newest' },
  { what: 'a number that it cites', address: '/wenhao/示例市人民政府令第3号' },
  { what: 'a number that is near to one of its own', address: '/wenhao/示政发〔2022〕9号' },
  { what: 'a choice of numbers', address: '/wenhao/示政规2023' },
]) {
  test(`示例市 is called a sample on ${what}`, async ({ portal }) => {
    await portal.open(address);
    await expect(portal.main).toContainText('示');
    await expect(portal.sampleNotice).toBeVisible();
  });
}
