import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { brokenNesting, brokenPoints, brokenTiling, brokenValues } from '@/lib/gazette/testing/invariants';
import { walk } from '@/lib/gazette/tree/walk';
import { encodeGb18030 } from '@/lib/source-files/testing/gb18030';
import { inkedLines, notesOf, readAs, readWell } from '@/lib/source-files/testing/read-as';

const fixture = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, '../testing/fixtures', name));

function tablesOf(tree: ast.Gazette): ast.Table[] {
  const tables: ast.Table[] = [];
  walk(tree, (node) => {
    if (node.type === 'table') tables.push(node);
  });
  return tables;
}

describe('a page saved from a portal', () => {
  let page: Awaited<ReturnType<typeof readWell>>;
  beforeAll(async () => {
    page = await readWell('page.html', await fixture('portal.html'));
  });

  test('gives its document, the fields above it and its attachment, without what is around', async () => {
    expect(`${page.text}\n`).toBe((await fixture('portal.txt')).toString());
    expect(page.text).not.toMatch(/首页|栏目导航|政府信息公开指南|分享|相关文档|主办单位|网站地图|即将离开|导航/);
  });

  test('gives the same in GB2312', async () => {
    const utf8 = (await fixture('portal.html')).toString();
    const declared = utf8.replace('charset="utf-8"', 'charset="gb2312"');
    expect(declared).not.toBe(utf8);
    const other = await readWell('page.html', encodeGb18030(declared));
    expect(other.text).toBe(page.text);
    expect(notesOf(other)).toEqual(['encoding: read as GB18030: it declares gb2312', ...notesOf(page)]);
  });

  test('says what was left out', () => {
    expect(notesOf(page)).toEqual([
      expect.stringMatching(/^navigation: \d{3} characters around the text were left out as navigation: /),
      'hidden-text: 19 characters that the page hides were left out',
    ]);
  });

  test('brings its table with header and spans', () => {
    const [table, ...more] = tablesOf(page.tree);
    expect(more).toEqual([]);
    expect(table).toMatchObject({ confidence: 'certain', columns: 4, caption: [{ value: '公园绿地建设任务表' }] });
    const cells = rowsOf(table!).map((row) =>
      row.children.map(
        ({ header, rowSpan, colSpan, children }) =>
          `${header ? '*' : ''}${rowSpan}×${colSpan} ${children.map((part) => ('children' in part ? part.children.map(({ value }) => value).join('') : '')).join('/')}`,
      ),
    );
    expect(cells).toEqual([
      ['*2×1 区', '*1×2 新建面积(公顷)', '*2×1 责任单位'],
      ['*1×1 2023年', '*1×1 2024年'],
      ['2×1 东湖区', '1×1 3.5', '1×1 4', '1×1 区园林局/区财政局'],
      ['1×1 1.2', '1×1 —', '1×1 区住建局'],
      ['1×1 西山区', '1×2 6', '1×1 区园林局'],
    ]);
  });

  test('keeps the promises of every tree', () => {
    const { text, tree } = page;
    expect([brokenTiling(text, tree), brokenNesting(tree), brokenValues(text, tree), brokenPoints(text, tree)]).toEqual(
      [[], [], [], []],
    );
  });
});

test('a text that Word saved as a page keeps its numbers, spans and notes', async () => {
  const page = await readWell('word.html', await fixture('word.html'));
  expect(`${page.text}\n`).toBe((await fixture('word.txt')).toString());
  expect(notesOf(page)).toEqual([]);
  expect(tablesOf(page.tree)).toMatchObject([{ confidence: 'certain', columns: 3 }]);
});

