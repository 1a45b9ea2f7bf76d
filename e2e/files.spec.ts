import { parse } from 'content-disposition';
import mammoth from 'mammoth';
import { expect, test } from './support/fixtures';

test('a document is taken along as a Word file with its name, and opens with its headings', async ({
  page,
  portal,
  request,
}) => {
  await portal.open('/shili/shizhengfa-2023-5');
  const downloads = portal.main.getByRole('region', { name: '下载' });
  const address = await downloads.getByRole('link', { name: 'Word' }).getAttribute('href');
  expect(address).toBe('/shili/shizhengfa-2023-5/files/document.docx');
  const response = await request.get(address!);
  expect(response.status()).toBe(200);
  expect(parse(response.headers()['content-disposition']!).parameters.filename).toMatch(/^示政发〔2023〕5号 .*\.docx$/);
  const { value } = await mammoth.convertToHtml({ buffer: await response.body() });
  expect(value).toContain('<h2>一、现状与问题</h2>');
  // Every file that the page offers is there.
  for (const link of await page.locator('a[download]').all()) {
    const offered = await request.head((await link.getAttribute('href'))!);
    expect(offered.status(), offered.url()).toBe(200);
  }
});

test('a table is taken along from beside its caption', async ({ portal, request }) => {
  await portal.open('/shili/shizhengfa-2022-8/f1-biao1');
  const link = portal.main.getByRole('figure').getByRole('link', { name: /CSV$/ });
  const response = await request.get((await link.getAttribute('href'))!);
  expect(response.headers()['content-type']).toContain('text/csv');
  expect(await response.text()).toMatch(/^\ufeff任务类别,/);
});

test('an issue is a book; a file that is not there names those that are', async ({ request }) => {
  const book = await request.get('/shili/issues/2023/2/files/issue.epub');
  expect(book.headers()['content-type']).toBe('application/epub+zip');
  const missing = await request.get('/shili/issues/2023/2/files/issue.pdf');
  expect(missing.status()).toBe(404);
  expect(((await missing.json()) as { files: unknown[] }).files).toHaveLength(3);
});
