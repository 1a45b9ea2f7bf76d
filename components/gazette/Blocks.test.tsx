import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type * as ast from '@/lib/gazette/ast';
import { Blocks } from './Blocks';
import type { RenderContext } from '@/lib/views/gazette/render-context';
import { cell, everyBlock, paragraph, section, table } from './testing/tree';

const context: RenderContext = { documentHref: '/shili/wenjian', level: 2, citations: new Map() };
const show = (nodes: ast.Block[], more: Partial<RenderContext> = {}) =>
  renderToStaticMarkup(<Blocks nodes={nodes} context={{ ...context, ...more }} />);

describe('every kind of block is shown', () => {
  test.each(Object.values(everyBlock).map((node) => [node.type, node] as const))('%s', (_type, node) => {
    expect(show([node])).toMatchSnapshot();
  });

  test('what the head of the page shows is not repeated', () => {
    const { letterhead, numberLine, title, label } = everyBlock;
    expect(show([letterhead, numberLine, title, label], { headShown: true })).toBe('');
  });
});

describe('a section', () => {
  test('is a heading with its address, one level below the one above it', () => {
    const html = show([
      section('1', 'hanComma', '一、', '总则', {
        children: [section('1.1', 'hanBracket', '(一)', '目标', { children: [paragraph('文。')] })],
      }),
    ]);
    expect(html).toContain(
      '<h2 id="1" class="s1"><a class="mk" href="/shili/wenjian/1" data-handle="marker">一、</a><span>总则</span>',
    );
    expect(html).toContain('<h3 id="1.1" class="s2">');
    expect(html).toContain('（一）');
  });

  test('never goes below h6', () => {
    expect(show([section('1', 'digitPoint', '1.', '深处', { children: [paragraph('文')] })], { level: 9 })).toContain(
      '<h6',
    );
  });

  test('with a run-in heading is one paragraph, its name in bold', () => {
    const html = show([
      section('1.1', 'hanBracket', '(一)', '指导思想。', {
        runIn: true,
        children: [paragraph('以甲为本,'), paragraph('又一段。')],
      }),
    ]);
    expect(html).toBe(
      '<p id="1.1" class="run l2"><b data-heading=""><a class="mk" href="/shili/wenjian/1.1" data-handle="marker">（一）</a>指导思想。</b>以甲为本，</p><p>又一段。</p>',
    );
  });

  test('without a name is a paragraph that starts with its marker', () => {
    const html = show([section('1', 'digitPoint', '1.', '', { children: [paragraph('做好工作。')] })]);
    expect(html).toBe(
      '<p id="1" class="run l3"><a class="mk" href="/shili/wenjian/1" tabindex="-1" data-handle="marker">1.</a>做好工作。</p>',
    );
  });

  test('that leads on or ends a list is text, though it stands on a line of its own', () => {
    expect(show([section('1', 'hanBracket', '(一)', '应当做到下列事项:', { children: [paragraph('文')] })])).toContain(
      '<p id="1"',
    );
    expect(show([section('2', 'circled', '②', '底部铺设排水管。')])).toContain('<p id="2"');
  });
});

describe('a table', () => {
  const rows = [
    [cell('区', { header: true }), cell('指标', { header: true, colSpan: 2 })],
    [cell('东湖区', { header: true, rowSpan: 2 }), cell('约 3'), cell('1,200')],
    [cell('4'), cell('绿地面积占比达标')],
  ];
  test('keeps head, spans and scopes', () => {
    const html = show([table(rows, { caption: [] })]);
    expect(html).toContain('<thead>');
    expect(html).toContain('colSpan="2" scope="colgroup"');
    expect(html).toContain('rowSpan="2" scope="rowgroup"');
    expect(html).toContain('<td class="short figure">1,200</td>');
    expect(html).toContain('tabindex="0" role="group" aria-label="表，可滚动"');
  });
  test('with reading text in it may run into the margin, and gives that text room', () => {
    const html = show([table([[cell('1'), cell('文'.repeat(80)), cell('甲'), cell('≥80%')]])]);
    expect(html).toContain('class="tbl out fits-28"');
    expect(html).toContain('<td class="short k0">1</td><td class="long">');
    expect(html).toContain('<td class="short figure">≥80%</td>');
  });
  test('that was not reconstructed claims no columns and says so', () => {
    const html = show([table(rows, { confidence: 'unreconstructed' })]);
    expect(html).not.toContain('<table');
    expect(html).toContain('表（未还原）');
    expect(html.indexOf('东湖区')).toBeLessThan(html.indexOf('绿地面积'));
  });
  test('that was inferred says so', () => {
    expect(show([table(rows, { confidence: 'inferred' })])).toContain('行列由文字推断');
  });
  test('keeps years at the left, where ranges of years stand too', () => {
    const html = show([table([[cell('1'), cell('2023'), cell('2022-2023'), cell('1600')]])]);
    expect(html).toContain('<td class="short">2023</td>');
    expect(html).toContain('<td class="short figure">1600</td>');
  });
  test('marks the cells that are in doubt where most are not', () => {
    const doubt = { inferred: true as const };
    const few = show([table([[cell('甲'), cell('乙', doubt), cell('丙')]], { confidence: 'inferred' })]);
    expect(few.match(/unsure/g)).toHaveLength(1);
    expect(few).toContain('带记号的格');
    const all = show([table([[cell('甲', doubt), cell('乙', doubt)]], { confidence: 'inferred' })]);
    expect(all).not.toContain('unsure');
  });
  test('says in Chinese why it was not rebuilt', () => {
    const why = (reason: ast.Table['reason']) =>
      show([table([[cell('甲')]], { confidence: 'unreconstructed', reason })]);
    expect(why('blankForm')).toContain('空白表格');
    expect(why('missingCell')).toContain('各行的格数对不上');
    expect(why('noHeader')).toContain('列数不能确定');
  });
});
