import { describe, expect, test } from 'vitest';
import { firstLines, headingAbove, peekTargetSchema, type PeekPassage } from './peek';

describe('what a link leads to', () => {
  test.each([
    [
      '/shili/shizhengfa-2023-1',
      { kind: 'document', municipality: 'shili', document: 'shizhengfa-2023-1', address: null },
    ],
    [
      '/shili/shizhengfa-2023-1#a-t12',
      { kind: 'document', municipality: 'shili', document: 'shizhengfa-2023-1', address: 'a-t12' },
    ],
    [
      '/shili/shizhengfa-2023-1/2.3?q=x',
      { kind: 'document', municipality: 'shili', document: 'shizhengfa-2023-1', address: '2.3' },
    ],
    ['/wenhao/%E5%9B%BD%E5%8F%91%E3%80%942021%E3%80%953%E5%8F%B7', { kind: 'number', spelling: '国发〔2021〕3号' }],
    ['/wenhao/国发〔2021〕3号', { kind: 'number', spelling: '国发〔2021〕3号' }],
  ])('%s is a document, a section or a number', (link, target) => {
    expect(peekTargetSchema.parse(link)).toEqual(target);
  });

  test.each([
    '/search?q=x',
    '/',
    '',
    '//other.example/a/b/c/d',
    'https://other.example/shili/shizhengfa-2023-1',
    '/shili/%',
    '/shili/%00',
    '/shili/issues/2023/1',
    '/shili/养老',
    `/wenhao/${'国'.repeat(5000)}`,
    null,
    7,
  ])('%j is nothing that can be peeked at', (link) => {
    expect(peekTargetSchema.parse(link)).toBeNull();
  });
});

const part = (text: string): PeekPassage => ({
  address: 'n',
  kind: 'part',
  marker: '',
  heading: '关于种树的通知',
  path: [],
  text,
});
const section = (address: string, name: [string, string], text: string, above: string[] = []): PeekPassage => ({
  address,
  kind: 'section',
  marker: name[0],
  heading: name[1],
  path: [{ address: 'n' }, ...above.map((step) => ({ address: step }))],
  text,
});

describe('first lines', () => {
  test('of a document leave out whom it speaks to and who signs', () => {
    const notice = part('各区人民政府:\n为了种树,现通知如下:\n示例市人民政府\n2023年3月1日\n(此件公开发布)');
    expect(firstLines([notice, section('1', ['一、', '要求'], '多种树。')], null)).toBe(
      '为了种树,现通知如下: 一、要求 多种树。',
    );
  });

  test('of a section are its own, and where it has none those of what stands in it', () => {
    const stretches = [
      section('2', ['二、', '任务'], ''),
      section('2.1', ['(一)', '种树'], '种三棵。', ['2']),
      section('3', ['三、', '保障'], '不属于这里。'),
    ];
    expect(firstLines(stretches, '2')).toBe('(一)种树 种三棵。');
    expect(firstLines(stretches.slice(1), '2.1')).toBe('种三棵。');
  });

  test('are few', () => {
    const lines = firstLines([section('1', ['一、', '要求'], '种树。'.repeat(200))], '1');
    expect(lines).toHaveLength(140);
    expect(lines.endsWith('…')).toBe(true);
  });

  test('do not say twice what names a section without a name', () => {
    expect(headingAbove('老年人可以申请送餐…', '老年人可以申请送餐,每单不超过2元。')).toBe('');
    expect(headingAbove('多种树', '多种树。\n种三棵。')).toBe('');
    expect(headingAbove('种树', '种三棵。')).toBe('种树');
    expect(headingAbove('种树', '种树要挖坑。')).toBe('种树');
    expect(headingAbove('保护种树', '种树要挖坑。')).toBe('保护种树');
    expect(headingAbove('', '')).toBe('');
    const stretches = [section('t9', ['第九条', ''], ''), section('t9.1', ['(一)', '送餐上门'], '送餐上门。', ['t9'])];
    expect(firstLines(stretches, 't9')).toBe('(一) 送餐上门。');
  });

  test('name a section by its own heading, also where the text begins with the end of it', () => {
    const stretches = [
      section('2', ['2', '组织'], ''),
      section('2.1', ['2.1', '指挥机构'], '机构设在广场。', ['2']),
      section('2.1.3', ['2.1.3', '应急指挥'], '先断电。', ['2', '2.1']),
    ];
    expect(firstLines(stretches, '2')).toBe('2.1 指挥机构 机构设在广场。 2.1.3 应急指挥 先断电。');
  });
});
