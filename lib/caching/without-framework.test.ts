import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutFramework } from './without-framework';

const COPY = String.raw`<script>self.__next_f.push([1,"3:[\"$\",\"p\",null,{\"children\":\"\u003c/p>规定\"}]\n"])</script>`;

/** What Next 16 prints for itself. */
const framework = [
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/2ib-ra81prjpe.js"/>',
  '<script src="/_next/static/chunks/turbopack-077hmtqrhcoji.js" async=""></script>',
  '<script src="/_next/static/chunks/0cz1d0mv5g_q7.js" noModule=""></script>',
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>',
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
  COPY,
  '<div hidden=""><!--$--><!--/$--></div>',
  ...['<!-- -->', '<!--$-->', '<!--/$-->'],
];

/** What is the page's own. */
const own = [
  '<link rel="stylesheet" href="/_next/static/chunks/2w1je4ykfnlri.css" data-precedence="next"/>',
  '<link rel="modulepreload" href="/_next/static/browser/chunk-7XRSBUU5.js"/>',
  '<link rel="preload" href="/_next/static/media/a.woff2" as="font"/>',
  '<link rel="canonical" href="http://localhost/_next/static/chunks/a.js"/>',
  '<script type="module" src="/_next/static/browser/start-VYBXANVR.js"></script>',
  '<script type="application/ld+json">{"name":"self.__next_f.push(\\u003c!-- $RC","a":"<script "}</script>',
  '<script>document.documentElement.dataset.a = "1"</script>',
  '<script src="/own.js" async=""></script>',
  '<style>a > b { color: red }</style>',
  '<template><p>甲</p></template>',
  '<!-- 甲 -->',
  '<p title="&lt;script&gt;">&lt;script&gt;self.__next_f.push([1])&lt;/script&gt; &lt;!-- --&gt; 𠀀</p>',
  '<textarea>\n&lt;!--$?--&gt;</textarea>',
  '<div hidden="">甲</div>',
];

const page = (...parts: string[]): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/></head><body>${parts.join('')}</body></html>`;

test('the framework goes, everything else stays byte for byte', () => {
  const part = fc.oneof(fc.constantFrom(...framework), fc.constantFrom(...own));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const bare = page(...parts.filter((each) => !framework.includes(each)));
      expect(withoutFramework(page(...parts, COPY))).toBe(bare);
      expect(withoutFramework(bare)).toBe(bare);
    }),
  );
});

describe('what is not surely right stays as it is', () => {
  const whole = page(...framework, ...own);
  test.each([
    ['a page without a copy', page(...own)],
    ['a page that is cut off', whole.slice(0, -8)],
    ['a page with a script that does not end', page(COPY, '<script>')],
    ['a page with a comment that does not end', page(COPY, '<!--')],
    ['a part that waits for a script', page(COPY, '<!--$?--><template id="B:0"></template><!--/$-->')],
    ['the place of a part that arrives late', page(COPY, '<template id="P:1"></template>')],
    ['a part that failed', page(COPY, '<!--$!--><!--/$-->')],
    ['a part that arrived late', page(COPY, '<div hidden="" id="S:0"><p>甲</p></div>')],
    ['the script that puts it into its place', page(COPY, '<script>$RC("B:0","S:0")</script>')],
    ['a script of Next that is not known', page(COPY, '<script>self.__next_s.push(["a.js"])</script>')],
    ['no page', '{"a":1}'],
    ['nothing', ''],
  ])('%s', (_, html) => expect(withoutFramework(html)).toBe(html));
});

describe('a page that could not be rendered', () => {
  const shell = [
    '<!DOCTYPE html><html id="__next_error__"><head><meta charSet="utf-8"/>',
    '<link rel="preload" href="/_next/static/chunks/2w1je4ykfnlri.css" as="style"/><title>检索</title></head>',
    '<body><div hidden=""><!--$--><!--/$--></div><script>(self.__next_f=self.__next_f||[]).push([0])</script>',
    String.raw`<script>self.__next_f.push([1,"9:E{\"digest\":\"909419075\"}\n"])</script></body></html>`,
  ].join('');

  test('says so without script, in the style of the site, with the number of the error', () => {
    const html = withoutFramework(shell);
    expect(html).toContain('<link rel="stylesheet" href="/_next/static/chunks/2w1je4ykfnlri.css"/>');
    expect(html).toContain('<h1>页面没有取出来</h1>');
    expect(html).toContain('差错编号　909419075');
    expect(html).not.toContain('<script');
    expect(withoutFramework(html)).toBe(html);
  });

  test('needs neither style nor number', () => {
    const html = withoutFramework('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>');
    expect(html).toContain('再试一次');
    expect(html).not.toMatch(/差错编号|undefined|stylesheet/);
  });
});

test.each(['<script ', '<!--', '<link ', '<template ', '<!-- -->', '<script></script>', '<div hidden="">'])(
  'a megabyte of %s takes no time',
  (piece) => {
    const html = page(COPY, piece.repeat(2 ** 20 / piece.length));
    const began = performance.now();
    withoutFramework(html);
    expect(performance.now() - began).toBeLessThan(500);
  },
);