test('what stands beside the text in one container is cut at its edges, and short lines above the title too', async () => {
  const menu = ['要闻', '公开', '服务'].map((word) => `<a href="/${word}">${word}</a>`).join('');
  const body = `<div>欢迎访问示例市人民政府门户网站！</div><div>${menu}</div><div>政府信息公开</div><div><span>索引号</span><span>001-2023</span></div>
    <div>示例市人民政府关于同意设立科技园区的批复</div><div>来源：市政府 发布时间：2023-05-04</div><div>示政函〔2023〕5号</div><p>东湖区人民政府：</p><p>同意设立。此复。</p>
    <p>示例市人民政府</p><p>2023年4月28日</p><div>扫一扫在手机打开当前页</div><div>图片新闻</div><div>版权所有 示例市人民政府</div>`;
  const page = await readWell(
    'page.html',
    pageOf(body, '<title>示例市人民政府关于同意设立科技园区的批复-示例市</title>'),
  );
  expect(inkedLines(page)).toEqual([
    '索引号: 001-2023',
    '来源：市政府 发布时间：2023-05-04',
    '示例市人民政府关于同意设立科技园区的批复',
    '示政函〔2023〕5号',
    '东湖区人民政府：',
    '同意设立。此复。',
    '示例市人民政府',
    '2023年4月28日',
  ]);
  expect(notesOf(page)).toEqual([expect.stringMatching(/^navigation: 5\d characters/)]);
});

/** A page with nothing around its body. */
const pageOf = (body: string, head = '<meta charset="utf-8">'): string =>
  `<html><head>${head}</head><body>${body}</body></html>`;

describe('encodings', () => {
  // 示例市 in GB2312.
  const words = Buffer.from('cabec0fdcad0', 'hex');
  const gb = (declared: string): Buffer =>
    Buffer.concat([
      Buffer.from(`<meta http-equiv="Content-Type" content="text/html; charset=${declared}"><p>`),
      words,
      Buffer.from('</p>'),
    ]);

  test.each([
    ['gb2312', gb('gb2312'), 'GB18030', ['encoding: read as GB18030: it declares gb2312']],
    ['GBK', gb('GBK'), 'GB18030', ['encoding: read as GB18030: it declares GBK']],
    [
      'a wrong utf-8',
      gb('utf-8'),
      'GB18030',
      ['encoding: read as GB18030, which its bytes are, although it declares utf-8'],
    ],
    [
      'a wrong gbk',
      Buffer.from('<meta charset=gbk><p>示例市</p>'),
      'UTF-8',
      ['encoding: read as UTF-8, which its bytes are, although it declares gbk'],
    ],
    [
      'nothing',
      Buffer.concat([Buffer.from('<p>'), words, words, words, words]),
      'GB18030',
      ['encoding: read as GB18030: it is no UTF-8, and nearly all its pairs of bytes are common characters of GB18030'],
    ],
    [
      'UTF-16',
      Buffer.from('\ufeff<meta charset=utf-16><p>示例市</p>', 'utf16le'),
      'UTF-16LE',
      ['encoding: read as UTF-16LE: it begins with the byte order mark'],
    ],
  ])('%s', async (_, bytes, encoding, notes) => {
    const page = await readWell('page.html', bytes);
    expect(page.text).toMatch(/^(?:示例市)+$/);
    expect(page.encoding).toBe(encoding);
    expect(notesOf(page)).toEqual(notes);
  });

  test('a byte that its declared encoding does not have is named with its line', async () => {
    const bytes = Buffer.concat([Buffer.from('<meta charset=gbk>\n<p>'), words, Buffer.from([0xff, 0x3c])]);
    expect(await readAs('page.html', bytes)).toBe(
      'SourceFileError: page.html:2: byte FF (at 28 of the file) is no GB18030, which the file declares. Save it in UTF-8 and look at that line.',
    );
    expect(
      await readAs(
        'page.html',
        Buffer.concat([Buffer.from('<meta charset=big5><p>'), Buffer.from([0xb6, 0x40, 0xff, 0xff])]),
      ),
    ).toBe('SourceFileError: page.html: it declares the encoding big5, which is not read. Save it in UTF-8.');
  });
});

