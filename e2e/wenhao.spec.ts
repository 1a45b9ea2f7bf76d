import { expect, test } from './support/fixtures';

// The web of numbers: the wanted list, the page of a missing number, and whether a document is in
// force, wherever it is linked.
test.describe('the web of numbers', { tag: '@no-javascript' }, () => {
  test('from the foot of any page to the wanted list, on to one agency, to a number, and to the sentence that cites it', async ({
    page,
    portal,
  }) => {
    await portal.openHome();
    await page.getByRole('contentinfo').getByRole('link', { name: '待补文件' }).click();
    await expect(portal.heading).toHaveText('待补文件');
    const filters = page.getByRole('navigation', { name: '筛选' });
    await filters.getByRole('link', { name: /^示政办发/ }).click();
    await portal.arrive('/wenhao?agency=%E7%A4%BA%E6%94%BF%E5%8A%9E%E5%8F%91');
    const number = portal.main.getByRole('link', { name: '示政办发〔2020〕33号' });
    await expect(number).toBeVisible();
    for (const listed of await portal.main.getByRole('listitem').getByRole('link', { name: /号$/ }).allTextContents())
      expect(listed).toMatch(/^示政办发/);
    await number.click();
    await expect(portal.heading).toHaveText('示政办发〔2020〕33号');
    await portal.openCitingSection('示政规〔2023〕1号');
    await expect(portal.place).toContainText('示政办发〔2020〕33号');
  });

  test('a missing number that a held document repeals says so, with the sentence, its day and its place', async ({
    page,
    portal,
  }) => {
    await portal.open('/wenhao/示政办发〔2020〕33号');
    const validity = portal.validity;
    await expect(validity).toContainText('已废止');
    await expect(validity.locator('mark')).toContainText('示政办发〔2020〕33号');
    await expect(validity.getByRole('time')).toHaveText(/^自\d{4}年\d+月\d+日起$/);
    await expect(portal.main.getByRole('heading', { level: 3, name: /^废止/ })).toBeVisible();
    await validity.getByRole('link', { name: '示政规〔2023〕1号' }).click();
    await expect(page).toHaveURL(/\/shili\/shizhenggui-2023-1#/);
    await expect(portal.place).toContainText('示政办发〔2020〕33号');
    await expect(portal.place.getByText('已废止', { exact: true }).first(), 'in the running text, too').toBeVisible();
  });

  test('the box of the list leads a held number to its document, and any other to its page', async ({
    page,
    portal,
  }) => {
    for (const [typed, address] of [
      ['示政办发[2022]15', '/shili/shizhengbanfa-2022-15'],
      ['国发 2099 1', '/wenhao/国发 2099 1'],
    ] as const) {
      await portal.open('/wenhao');
      await page.getByLabel('文号', { exact: true }).fill(typed);
      await page.getByRole('button', { name: '查文号' }).click();
      await expect(page).toHaveURL(address.replaceAll(' ', '%20'));
    }
    await expect(portal.heading).toHaveText('国发〔2099〕1号');
  });
});

test('the wanted list as a table, with the filter of the page', async ({ request }) => {
  const response = await request.get('/wenhao.csv?agency=示政办发');
  expect(response.headers()['content-type']).toContain('text/csv');
  const [head, ...rows] = (await response.text()).split('\r\n').filter(Boolean);
  expect(head).toMatch(/^\ufeff文号,/);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/^示政办发〔/);
});

test('nothing typed into the address of the list fails it', async ({ page, portal }) => {
  for (const address of ['/wenhao?page=-3&year=abc', '/wenhao?agency=没有这个代字', '/wenhao?page=99999']) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    await expect(portal.heading).toHaveText('待补文件');
  }
});
