import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typesetText, typesetTexts, splitTitle } from './typography';

describe('displayText', () => {
  test.each([
    ['各县(区)人民政府,市直各部门:', '各县（区）人民政府，市直各部门：'],
    ['(一)指导思想。', '（一）指导思想。'],
    ['(1)加强管理', '（1）加强管理'],
    ['增加值(GDP):12', '增加值（GDP）：12'],
    ['到2025年,达到50%;力争60%以上', '到2025年，达到50%；力争60%以上'],
    ['行不行?行!', '行不行？行！'],
    ['(此件公开发布)', '（此件公开发布）'],
    ['《甲办法》(甲政发〔2020〕1号)', '《甲办法》（甲政发〔2020〕1号）'],
  ])('turns the marks beside Han characters: %s', (source, shown) => {
    expect(typesetText(source)).toBe(shown);
  });

  test.each([
    '1,000',
    '10:30',
    '比例1:3',
    'a,b;c',
    'http://a.example:80',
    '甲政发(2022)6号',
    '甲政发[2022]6号',
    '(2022)',
  ])('leaves numbers, times, Latin and 文号 alone: %s', (source) => {
    expect(typesetText(source)).toBe(source);
  });

  test('keeps the length, whatever the text', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'甲乙,:;()?!12ab 〔〕《》。%') });
    fc.assert(fc.property(soup, (text) => typesetText(text).length === text.length));
  });

  test('changes nothing but marks, and nothing twice', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'甲乙,:;()?!12ab 〔〕《》。%') });
    fc.assert(
      fc.property(soup, (text) => {
        const shown = typesetText(text);
        expect([...shown].every((unit, at) => unit === text[at] || ',:;()?!'.includes(text[at]!))).toBe(true);
        expect(typesetText(shown)).toBe(shown);
      }),
    );
  });

  test('leaves text without Han characters alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => typesetText(text) === text));
  });
});

test('displayTexts sees both sides of a seam', () => {
  expect(typesetTexts(['依据《甲》(', '甲政发〔2020〕1号', ')等,', '2项'])).toEqual([
    '依据《甲》（',
    '甲政发〔2020〕1号',
    '）等，',
    '2项',
  ]);
});

describe('splitTitle', () => {
  test('breaks by sense', () => {
    expect(splitTitle(['示例市人民政府办公室关于印发《示例市节水行动实施方案》的通知'])).toEqual([
      '示例市人民政府办公室',
      '关于',
      '印发',
      '《示例市节水行动',
      '实施方案》',
      '的通知',
    ]);
  });
  test('keeps the breaks of the print and loses no character', () => {
    const lines = ['示例市人民政府关于', '公布2023年度“示例”、“样板”名单的决定'];
    const pieces = splitTitle(lines);
    expect(pieces.join('')).toBe(lines.join(''));
    expect(pieces).toContain('关于');
    expect(pieces).toContain('的决定');
  });
});
