import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type * as ast from '@/lib/gazette/ast';
import { markDocument } from '@/lib/search/marks/marks';
import { parseQuery } from '@/lib/search/query';
import { Part } from './Part';
import { cell, citation, docNumber, everyBlock, paragraph, section, table, text } from './testing/tree';

const { position } = text('');

/** A document with one attachment, 附件1, that consists of the blocks. */
const documentOf = (blocks: ast.Block[]): ast.Document => ({
  type: 'document',
  title: '示例市人民政府关于节水的通知',
  children: [
    {
      type: 'part',
      kind: 'attachment',
      id: 'f1',
      label: '附件1',
      title: '示例市节水办法',
      children: [everyBlock.label, ...blocks],
      position,
    },
  ],
  position,
});

/** What the part shows below its heading, with the words of a query marked. */
function show(blocks: ast.Block[], q: string): string {
  const document = documentOf(blocks);
  const context = {
    documentHref: '/shili/wenjian',
    level: 2,
    citations: new Map(),
    ...markDocument(document, parseQuery(q)),
  };
  return renderToStaticMarkup(<Part node={document.children[0]!} context={context} document={document} />);
}
const marked = (html: string): string[] => [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1]!);

describe('words that were searched for are marked', () => {
  test('in a paragraph, under the punctuation that is shown', () => {
    expect(show([paragraph('养护河道,清理河道;巡查。')], '河道')).toContain(
      '<p>养护<mark>河道</mark>，清理<mark>河道</mark>；巡查。</p>',
    );
    expect(show([paragraph('养护河道,清理。')], '河道，清')).toContain('<mark>河道，清</mark>理');
  });

  test('as one where the source broke the line, or where they follow each other', () => {
    expect(show([paragraph('清理河', '道河道。')], '河道')).toContain('<p>清理<mark>河道河道</mark>。</p>');
  });

  test('half in the text and half in a citation, whose number stays tight', () => {
    const number = citation('示政发〔2020〕1号', { docNumber });
    expect(show([paragraph('依据示', number, '办理。')], '据示示政发2020')).not.toContain('<mark>');
    expect(show([paragraph('依据', number, '办理。')], '"据示政发〔20"')).toContain(
      '依<mark>据</mark><mark>示政发</mark><span class="keep"><mark>〔20</mark>20〕1号</span>办理。',
    );
  });

  test('in a citation of the number, however it is written', () => {
    expect(show([paragraph('依据', citation('示政发[2020]1号', { docNumber }), '。')], '示政发2020-1')).toContain(
      '依据<mark>示政发</mark><span class="keep"><mark>[2020]1号</mark></span>。',
    );
  });

  test.each<[string, ast.Block, string, string[]]>([
    [
      'the marker and heading of a section',
      section('1', 'hanComma', '一、', '总体要求', { children: [] }),
      '一、总体',
      ['一、', '总体'],
    ],
    [
      'a run-in heading and what follows it',
      section('1', 'hanBracket', '(一)', '目标。', { runIn: true, children: [paragraph('节水,增绿。')] }),
      '目标 节水',
      ['目标', '节水'],
    ],
    [
      'a paragraph that starts with its marker',
      section('1', 'digitPoint', '1.', '', { children: [paragraph('修好水闸')] }),
      '1.修好',
      ['1.', '修好'],
    ],
    ['two cells', table([[cell('东湖区'), cell('三百')]]), '区三', ['区', '三']],
    ['a table that was not rebuilt', table([[cell('东湖区')]], { confidence: 'unreconstructed' }), '东湖', ['东湖']],
    ['the caption of a table', table([[cell('1')]], { caption: [text('表1 节水')] }), '表1节', ['表1 节']],
    ['a callout', everyBlock.callout, '1雨水', ['1', '雨水']],
    ['a list', everyBlock.list, '甲', ['甲']],
    ['an addressee', everyBlock.addressee, '（区）', ['（区）']],
    ['a signature', everyBlock.signature, '政府', ['政府']],
    ['a signature over its lines', everyBlock.signature, '政府2020', ['政府', '2020']],
    ['a note', everyBlock.note, '公开', ['公开']],
    ['a list of attachments', everyBlock.attachmentList, '清单', ['清单']],
    ['an imprint', everyBlock.imprint, '抄送', ['抄送']],
    ['what could not be placed', everyBlock.unparsed, '无处', ['无处']],
    [
      'the title of the part, on both sides of where it may break',
      { type: 'title', children: [text('示例市'), text('节水办法')], position },
      '市节水',
      ['市', '节水'],
    ],
    ['the label of the part', paragraph('文'), '附件1', ['附件1']],
  ])('in %s', (_name, block, q, expected) => {
    expect(marked(show([block], q))).toEqual(expected);
  });

  test('and nothing changes where they do not occur', () => {
    const blocks = Object.values(everyBlock).filter(({ type }) => type !== 'label');
    expect(show(blocks, '这里没有')).toBe(show(blocks, ''));
    expect(show(blocks, '')).not.toContain('<mark>');
  });
});
