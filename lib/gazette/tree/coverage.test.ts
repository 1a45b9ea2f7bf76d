import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { isBlank } from '@/lib/gazette/words/chars';
import { addCoverage, changesBetween, coverageOf, emptyCoverage, unparsedLines } from './coverage';
import { allTexts } from '@/lib/gazette/testing/texts';

const point = (offset: number): ast.Point => ({ line: 1, column: offset + 1, offset });
const at = (start: number, end: number): { position: ast.Position } => ({
  position: { start: point(start), end: point(end) },
});
/** A standalone document of one notice with these blocks, over a text of 20 characters. */
const treeOf = (children: ast.Block[]): ast.Gazette => {
  const part: ast.Part = { type: 'part', kind: 'notice', title: '', id: 'n', children, ...at(0, 20) };
  const document: ast.Document = { type: 'document', title: '', genre: '通知', children: [part], ...at(0, 20) };
  return { type: 'gazette', kind: 'standalone', children: [document], ...at(0, 20) };
};
const citation = (value: string, more: Partial<ast.Citation>): ast.Citation => ({
  type: 'citation',
  value,
  relation: 'cites',
  ...at(0, value.length),
  ...more,
});
const number: ast.DocNumber = {
  form: 'bracketed',
  agencyCode: '示政发',
  year: 2023,
  serial: 1,
  canonical: '示政发〔2023〕1号',
};
const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, times) => all + times, 0);

describe('the characters of a coverage', () => {
  it.each(allTexts.map(({ name, text }) => [name, text]))('are all characters with ink of %s', (_, text) => {
    const { characters } = coverageOf(text, parseGazette(text));
    expect(sum(characters)).toBe(
      Array.from({ length: text.length }, (__, unit) => text[unit]!).filter((unit) => !isBlank(unit)).length,
    );
    expect([characters.lost, characters.twice]).toEqual([undefined, undefined]);
  });

  it('say what was lost and what lies in two leaves', () => {
    const text = '一二三四 五六七八';
    const leaf = (start: number, end: number): ast.Unparsed => ({
      type: 'unparsed',
      value: text.slice(start, end),
      ...at(start, end),
    });
    const tree = treeOf([leaf(0, 3), leaf(2, 4)]);
    expect(coverageOf(text, { tree, messages: [] }).characters).toEqual({ lost: 4, twice: 1, unparsed: 3 });
  });

  it('are counted by the node that holds them', () => {
    const head = '示例市人民政府文件\n示政发〔2023〕4号\n示例市人民政府关于绿化的通知\n各区人民政府:\n';
    const text = `${head}一、要求\n树|棵\n甲|1\n乙|2\n落实《绿化条例》。`;
    expect(coverageOf(text, parseGazette(text)).characters).toEqual({
      letterhead: 9,
      numberLine: 11,
      title: 14,
      addressee: 7,
      marker: 2,
      heading: 2,
      'table cell': 6,
      pipe: 3,
      paragraph: 3,
      citation: 6,
    });
  });
});

describe('citations are counted by form', () => {
  it.each([
    ['bracketed', citation('示政发〔2023〕1号', { docNumber: number, title: '甲办法' })],
    ['order', citation('市人民政府令第7号', { docNumber: { ...number, form: 'order' } })],
    ['announcement', citation('公告2023年第2号', { docNumber: { ...number, form: 'announcement' } })],
    ['title only', citation('《绿化\n条例》', { title: '绿化条例' })],
    ['alias', citation('《通知》', { docNumber: number, title: '示例市绿化通知' })],
    ['alias', citation('《条例》', { title: '示例市绿化条例' })],
    ['alias definition', citation('示政发〔2023〕1号', { docNumber: number, aliasDefinition: true })],
  ])('%s', (form, child) => {
    const tree = treeOf([{ type: 'paragraph', children: [child], ...at(0, 20) }]);
    const { citations, relations } = coverageOf(' '.repeat(20), { tree, messages: [] });
    expect([citations, relations]).toEqual([{ [form]: 1 }, { cites: 1 }]);
  });

  it('and a range and a locator once more', () => {
    const child = citation('示政发〔2023〕1—5号', {
      docNumber: number,
      through: { ...number, serial: 5 },
      locator: '附件2',
    });
    const tree = treeOf([{ type: 'paragraph', children: [child], ...at(0, 20) }]);
    expect(coverageOf(' '.repeat(20), { tree, messages: [] }).citations).toEqual({
      bracketed: 1,
      range: 1,
      'with locator': 1,
    });
  });
});

it('sections are counted by marker, by level, and apart from numbered paragraphs', () => {
  const text =
    '示例市人民政府文件\n示政发〔2023〕4号\n示例市人民政府关于绿化的通知\n各区人民政府:\n一、要求\n(一)种树\n多种树。\n(二)浇水\n多浇水。\n二、保障\n有保障。';
  const { headings, levels, parts, documents } = coverageOf(text, parseGazette(text));
  expect(headings).toEqual({ '一、': 2, '(一)': 2 });
  expect(levels).toEqual({ '1 一、': 2, '2 (一)': 2 });
  expect([parts, documents]).toEqual([{ notice: 1 }, { 通知: 1 }]);
});

it('tables that were not rebuilt are counted by their reason', () => {
  const table = (reason: ast.Table['reason']): ast.Table => ({
    type: 'table',
    id: 'biao1',
    confidence: 'unreconstructed',
    reason,
    children: [],
    ...at(0, 1),
  });
  const tree = treeOf([table('missingCell'), table('blankForm'), table('missingCell')]);
  const { tables, unreconstructed } = coverageOf('', { tree, messages: [] });
  expect(tables).toEqual({ unreconstructed: 3 });
  expect(unreconstructed).toEqual({
    'the cells fit no number of columns: one is missing': 2,
    'a blank form: labels without values': 1,
  });
});

it('unparsed lines are grouped by their first characters, figures being alike, with their places', () => {
  const unparsed: ast.Unparsed = { type: 'unparsed', value: '１2页 甲\n\n34页甲乙', ...at(0, 12) };
  const tree: ast.Gazette = { ...treeOf([]), children: [unparsed] };
  expect(unparsedLines(tree)).toEqual([
    { line: 1, start: '00页甲' },
    { line: 3, start: '00页甲' },
  ]);
  expect(coverageOf('', { tree, messages: [] }).unparsed).toEqual({ '00页甲': 2 });
});

it('a change is told with what was and what is, also where a name is new or gone', () => {
  const [before, after] = [emptyCoverage(), emptyCoverage()];
  before.headings = { '一、': 3, '1.': 2, '①': 1 };
  after.headings = { '一、': 3, '1.': 4, '(一)': 1 };
  expect(changesBetween(before, after)).toEqual([
    { group: 'headings', name: '1.', before: 2, after: 4 },
    { group: 'headings', name: '(一)', before: 0, after: 1 },
    { group: 'headings', name: '①', before: 1, after: 0 },
  ]);
});

it('coverages add up', () => {
  const total = emptyCoverage();
  const one = { ...emptyCoverage(), tables: { certain: 2 } };
  addCoverage(total, one);
  addCoverage(total, { ...emptyCoverage(), tables: { certain: 1, inferred: 1 } });
  expect(total.tables).toEqual({ certain: 3, inferred: 1 });
});
