import { expect, test, vi } from 'vitest';
import { convertPage } from './stream';

const site = 'https://gongbao.example.gov.cn';

/** Converts HTML that arrives in pieces of some bytes. */
async function convert(html: string, size = 7): Promise<string> {
  const bytes = new TextEncoder().encode(html);
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  return new Response(await convertPage(pieces, site)).text();
}

test.each([
  ['words', '<p>发展养老服务</p>', '<p>發展養老服務</p>'],
  ['a word with a mark in it', '<p>头<mark>发</mark>和发<wbr>展</p>', '<p>頭<mark>髮</mark>和發<wbr>展</p>'],
  ['a word cut by a mark for React', '<p>头<!-- -->发</p>', '<p>頭髮</p>'],
  ['words on both sides of a block, each for itself', '<p>理</p><p>发展</p>', '<p>理</p><p>發展</p>'],
  ['the title', '<title>规定 · 公报</title>', '<title>規定 · 公報</title>'],
  ['the language', '<html lang="zh-CN" data-size="large">', '<html lang="zh-Hant" data-size="large">'],
  ['entities', '<p>&lt;规定&gt; &amp;amp; &#x27;</p>', '<p>&lt;規定&gt; &amp;amp; &#x27;</p>'],
  [
    'spoken attributes',
    '<a aria-label="检索" title="a &amp; &quot;规&quot;">',
    '<a aria-label="檢索" title="a &amp; &quot;規&quot;">',
  ],
  ['the name of a column', '<td data-name="规模">1</td>', '<td data-name="規模">1</td>'],
  ['a description', '<meta name="description" content="规定">', '<meta name="description" content="規定">'],
  ['the word on a button', '<input type="submit" value="检索">', '<input type="submit" value="檢索">'],
  [
    'the words of a drawing',
    '<svg viewBox="0 0 1 1"><text>规<tspan>定</tspan></text></svg>',
    '<svg viewBox="0 0 1 1"><text>規<tspan>定</tspan></text></svg>',
  ],
])('%s: converted', async (_, html, expected) => {
  expect(await convert(html)).toBe(expected);
});

test.each([
  ['what the reader typed', '<input type="search" name="q" value="规定" />'],
  ['a choice that a form sends', '<input type="hidden" name="agency" value="示例市财政局"/>'],
  ['a draft', '<textarea name="draft">规定\n<p>&lt;</textarea>'],
  ['what is copied', '<a data-copy="规定">a</a>'],
  ['styles', '<style>a::after { content: "规定" }</style>'],
])('%s: kept', async (_, html) => {
  expect(await convert(html)).toBe(html);
});

test('what is not to be translated is kept, and says in which characters it stands', async () => {
  expect(await convert('<p>规定<b translate="no">规<b>定</b>》</b>规定</p>')).toBe(
    '<p>規定<b translate="no" lang="zh-Hans">规<b>定</b>》</b>規定</p>',
  );
});

test.each([
  ['/', '/zh-hant'],
  ['/?page=2', '/zh-hant?page=2'],
  ['/benxi/benzhengfa-2022-2?q=%E5%85%BB#2.3', '/zh-hant/benxi/benzhengfa-2022-2?q=%E5%85%BB#2.3'],
  ['/wenhao/%E5%9B%BD', '/zh-hant/wenhao/%E5%9B%BD'],
  ['/zh-hantan', '/zh-hant/zh-hantan'],
  ...[
    '/zh-hant/benxi',
    '#2.3',
    '?page=2',
    '',
    '//example.com/benxi',
    'https://example.com/benxi',
    'mailto:a@example.com',
    '/benxi/benzhengfa-2022-2/files/2.3.docx',
    '/benxi/documents.atom',
    '/search.csv?q=a',
    '/api/v1/openapi.json',
    '/card/benxi/benzhengfa-2022-2',
    '/_next/static/a.css',
  ].map((href) => [href, href]),
])('a link to %s leads to %s', async (href, expected) => {
  expect(await convert(`<a href="${href}">`)).toBe(`<a href="${expected}">`);
});

test('a form stays among traditional characters; a link that says its language leads there', async () => {
  expect(await convert('<form action="/search" method="get">')).toBe('<form action="/zh-hant/search" method="get">');
  expect(await convert('<a hrefLang="zh-Hans" href="/benxi">')).toBe('<a hrefLang="zh-Hans" href="/benxi">');
});

test('the head names the page by its own address, and both kinds of characters', async () => {
  const alternates = ['zh-Hans', 'zh-Hant'].map(
    (language) => `<link rel="alternate" hrefLang="${language}" href="${site}/benxi"/>`,
  );
  expect(
    await convert(
      `<link rel="canonical" href="${site}"/>${alternates.join('')}<meta property="og:url" content="${site}/benxi"/>`,
    ),
  ).toBe(
    `<link rel="canonical" href="${site}/zh-hant"/>${alternates.join('')}<meta property="og:url" content="${site}/zh-hant/benxi"/>`,
  );
});

test('what only script serves is left out, style sheets stay', async () => {
  const html = [
    '<link rel="stylesheet" href="/_next/static/a.css"/>',
    '<link rel="preload" as="script" href="/_next/static/a.js"/>',
    '<script src="/_next/static/a.js" async=""></script>',
    '<script>self.__next_f.push(["<script>规定"])</script>',
    '<p>a<button type="button" data-copy="规定"><span>复制</span></button><button type="submit">检索</button></p>',
  ];
  expect(await convert(html.join(''))).toBe(`${html[0]}<p>a<button type="submit">檢索</button></p>`);
});

test('a long page is the same however it arrives', async () => {
  const [words, converted] = ['养老服务'.repeat(30), '養老服務'.repeat(30)];
  const page = `<main>${`<p>发<b>展</b>😀𠮷${words}<!-- -->发</p>`.repeat(1000)}</main>`;
  const expected = `<main>${`<p>發<b>展</b>😀𠮷${converted}發</p>`.repeat(1000)}</main>`;
  expect(await convert(page, 65_536)).toBe(expected);
  expect(await convert(page, 4_099)).toBe(expected);
});

test('a reader who goes away ends the page at its source', async () => {
  let ended = false;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('<p>发展</p>'.repeat(100))),
    cancel: () => {
      ended = true;
    },
  });
  const reader = (await convertPage(endless, site)).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('<p>發展</p>');
  await reader.cancel();
  await vi.waitFor(() => expect(ended).toBe(true));
});

test('a page that breaks off at its source breaks off for the reader', async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('<p>发展</p>'));
      controller.error(new Error('gone'));
    },
  });
  await expect(new Response(await convertPage(broken, site)).text()).rejects.toThrow();
});
