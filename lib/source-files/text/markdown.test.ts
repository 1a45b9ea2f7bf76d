import { describe, expect, test } from 'vitest';
import { inkedLines, notesOf, readWell } from '@/lib/source-files/testing/read-as';

describe('Markdown', () => {
  test.each([
    [
      'marks of headings and emphasis vanish, words stay',
      '# 关于植树的**通知**\n\n## 一、_要求_\n\n每年 `3` 月',
      ['关于植树的通知', '一、要求', '每年 3 月'],
    ],
    ['each line is a line', '一、要求\n(一)目标\n    种树。', ['一、要求', '(一)目标', '种树。']],
    ['items keep the numbers that are written', '3. 甲\n5. 乙\n   1) 丙\n\n- 丁', ['3. 甲', '5. 乙', '1) 丙', '丁']],
    [
      'links show their words, pictures and comments nothing',
      '见[《植树条例》](http://example.com/a)。\n![图](a.png)\n<!-- 注 -->',
      ['见《植树条例》。'],
    ],
    ['HTML inside is read', '<div>甲<br>乙</div>\n\n丙<sup>2</sup>', ['甲', '乙', '丙[2]']],
    ['what only looks like HTML is text', '<附件>按 a<b 填写', ['<附件>按 a<b 填写']],
    ['signs that are escaped are shown', '1\\. 甲\\*', ['1. 甲*']],
    [
      'a list of links is no navigation',
      '- [甲市通知](a)\n- [乙市通知](b)\n- [丙市通知](c)',
      ['甲市通知', '乙市通知', '丙市通知'],
    ],
  ])('%s', async (_, source, lines) => {
    expect(inkedLines(await readWell('text.md', source))).toEqual(lines);
  });

  test('tables are tables, and cells beyond the header are kept', async () => {
    const { tables, text } = await readWell(
      'text.markdown',
      '| 项目 | 面积\\|公顷 |\n|---|:-:|\n| 公园 | 3 | 余 |\n| 绿道 |\n\n完。',
    );
    const shown = tables.map(({ rows }) =>
      rows.map((row) => row.map(({ header, start, end }) => (header ? '*' : '') + text.slice(start, end))),
    );
    expect(shown).toEqual([
      [
        ['*项目', '*面积|公顷'],
        ['公园', '3', '余'],
        ['绿道', ''],
      ],
    ]);
  });

  test('a table of HTML keeps its spans', async () => {
    const { tables } = await readWell(
      'text.md',
      '<table>\n<tr><td rowspan="2">甲</td><td>1</td></tr>\n\n<tr><td>2</td></tr>\n</table>',
    );
    expect(tables[0]?.rows.map((row) => row.map(({ rowSpan }) => rowSpan))).toEqual([[2, 1], [1]]);
  });

  test('settings above the text are fields of a portal, or left out and told', async () => {
    const page = await readWell('text.md', '---\ntitle: 通知\n文号: 示政发〔2024〕1号\ntags:\n  - a\n---\n# 通知\n');
    expect(inkedLines(page)).toEqual(['标题: 通知', '文号: 示政发〔2024〕1号', '通知']);
    expect(notesOf(page)).toEqual(['front-matter: 7 characters of settings above the text were left out']);
    expect(inkedLines(await readWell('text.md', '---\n一、甲\n---\n乙'))).toEqual(['一、甲', '乙']);
  });

  test('a quote above the title is left out and told', async () => {
    const page = await readWell('text.md', '> 摘自网页。\n\n# 示例市人民政府通知\n\n> 引文\n');
    expect(inkedLines(page)).toEqual(['示例市人民政府通知', '引文']);
    expect(notesOf(page)).toEqual(['quote-above: 6 characters quoted above the title were left out']);
  });

  test('notes have their marks and their words, and struck words are told', async () => {
    const page = await readWell('text.md', '堆场荷载3×10^4^N/m^2^。[^1] ~~旧的~~新的。\n\n[^1]: 按设计书。\n');
    expect(inkedLines(page)).toEqual(['堆场荷载3×10⁴N/m²。[1] 新的。', '[1] 按设计书。']);
    expect(notesOf(page)).toEqual(['struck-text: 2 characters that are struck through were left out: 旧的']);
  });

  test('a .txt file is none', async () => {
    expect(inkedLines(await readWell('text.txt', '# 通知\n\n**重要**'))).toEqual(['# 通知', '**重要**']);
  });

  test('hostile marks cost no more than their length', async () => {
    const began = performance.now();
    for (const mark of ['*', '_', '[', '`', '> ', '<', '![', '| '])
      await readWell('text.md', `示例市${mark.repeat(20_000)}`);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
