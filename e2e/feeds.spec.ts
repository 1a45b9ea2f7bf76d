import { searchDataSchema } from '@/lib/export/data/search-data';
import { expectArrivals, expectSearchFeed, readFeed } from './support/feed';
import { expect, test } from './support/fixtures';

test('社区食堂: the search is subscribed from its page', ({ page, portal, request }) =>
  expectSearchFeed('社区食堂', { page, portal, request }));

test('the data of a search leads from page to page until all is read', async ({ request }) => {
  let address: string | null = '/api/v1/search?q=社区&sort=newest';
  const urls: string[] = [];
  let total = 0;
  while (address !== null) {
    const data = searchDataSchema.parse(await (await request.get(address)).json());
    urls.push(...data.documents.map(({ url }) => url));
    total = data.total.documents;
    address = data.next && new URL(data.next).pathname + new URL(data.next).search;
  }
  expect(urls.length).toBeGreaterThan(10);
  expect(new Set(urls).size).toBe(total);
});

test('the data of a number is not led elsewhere', async ({ request }) => {
  const response = await request.get('/api/v1/search?q=示政办发2022-15', { maxRedirects: 0 });
  const data = searchDataSchema.parse(await response.json());
  expect(data.number).toMatchObject({ canonical: '示政办发〔2022〕15号', documents: [{ validity: 'repealed' }] });
  expect(data.by).toBe('citations');
});

test('the table of a search has every hit', async ({ request }) => {
  const data = searchDataSchema.parse(await (await request.get('/api/v1/search?q=社区食堂')).json());
  const response = await request.get('/search.csv?q=社区食堂');
  expect(response.headers()['content-type']).toContain('text/csv');
  expect(response.headers()['content-disposition']).toContain(encodeURIComponent('检索-社区食堂.csv'));
  const text = await response.text();
  expect(text).toMatch(/^\ufeff标题,文号,/);
  expect(text.trimEnd().split('\r\n').length - 1).toBeGreaterThanOrEqual(data.total.sections);
});

test('a search that asks nothing is an empty feed, empty data, a table of its head', async ({ request }) => {
  expect(readFeed(await (await request.get('/search.atom')).text()).entry).toBeUndefined();
  expect(searchDataSchema.parse(await (await request.get('/api/v1/search')).json()).documents).toEqual([]);
  expect((await (await request.get('/search.csv')).text()).trimEnd().split('\r\n')).toHaveLength(1);
});

test('addresses beside them are not found', async ({ request }) => {
  for (const address of ['/search.xml', '/api/v1', '/api/v1/search/more', '/search.atom/more']) {
    expect((await request.get(address)).status(), address).toBe(404);
  }
});

for (const [address, follows] of [
  ['/documents.atom', '/'],
  ['/issues.atom', '/'],
  ['/shili/documents.atom', '/shili'],
  ['/shili/issues.atom', '/shili'],
  ['/shili/agency.atom?name=示例市人民政府', '/search'],
  ['/wenhao.atom?number=示政办发2022-15', '/wenhao/示政办发〔2022〕15号'],
  ['/shili/shizhengfa-2022-8/feed.atom', '/shili/shizhengfa-2022-8'],
  ['/shili/shizhengfa-2022-8/a-1/feed.atom', '/shili/shizhengfa-2022-8/a-1'],
] as const) {
  test(`${address} follows ${follows}`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.headers()['content-type']).toContain('application/atom+xml');
    const feed = readFeed(await response.text());
    const alternate = feed.link.find((link) => link['@_rel'] === 'alternate');
    expect(decodeURIComponent(new URL(alternate!['@_href']).pathname)).toBe(follows);
    const entries = feed.entry ?? [];
    expect(entries.length).toBeGreaterThan(0);
    expectArrivals(entries);
    expect(feed.updated).toBe(entries[0]!.updated);
    expect((await request.get(new URL(entries[0]!.link[0]!['@_href']).pathname)).status()).toBe(200);
    // The same as JSON Feed, and nothing once more for whoever has it.
    const json = await request.get(address.replace('.atom', '.json'));
    expect(json.headers()['content-type']).toContain('application/feed+json');
    const { items } = (await json.json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const again = await request.get(address, { headers: { 'If-None-Match': response.headers().etag! } });
    expect(again.status()).toBe(304);
  });
}

