import { describe, expect, test } from 'vitest';
import { findSection, listSectionTexts, parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { nameSection, nodeLocator, nodeMarkers, nodeName, pathWords, type NamedSection } from './section-names';
import { EMERGENCY_PLAN, FESTIVAL_RULES } from './testing/numbered-texts';

const documentIn = (text: string): ast.Document =>
  parseGazette(text).tree.children.find((child) => child.type === 'document')!;

const documents = { plan: documentIn(EMERGENCY_PLAN), rules: documentIn(FESTIVAL_RULES) };
type Name = keyof typeof documents;

/** A section as its row has it. */
const inRows = (name: Name, address: string) =>
  listSectionTexts(documents[name]).find((section) => section.address === address)!;
/** The same in the tree. */
const inTree = (name: Name, address: string) => findSection(documents[name], address)!;

/** Markers and heading of a row, as a list shows them. */
const shown = (section: NamedSection): string => {
  const { markers, heading } = nameSection(section);
  return [markers, heading].join('|');
};

describe('in lists a section is called by the markers down to it and its heading', () => {
  test.each([
    ['plan', 'a-1', '1|总则'],
    ['plan', 'a-1.1', '1.1|编制目的'],
    ['plan', 'a-2.1', '2.1|指挥机构'],
    ['plan', 'a-2.1.3', '2.1.3|应急指挥'],
    ['plan', 'a-2.1.3.1', '2.1.3(1)|断电'],
    ['plan', 'a-2.1.3.1.1', '2.1.3(1)①|剪线'],
    ['plan', 'f1-1.1', '附件1　1.1|联络顺序'],
    ['plan', 'f1', '|附件1 风筝节联络表'],
    ['plan', 'n', '正文|'],
    ['rules', 'a-b1', '第一篇|灯会筹备'],
    ['rules', 'a-b1.z1', '第一篇第一章|总则'],
    ['rules', 'a-t2zhi1', '第一篇第一章第二条之一|灯会遇雨顺延,顺延办法依照《示例市风筝节…'],
    ['rules', 'a-t2zhi1.1', '第一篇第一章第二条之一（一）|小雨'],
    ['rules', 'a-t2zhi1.1.1', '第一篇第一章第二条之一（一）①|油灯加罩'],
  ] as const)('%s %s', (document, address, name) => {
    expect(shown(inRows(document, address))).toBe(name);
  });

  const step = (marker: string, heading = '甲', kind = 'section') => ({ address: 'a', kind, marker, heading });
  const below = (...markers: string[]): NamedSection => ({
    ...step(markers.at(-1)!),
    partKind: 'annexed',
    path: [step('', '办法', 'part'), ...markers.slice(0, -1).map((marker) => step(marker))],
  });

  test.each([
    [['第一编', '第一条'], '第一编第一条|甲'],
    [['第一部分', '一、', '(一)'], '第一部分一、（一）|甲'],
    [['一、', '（二十一）', '3.'], '一、（二十一）3.|甲'],
    // A decimal says its whole number, also where a level is skipped; other numbers stay.
    [['2', '2.1.3'], '2.1.3|甲'],
    [['1.', '1.1'], '1.1|甲'],
    [['１', '１．２'], '１．２|甲'],
    [['一、', '1.1'], '一、1.1|甲'],
    [['2', '21.1'], '2 21.1|甲'],
    [['2.1', '211.3'], '2.1 211.3|甲'],
    [['1', '1.'], '1 1.|甲'],
    // 2.1.3 and 1. are no number 2.1.31.
    [['2.1', '2.1.3', '1.'], '2.1.3 1.|甲'],
    // An item of a box stands below the item that the box stands in.
    [['（二）', '5.', '', '1.'], '（二）5.1.|甲'],
    [['2.', '1)'], '2.1)|甲'],
    [['⑴', '⒈'], '⑴⒈|甲'],
  ])('%j', (markers, name) => {
    expect(shown(below(...markers))).toBe(name);
  });

  test.each([
    ['附件1', '附件1　一、|甲'],
    ['附件2：', '附件2　一、|甲'],
    ['附表1', '附表1　一、|甲'],
    ['', '一、|甲'],
  ])('below the attachment labelled %j', (label, name) => {
    const section = { ...step('一、'), partKind: 'attachment', path: [step(label, '名单', 'part')] };
    expect(shown(section)).toBe(name);
  });

  test('a box and a table have no marker, whatever their words begin with', () => {
    const path = [step('', '办法', 'part'), step('一、')];
    expect(shown({ ...step('', '1.主要指标', 'table'), partKind: 'annexed', path })).toBe('一、|1.主要指标');
  });

  test.each([
    ['2.1.3', '应急指挥', 6],
    ['一、', '总体要求', 2],
    ['', '主要指标', 0],
  ])('%s%s: its heading begins in the printed name at %s', (marker, heading, headingAt) => {
    expect(nameSection({ ...below('1'), marker, heading }).headingAt).toBe(headingAt);
  });
});

test.each([
  ['plan', 'a-2.1.3', '示例市风筝节应急预案 › 2 组织体系 › 2.1 指挥机构 › 2.1.3 应急指挥'],
  ['plan', 'f1-1.1', '附件1 风筝节联络表 › 1 顺序 › 1.1 联络顺序'],
  ['rules', 'a-b1.z1', '示例市灯会办法 › 第一篇 灯会筹备 › 第一章 总则'],
] as const)('the path in plain text of %s %s', (document, address, words) => {
  expect(pathWords(inRows(document, address))).toBe(words);
});

describe('on its own page a section is called', () => {
  test.each([
    ['plan', 'a-1.1', '1.1', '1.1 编制目的'],
    ['plan', 'a-2.1.3', '2.1.3', '2.1.3 应急指挥'],
    ['plan', 'f1-1.1', '附件1　1.1', '1.1 联络顺序'],
    ['rules', 'a-b1', '第一篇', '第一篇 灯会筹备'],
    ['rules', 'a-t2zhi1.1', '第一篇第一章第二条之一（一）', '（一）小雨'],
  ] as const)('%s %s', (document, address, markers, name) => {
    const found = inTree(document, address);
    const tree = documents[document];
    expect([nodeMarkers(found, tree), nodeName(found.node, tree)]).toEqual([markers, name]);
  });
});

describe('a citation names', () => {
  test.each([
    ['plan', 'a-2.1.3', '2.1.3'],
    ['plan', 'a-2.1.3.1', '2.1.3（1）'],
    ['plan', 'f1-1.1', '附件1 1.1'],
    ['rules', 'a-b1.z1', '第一篇第一章'],
    ['rules', 'a-t2zhi1.1', '第二条之一第（一）项'],
  ] as const)('%s %s', (document, address, locator) => {
    expect(nodeLocator(inTree(document, address), documents[document])).toBe(locator);
  });
});
