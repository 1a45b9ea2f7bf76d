import { findViolations, look, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';

const DOCUMENT = '/shili/shizhenggui-2023-1';

test('a document in traditional characters: by its link, from link to link, and back', async ({ page, portal }) => {
  await portal.open(`${DOCUMENT}?q=食堂`);
  await page.getByRole('link', { name: '繁體' }).click();
  await expect(page).toHaveURL(encodeURI(`/zh-hant${DOCUMENT}?q=食堂`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(portal.heading).toContainText('社區');
  await expect(page.getByText('自動轉換，以原文為準')).toBeVisible();
  await expect(portal.marks.first()).toHaveText('食堂');
  expect(await portal.canonical()).toBe(`/zh-hant${DOCUMENT}`);
  // No script runs: what only script serves is not there.
  await expect(page.locator('script')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '複製' })).toHaveCount(0);
  expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);

  await page.getByText('引用', { exact: true }).click();
  await expect(page.locator('.citation').first()).toContainText('社区');
  await page.getByRole('navigation', { name: '位置' }).getByRole('link', { name: '示例市' }).click();
  await expect(page).toHaveURL('/zh-hant/shili');
  await page.getByRole('link', { name: '简体', exact: true }).click();
  await expect(page).toHaveURL('/shili');
});

test('a search in traditional characters finds, in either form of the page, and a number leads to its document', async ({
  page,
  portal,
}) => {
  await portal.open('/zh-hant');
  await page.getByRole('search').getByRole('searchbox').fill('社區食堂');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/zh-hant\/search\?q=/);
  await expect(portal.hits.first()).toContainText('社區食堂');
  await expect(page.getByRole('search').getByRole('searchbox')).toHaveValue('社區食堂');
  // 着 and 复 in the original: words as this page shows them, and as other readers type them.
  for (const words of ['穿著救生衣', '現批覆如下']) {
    await portal.open(`/zh-hant/search?q=${words}`);
    await expect(portal.hits.first().locator('mark').filter({ hasText: words })).toHaveCount(1);
  }
  await portal.open('/zh-hant/search?q=示政規[2023]1');
  await expect(page).toHaveURL(`/zh-hant${DOCUMENT}`);
});

test('a draft is checked among traditional characters, and stays as it was typed', async ({ page, portal }) => {
  await portal.open('/zh-hant/check');
  await page.getByRole('textbox', { name: '文稿' }).fill('根据示政规〔2023〕1号办理。');
  await page.getByRole('button', { name: '核對' }).click();
  await expect(portal.heading).toHaveText('核對結果');
  await expect(page.getByRole('textbox')).toHaveValue('根据示政规〔2023〕1号办理。');
  await expect(page.locator('.citation').first()).toContainText('规');
});

test('both addresses name each other', async ({ request }) => {
  const alternates = (html: string) =>
    [...html.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi)].map(([, language, href]) => [
      language,
      new URL(href!).pathname,
    ]);
  for (const address of ['/', '/shili', DOCUMENT, `${DOCUMENT}/a-t1`, '/wenhao', '/check']) {
    const traditional = `/zh-hant${address === '/' ? '' : address}`;
    const both = [
      ['zh-Hans', address],
      ['zh-Hant', traditional],
    ];
    expect.soft(alternates(await (await request.get(address)).text()), address).toEqual(both);
    expect.soft(alternates(await (await request.get(traditional)).text()), traditional).toEqual(both);
  }
});

for (const [address, status, leadsTo] of [
  ['/zh-hant', 200],
  [`/zh-hant${DOCUMENT}`, 200],
  ['/zh-hant/nosuch', 404],
  ['/zh-hant/shili/nosuch', 404],
  ['/zh-hant/wenhao/示政规2023-1', 307, `/zh-hant${DOCUMENT}`],
  [`/zh-hant/shili/示政规〔2023〕1号`, 307, `/zh-hant${DOCUMENT}`],
  ['/zh-hant/%', 307, '/zh-hant/search'],
  ['/zh-hant/shili/%00', 307, '/zh-hant/search'],
  ['/zh-hant//example.com', 308, '/zh-hant/example.com'],
  ['/zh-hant/\\example.com', 308, '/zh-hant/example.com'],
  ['/zh-hant/%2F%2Fexample.com', 404],
  ['/zh-hant/zh-hant/zh-hant/shili?page=2', 307, '/zh-hant/shili?page=2'],
  ['/%7Ah-hant/shili', 404],
  ['/zh-hant/%7Ah-hant/shili', 404],
  ['/zh-hant/documents.atom', 307, '/documents.atom'],
  [`/zh-hant${DOCUMENT}/files/document.txt`, 307, `${DOCUMENT}/files/document.txt`],
  ['/zh-hant/api/v1/search?q=a', 307, '/api/v1/search?q=a'],
  ['/zh-hant/healthz', 307, '/healthz'],
  ['/zh-hant/icon.svg', 307, '/icon.svg'],
  ['/zh-hant/_next/static/nosuch.js', 307, '/_next/static/nosuch.js'],
  ['/zh-hant/%2E%2E/zh-hant/%2E/zh-hant/shili', 307, '/zh-hant/shili'],
] as const) {
  test(`${address} answers ${status}`, async ({ request }) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await request.fetch(address, { method, maxRedirects: 0 });
      expect(response.status()).toBe(status);
      const location = response.headers().location;
      expect(location && decodeURI(location.replace(/^http:\/\/[^/]+/, ''))).toBe(leadsTo);
    }
  });
}