test('a document, a section and an agency are followed from where they are shown', async ({
  page,
  portal,
  request,
}) => {
  for (const [address, name, kind] of [
    ['/shili/shizhengfa-2022-8', '本文的更正与引用', 'feed.atom'],
    ['/shili/shizhengfa-2022-8/a-1', '这一节的更正', 'a-1/feed.atom'],
    ['/shili', /订阅\s*示例市人民政府的文件/, 'agency.atom'],
    ['/wenhao/示政办发〔2020〕33号', '新的引用', 'wenhao.atom'],
  ] as const) {
    await portal.open(address);
    const href = await page.getByRole('link', { name }).first().getAttribute('href');
    expect(href).toContain(kind);
    expect((await request.get(href!)).status(), href!).toBe(200);
    for (const type of ['atom+xml', 'feed+json'])
      expect(await page.locator(`link[rel="alternate"][type="application/${type}"]`).count(), address).toBeGreaterThan(
        0,
      );
  }
});

test('a feed of a place that is not held says so', async ({ request }) => {
  for (const address of ['/shili/nosuch/feed.atom', '/shili/shizhengfa-2022-8/nosuch/feed.json', '/shili/agency.atom'])
    expect((await request.get(address)).status(), address).toBe(404);
  expect((await request.get('/nosuch/documents.atom')).status()).toBe(404);
  expect((await request.get('/wenhao.atom?number=社区食堂')).status()).toBe(404);
});

test('the sitemap leads to every document, issue and municipality', async ({ request }) => {
  const addresses = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Sitemap: http.*\/sitemap\.xml/);
  const files = addresses(await (await request.get('/sitemap.xml')).text());
  const all = (await Promise.all(files.map(async (file) => addresses(await (await request.get(file)).text())))).flat();
  expect(all).toEqual(expect.arrayContaining(['/', '/shili', '/shili/issues/2023/2', '/shili/shizhengfa-2023-5']));
  expect(new Set(all).size).toBe(all.length);
  expect((await request.get('/sitemaps/documents-9999.xml')).status()).toBe(200);
  expect((await request.get('/sitemaps/nosuch.xml')).status()).toBe(404);
  expect((await request.get('/sitemaps/documents-999999.xml')).status()).toBe(404);
});

test('a link to a section is passed on with its own words and a picture', async ({ page, portal, request }) => {
  await portal.open('/shili/shizhengfa-2023-5/a-4.1.7');
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  expect(await meta('og:title')).toContain('示政发〔2023〕5号');
  expect((await meta('og:description'))!.length).toBeGreaterThan(10);
  const picture = await request.get(new URL((await meta('og:image'))!).pathname);
  expect(picture.headers()['content-type']).toBe('image/png');
  // Of Chinese type: an empty picture of this size has some 8 KB.
  expect((await picture.body()).length).toBeGreaterThan(15_000);
  expect((await request.get('/card/shili/nosuch')).status()).toBe(404);
});

test('a section is a picture to send: all of it, and the square of previews', async ({ request }) => {
  const sizeOf = async (address: string) => {
    const answer = await request.get(address);
    expect(answer.headers()['content-type'], address).toBe('image/png');
    const body = await answer.body();
    return { width: body.readUInt32BE(16), height: body.readUInt32BE(20), bytes: body.length };
  };
  const whole = await sizeOf('/card/shili/shizhengfa-2023-5/a-4.1.7/long');
  expect(whole.width).toBe(1080);
  expect(whole.height).toBeGreaterThan(900);
  expect(whole.bytes).toBeGreaterThan(30_000);
  const short = await sizeOf('/card/shili/shizhengfa-2023-5/a-3/long');
  expect(short.height).not.toBe(whole.height);
  expect(await sizeOf('/card/shili/shizhengfa-2023-5/a-4.1.7')).toMatchObject({ width: 1080, height: 1080 });
  const table = await sizeOf('/card/shili/shizhengfa-2023-5/f1-biao1/long');
  expect(table.height, 'of a long text the first 600 characters').toBeLessThan(4000);
  for (const address of ['/card/shili/shizhengfa-2023-5/a-99/long', '/card/shili/shizhengfa-2023-5/a-3/short'])
    expect((await request.get(address)).status(), address).toBe(404);
});

test('a document carries the names that sites of governments have', async ({ page, portal }) => {
  await portal.open('/shili/shizhengfa-2023-5');
  const named = (name: string) => page.locator(`meta[name="${name}"]`);
  await expect(named('ArticleTitle')).toHaveAttribute('content', /./);
  await expect(named('PubDate')).toHaveAttribute('content', /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  await expect(named('ContentSource')).toHaveAttribute('content', /示例市人民政府公报/);
  // Not configured: not there.
  await expect(named('SiteIDCode')).toHaveCount(0);
});
