import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSentences, sayRow, sayWords } from './sentences';

const cut = (text: string): string[] => cutSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a paragraph is cut into sentences', () => {
  test.each([
    ['甲。乙！丙？丁；戊', ['甲。', '乙！', '丙？', '丁；', '戊']],
    ['真的吗？！当然……好', ['真的吗？！', '当然……', '好']],
    ['1.完成3.5公里步道。2.增设座椅', ['1.完成3.5公里步道。', '2.增设座椅']],
    ['他说：“先修路。”路修好了。', ['他说：“先修路。”', '路修好了。']],
    ['坚持“先修路。”的办法。', ['坚持“先修路。”的办法。']],
    ['依照规定（见附件；下同）办理。完', ['依照规定（见附件；下同）办理。', '完']],
    ['见 http://example.cn/?q=1;2 一页。好', ['见 http://example.cn/?q=1;2 一页。', '好']],
    ['是吗?是;不是', ['是吗?', '是;', '不是']],
    ['　甲。  乙。　', ['甲。', '乙。']],
    ['', []],
    ['   ', []],
    ['“没有收尾。可是还有', ['“没有收尾。可是还有']],
    ['多了一个）。再来', ['多了一个）。', '再来']],
  ])('%s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test('what is too long for a breath is cut at a comma', () => {
    const clause = '由各街道办事处会同社区居民委员会负责落实，';
    const pieces = cut(`${clause.repeat(12)}年底前完成。`);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(100);
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/，$/);
  });

  test('no character is lost, none is said twice, and each piece is a breath', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'甲乙，。；？！…“”（）《》1.3 ;?、\n'), maxLength: 400 });
    fc.assert(
      fc.property(soup, (text) => {
        const pieces = cutSentences(text);
        const blank = /\s/gu;
        expect(
          pieces
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(blank, ''),
        ).toBe(text.replace(blank, ''));
        for (const { start, end } of pieces)
          expect(end - start).toSatisfy((length: number) => length > 0 && length <= 100);
      }),
    );
  });
});

test.each([
  ['1.健全制度。', '1，健全制度。'],
  ['（一）指导思想。', '一，指导思想。'],
  ['3.5公里', '3.5公里'],
  ['《示例市办法》（示政发〔2022〕8号）', '示例市办法（示政发2022年8号）'],
])('%s is said as %s', (words, said) => {
  expect(sayWords(words)).toBe(said);
});

test('a row of a table is said with the names of its columns, without its empty cells', () => {
  const cells = [
    { name: '区', words: '东湖区' },
    { name: '面积', words: ' 3 ' },
    { name: '备注', words: '' },
    { name: '', words: '小计' },
  ];
  expect(sayRow(cells)).toBe('区，东湖区；面积，3；小计。');
  expect(sayRow([{ name: '区', words: ' ' }])).toBe('');
});