describe('lines', () => {
  test.each([
    ['breaks and blocks end lines', '<div>一<br>二<p>三</div>四', ['一', '二', '三', '四']],
    [
      'a line end of the source between Han characters is no blank',
      '<p>示例市\n  人民政府 2023\n年</p>',
      ['示例市人民政府 2023 年'],
    ],
    [
      'a number that the browser writes is written out',
      '<ol start="3"><li>甲<li value="7">乙<li><p>丙</p></ol>',
      ['3. 甲', '7. 乙', '8. 丙'],
    ],
    [
      'so is a Chinese one',
      '<ol style="list-style-type: cjk-ideographic"><li>总则<li>附则</ol>',
      ['一、总则', '二、附则'],
    ],
    ['an item with a number of its own gets no other', '<ol><li>(一)甲</li><li>2.乙</li></ol>', ['(一)甲', '2.乙']],
    ['bullets are no text', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    [
      'scripts, styles and what is hidden are none',
      '<script>x</script><style>y</style><p>甲<span style="display: none">乙</span><i hidden>丙</i></p>',
      ['甲'],
    ],
    ['<pre> keeps its lines', '<pre>一、甲\n  二、乙</pre>', ['一、甲', '二、乙']],
    [
      'numbers of Word stand in the text',
      '<p class=MsoNormal><![if !supportLists]><span style="mso-list:Ignore">（一）<span>&nbsp;</span></span><![endif]>目标<o:p></o:p></p>',
      ['（一）\u00a0目标'],
    ],
  ])('%s', async (_, body, lines) => {
    expect(inkedLines(await readWell('page.html', pageOf(body)))).toEqual(lines);
  });
});

describe('tables', () => {
  test.each([
    [
      'a frame around the text is none',
      '<table><tr><td><p>通知</p><p>请执行。</p></td></tr></table>',
      ['通知', '请执行。'],
    ],
    [
      'one column is none',
      '<table><tr><td>专栏1 重点工程</td></tr><tr><td>1.甲。</td></tr></table>',
      ['专栏1 重点工程', '1.甲。'],
    ],
    [
      'the end of a document is none',
      '<table><tr><td colspan=2>抄送：市委办公室。</td></tr><tr><td>示例市人民政府办公室</td><td>2023年3月6日印发</td></tr></table>',
      ['抄送：市委办公室。', '示例市人民政府办公室\u30002023年3月6日印发'],
    ],
    [
      'keys of a portal become fields',
      '<table><tr><td>索引号</td><td>A-1</td><td>发布机构</td><td>市政府</td></tr><tr><td>文号</td><td></td></tr></table>',
      ['索引号: A-1', '发布机构: 市政府', '文号:'],
    ],
    [
      'so do those of a list',
      '<dl><dt>索引号：<dd>A-1<dt>文号：<dt>来源：<dd>市政府</dl>',
      ['索引号: A-1', '文号:', '来源: 市政府'],
    ],
  ])('%s', async (_, body, lines) => {
    const page = await readWell('page.html', pageOf(body));
    expect(page.tables).toEqual([]);
    expect(inkedLines(page)).toEqual(lines);
  });

  test('a list of documents is one, although its heads are keys of a portal', async () => {
    const page = await readWell(
      'page.html',
      pageOf('<table><tr><td>名称<td>文号<td>发布日期<tr><td>甲办法<td>示政发〔2020〕1号<td>2020-01-02</table>'),
    );
    expect(page.tables.map(({ rows }) => rows.map((row) => row.length))).toEqual([[3, 3]]);
  });

  test('a table inside a frame is one; a table inside a cell becomes lines of the cell', async () => {
    const inner = '<table><tr><td>指标<td>单位<tr><td>公园<td>个</table>';
    const framed = await readWell('page.html', pageOf(`<table><tr><td>导语${inner}</td></tr></table>`));
    expect(framed.tables.map(({ rows }) => rows.map((row) => row.length))).toEqual([[2, 2]]);
    const outer = `<table><tr><td>类别<td>说明<td>备注<tr><td>甲类共三十六处公园和绿地<td>${inner}<td>乙类共四十八处公园和绿地</table>`;
    expect(
      (await readWell('page.html', pageOf(outer))).tables.map(({ rows }) => rows.map((row) => row.length)),
    ).toEqual([[3, 3]]);
  });
});

test('an empty cell of the fields has no value, and the title below stays whole', async () => {
  const row = (...cells: string[]) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
  const { text } = await readWell(
    'page.html',
    `${row('索 引 号：', '0001/2021-1', '发文机关：', '云汀市人民政府')}${row('主 题 词：', '', '')}` +
      '<p>云汀市人民政府关于整修</p><p>石埠头的通知</p><p>云政发〔2021〕1号</p><p>各县、区人民政府：</p><p>现通知如下。</p>',
  );
  expect(text).toMatch(/^主 题 词:$/m);
  expect(text).toMatch(/^云汀市人民政府关于整修$/m);
});

describe('what carries meaning by its place', () => {
  const page = (body: string) =>
    readWell('page.html', `<h1>示例市人民政府关于灯桩的通知</h1><p>各县、区人民政府：</p>${body}<p>示例市人民政府</p>`);

  test('powers, notes and formulas are written out, in tables too', async () => {
    const { text } = await page(
      '<p>荷载3×10<sup>4</sup>N/m<sup>2</sup>，灯桩126<sup>3</sup>座，按<math><mfrac><mi>甲</mi><mi>乙</mi></mfrac></math>计。</p>' +
        '<table><tr><td>项目</td><td>数量</td></tr><tr><td>灯桩</td><td>12<span style="vertical-align:super">1</span></td></tr></table>',
    );
    expect(text).toContain('荷载3×10⁴N/m²，灯桩126[3]座，按甲/乙计。');
    expect(text).toContain('12[1]');
  });

  test('struck words are left out and told', async () => {
    const read = await page(
      '<p>面积<s>1200</s>1500平方米，<span style="text-decoration:line-through">旧</span>新。</p>',
    );
    expect(read.text).toContain('面积1500平方米，新。');
    expect(notesOf(read)).toEqual(['struck-text: 5 characters that are struck through were left out: 1200 旧']);
  });

  test('files that the page shows in a frame are told', async () => {
    const read = await page('<iframe src="/viewer.html?file=/a.pdf"></iframe>');
    expect(notesOf(read)).toEqual([
      'embedded-files: the page shows files that are not read; open them and ingest their text: /viewer.html?file=/a.pdf',
    ]);
  });

  test('a column of links beside the text is navigation', async () => {
    const links = [1, 2, 3, 4]
      .map((at) => `<p><a href="/${at}">关于在渡口第${at}处实施绿色照明的若干...</a></p>`)
      .join('');
    const words = '<p>各区对本辖区渡口负总责，渡口经营者对渡运安全负直接责任，不得推卸。</p>'.repeat(12);
    const read = await page(`<table><tr><td>${words}</td><td><p>浏览记录</p>${links}</td></tr></table>`);
    expect(read.text).not.toMatch(/绿色照明|浏览记录/);
  });
});

describe('what cannot be taken', () => {
  const links = Array.from({ length: 20 }, (_, at) => `<li><a href="/${at}">示例市关于第${at}件事的通知</a></li>`).join(
    '',
  );
  test.each([
    [
      'a page of links',
      pageOf(`<ul>${links}</ul>`),
      'the page holds links and no document. Open the document that it links to, save that page, and ingest it.',
    ],
    [
      'a page of frames',
      '<frameset><frame src=a.html></frameset>',
      'it only shows other pages in frames. Save the page inside the frame, and ingest that.',
    ],
    ['an empty page', pageOf(' &nbsp; '), 'the file is empty. Save the text into it, or leave it out.'],
    [
      'a page that is nested without end',
      '<div>'.repeat(5000),
      'its elements stand more than 600 deep in each other. Copy its text into a .txt file and ingest that.',
    ],
    ['a PDF file', '%PDF-1.7', 'it is a PDF file, no text. Copy its text into a .txt file in UTF-8 and ingest that.'],
  ])('%s', async (_, content, message) => {
    expect(await readAs('page.html', content)).toBe(`SourceFileError: page.html: ${message}`);
  });

  test('spans without measure cost nothing', async () => {
    const row = '<tr><td rowspan=60000 colspan=1000>甲<td>乙'.repeat(3000);
    const began = performance.now();
    const { text, tree } = await readWell('page.html', pageOf(`<p>示例市通知</p><table>${row}</table>`));
    expect(brokenTiling(text, tree)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
