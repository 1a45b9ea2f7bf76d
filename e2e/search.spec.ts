import { findViolations, look, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';

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
    await expect(page).toHaveURL(/\/shili\/shilishirenminzhengfuling-7\?q=[^#]+#a-t10$/);
    await expect(portal.place).toBeInViewport();
    await expect(portal.place).toContainText('公布保洁重点河段名录');
  });

  for (const spelling of [
    '示政办发〔2022〕15号',
    '示政办发2022-15',
    '示政办发 [2022] 15',
    '示政办发２０２２第１５号',
  ]) {
    test(`${spelling}: leads from the box straight to the document`, async ({ page, portal }) => {
      await portal.openHome();
      await portal.searchBox.fill(spelling);
      await portal.searchBox.press('Enter');
      await expect(page).toHaveURL('/shili/shizhengbanfa-2022-15');
    });
  }

  test('a number in another order: its document stands alone, then those that cite it', async ({ page, portal }) => {
    await portal.open('/search?q=示政办发〔2022〕15号&sort=newest');
    const number = portal.main.getByRole('region', { name: '文号' });
    await expect(number).toContainText('已收录');
    await expect(number).toContainText('已废止');
    // Its title, and the word that leads to the proof.
    await expect(number.getByRole('link')).toHaveCount(2);
    await expect(portal.heading).toHaveText('4 件文件引用了示政办发〔2022〕15号，共 4 次');
    await expect(portal.hits.filter({ hasText: '同时废止' })).toContainText('示政规〔2023〕1号');
    await expect(portal.hits.filter({ hasText: '示政函〔2022〕21号' })).toBeVisible();
    await number.getByRole('link').first().click();
    await expect(page).toHaveURL('/shili/shizhengbanfa-2022-15');
  });

  test('other words for the same are looked for too, named, and taken off by a click', async ({ page, portal }) => {
    await portal.open('/search?q=低保');
    const line = portal.main.locator('.other-words');
    await expect(line).toContainText('也查找了：最低生活保障');
    await line.getByRole('link', { name: '只查原词' }).click();
    await expect(page).toHaveURL(/&exact=1$/);
    await expect(line).toContainText('没有查找：最低生活保障');
    await line.getByRole('link', { name: '一并查找' }).click();
    await line.getByRole('link', { name: /^最低生活保障/ }).click();
    await expect(page).toHaveURL(/&off=/);
    await expect(line).toContainText('没有查找：最低生活保障');
    await portal.open('/search?q="低保"');
    await expect(line).toBeHidden();
  });

  test('the very words alone are marked in the document, too, and others are one click away', async ({
    page,
    portal,
  }) => {
    const marked = async () => [...new Set(await portal.main.locator('.prose mark').allTextContents())].sort();
    await portal.open('/search?q=增设电梯');
    await portal.main.locator('.other-words').getByRole('link', { name: '只查原词' }).click();
    await portal.hits.first().locator('.places a').first().click();
    await expect(page).toHaveURL(/\?q=[^&]+&exact=1#/);
    expect(await marked()).toEqual(['增设电梯']);
    const line = portal.main.locator('.other-words');
    await expect(line).toContainText('没有查找：加装电梯');
    await line.getByRole('link', { name: '一并查找' }).click();
    await expect(line).toContainText('也查找了：加装电梯');
    expect(await marked()).toEqual(['加装电梯', '增设电梯']);
  });

  test('a number that fits several is a choice', async ({ portal }) => {
    await portal.open('/search?q=示政规2023');
    const number = portal.main.getByRole('region', { name: '文号' });
    await expect(number.getByRole('listitem')).toHaveCount(2);
    await expect(number).toContainText('不止一件');
  });

  test('filters narrow a search, are named, and can be taken off', async ({ page, portal }) => {
    await portal.open('/search?q=社区食堂');
    const filters = page.getByRole('navigation', { name: '筛选' });
    const chosen = page.getByRole('list', { name: '已选条件' });
    await expect(portal.heading).toHaveText('“社区食堂”见于 8 件文件、37 节');
    await filters.getByRole('link', { name: '2022年 2 件' }).click();
    await expect(page).toHaveURL(/&from=2022&to=2022$/);
    await expect(portal.hits).toHaveCount(2);
    await filters.getByRole('link', { name: '已废止 1 件' }).click();
    await expect(portal.hits).toHaveCount(1);
    await expect(portal.hits).toContainText('示政办发〔2022〕15号');
    await expect(filters.getByRole('link', { name: '已废止' })).toHaveAttribute('aria-current', 'true');
    await expect(portal.searchBox).toHaveValue('社区食堂');
    await chosen.getByRole('link', { name: '年份：2022年' }).click();
    await expect(portal.hits).toHaveCount(1);
    await chosen.getByRole('link', { name: '时效：已废止' }).click();
    await expect(portal.hits).toHaveCount(8);
    await expect(chosen).toHaveCount(0);
  });

  test('years are limited from and to', async ({ page, portal }) => {
    await portal.open('/search?q=社区食堂&genre=通知&sort=oldest');
    await page.getByLabel('起始年份').fill('2022');
    await page.getByLabel('截止年份').fill('2022');
    await page.getByRole('button', { name: '确定' }).click();
    await expect(page).toHaveURL((url) => {
      const { q, genre, sort, from, to } = Object.fromEntries(url.searchParams);
      return q === '社区食堂' && genre === '通知' && sort === 'oldest' && from === '2022' && to === '2022';
    });
    await expect(portal.hits).toHaveCount(1);
  });

  test('further sections of a document unfold, and all of them are a link away', async ({ page, portal }) => {
    await portal.open('/search?q=社区食堂');
    const hit = portal.hits.filter({ hasText: '示政规〔2023〕1号' }).first();
    const all = hit.getByRole('link', { name: '在文件中看全部 16 节' });
    await expect(all).toBeHidden();
    await hit.getByText('本文件中另有 13 节').click();
    await expect(hit.getByRole('listitem')).toHaveCount(13);
    await all.click();
    await expect(page).toHaveURL(/\/shili\/shizhenggui-2023-1\?q=[^#]+#hits$/);
  });

  test('the order changes, pages follow one another, and both are addresses', async ({ page, portal }) => {
    await portal.open('/search?q=社区&municipality=shili');
    await page.getByRole('link', { name: '最早在前' }).click();
    await portal.arrive(/&sort=oldest$/);
    const days = portal.hits.getByRole('time');
    const listed = await days.evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(listed.length).toBeGreaterThan(5);
    expect(listed).toEqual([...listed].sort());
    await portal.open('/search?sort=newest&municipality=shili');
    const first = await portal.hits.first().textContent();
    await page.getByRole('navigation', { name: '翻页' }).getByRole('link', { name: '第 2 页' }).click();
    await expect(page).toHaveURL('/search?municipality=shili&sort=newest&page=2');
    await expect(portal.hits.first()).not.toHaveText(first ?? '');
    await expect(page.getByRole('link', { name: '第 2 页' })).toHaveAttribute('aria-current', 'page');
    await page.getByRole('link', { name: '上一页' }).click();
    await expect(portal.hits.first()).toHaveText(first ?? '');
  });

  test('conditions alone list documents', async ({ portal }) => {
    await portal.open('/search?municipality=shili&genre=批复');
    await expect(portal.heading).toHaveText(/^符合条件的有 \d+ 件文件$/);
    await expect(portal.hits.filter({ hasText: '示政函〔2022〕21号' })).toBeVisible();
  });

  test('nothing found says what was asked and offers what can be left out', async ({ page, portal }) => {
    await portal.openHome();
    await portal.search('社区食堂 这几个字哪里都没有');
    await expect(portal.heading).toHaveText('没有找到“社区食堂 这几个字哪里都没有”');
    await expect(portal.searchBox).toHaveValue('社区食堂 这几个字哪里都没有');
    await expect(portal.main.getByRole('listitem').filter({ hasText: '去掉“这几个字哪里都没有”' })).toContainText(
      '8 件文件',
    );
    await portal.main.getByRole('link', { name: '去掉“这几个字哪里都没有”' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === '社区食堂');
    await expect(portal.hits.first()).toBeVisible();
  });

  test('a condition that leaves nothing can be dropped', async ({ page, portal }) => {
    await portal.open('/search?q=社区食堂&municipality=shili&from=1999&to=1999');
    await expect(page.getByRole('list', { name: '已选条件' })).toContainText('城市：示例市');
    await portal.main.getByRole('link', { name: '不限年份' }).click();
    await expect(portal.hits).toHaveCount(8);
  });
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
  // The source prints them half-width, the page shows them full-width; a reader may have copied
  // from either.
  for (const comma of [',', '，']) {
    await portal.open(`/search?q="设立加装电梯专门窗口${comma}一次性告知所需材料"`);
    await expect(portal.hits).toHaveCount(1);
    await expect(portal.hits).toContainText('示政发〔2023〕2号');
  }
});

test('the search page without words asks for some', async ({ portal }) => {
  await portal.open('/search');
  await expect(portal.heading).toHaveText('检索');
  await expect(portal.searchBox).toBeEmpty();
});

test('the search page says what the box understands', async ({ page, portal }) => {
  await portal.open('/search');
  await page.getByText('怎样查得更准').click();
  await expect(portal.main).toContainText('标题:');
});

test(
  'on a phone the filters are one closed line above the results',
  { tag: '@phone-only' },
  async ({ page, portal }) => {
    await portal.open('/search?q=社区食堂&genre=通知');
    const filters = page.getByRole('navigation', { name: '筛选' });
    const year = filters.getByRole('link', { name: /^2022年/ });
    await expect(year).toBeHidden();
    await expect(page.getByRole('list', { name: '已选条件' })).toContainText('通知');
    await filters.getByText('筛选', { exact: true }).tap();
    await year.tap();
    await expect(page).toHaveURL(/&from=2022&to=2022$/);
  },
);

test('the keyboard reaches and opens everything', async ({ page, portal }) => {
  await portal.open('/search?q=社区食堂');
  const further = portal.main.getByText(/^本文件中另有/).first();
  await further.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(portal.main.locator('details[open] a:focus')).toBeVisible();
  await page.getByRole('link', { name: '最新在前' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=newest$/);
});

for (const address of [
  '/search?q=社区&municipality=shili',
  '/search?q=示政办发2022-15&sort=oldest',
  '/search?q=社区食堂 无此词语&genre=通知',
  '/search',
]) {
  test(`${address}: with everything open it meets WCAG 2.2 A and AA`, { tag: '@phone' }, async ({ page, portal }) => {
    await portal.open(address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
