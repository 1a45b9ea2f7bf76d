import { describe, expect, it } from 'vitest';
import { setApart, writeSetApart } from './raised';

const above = (before: string, words: string, behind = ''): string =>
  writeSetApart(before + setApart(words, 'above') + behind);

describe('words above the line', () => {
  it.each([
    ['3.5×10', '4', '3.5×10⁴'],
    ['10', '-3', '10⁻³'],
    ['N/m', '2', 'N/m²'],
    ['(a+b)', '2', '(a+b)²'],
    ['2', 'n', '2ⁿ'],
    ['x', 'k', 'x^k'],
    ['5千米', '2', '5千米²'],
  ])('are a power behind %s', (before, words, line) => {
    expect(above(before, words)).toBe(line);
  });

  it.each([
    ['126', '3', '126[3]'],
    ['示政发〔2025〕41', '5', '示政发〔2025〕41[5]'],
    ['(示政发〔2025〕51号)', '6', '(示政发〔2025〕51号)[6]'],
    ['第二', '7', '第二[7]'],
    ['甲', '[1]', '甲[1]'],
    ['甲', '①', '甲①'],
    ['甲', '2,3', '甲[2,3]'],
  ])('are the mark of a note behind %s', (before, words, line) => {
    expect(above(before, words)).toBe(line);
  });

  it('are one stretch, though the file has set each character by itself', () => {
    expect(writeSetApart(`甲${setApart('1', 'above')}${setApart('2', 'above')}乙`)).toBe('甲[12]乙');
  });
});

it('words below the line are an index behind a letter, and else stand beside it', () => {
  expect(writeSetApart(`CO${setApart('2', 'below')}`)).toBe('CO₂');
  expect(writeSetApart(`PM${setApart('2.5', 'below')}`)).toBe('PM2.5');
});
