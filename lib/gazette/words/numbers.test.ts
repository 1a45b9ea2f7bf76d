import { describe, expect, it } from 'vitest';
import { findDate, readDateLine, readEnclosedNumber, readNumeral } from './numbers';

describe('a numeral', () => {
  it.each([
    ['0', 0], ['7', 7], ['58', 58], ['007', 7], ['一', 1], ['两', 2], ['十', 10], ['十二', 12], ['二十', 20], ['二十一', 21],
    ['一百', 100], ['一百零五', 105], ['一百二十', 120], ['一百二十三', 123], ['一千零一', 1001], ['二〇二三', 2023],
    ['二○二三', 2023], ['二零二三', 2023], ['二О二О', 2020], ['壹拾贰', 12], ['三0', 30],
  ])('%s is %i', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  }); // prettier-ignore

  it.each(['', '号', '1a', '一号', '12345678901', '一二三四五六七八九〇', '-1', '1.5'])('%j is no numeral', (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  it.each([
    ['①', 1],
    ['⑳', 20],
    ['⑴', 1],
    ['⒇', 20],
    ['⒈', 1],
    ['⒛', 20],
  ])('%s is %i', (text, value) => {
    expect(readEnclosedNumber(text)).toBe(value);
  });
  it.each(['1', '一', 'Ⓐ', ''])('%j is no number in a circle', (text) => {
    expect(readEnclosedNumber(text)).toBeNull();
  });
});

describe('a line that is a date', () => {
  it.each([
    ['2023年4月14日', '2023-04-14'],
    ['2023 年 4 月 4 日', '2023-04-04'],
    ['二〇二三年四月十四日', '2023-04-14'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['二О二三年一月十日', '2023-01-10'],
    ['二零二三年十月二十日', '2023-10-20'],
    ['2024年2月29日', '2024-02-29'],
    ['2000年2月29日', '2000-02-29'],
  ])('%s is %s', (text, date) => {
    expect(readDateLine(text)).toBe(date);
  });

  it.each([
    '2023年2月29日', '1900年2月29日', '2023年4月31日', '2023年13月1日', '2023年0月3日', '2023年1月0日', '2023年6月31日', '二〇二三年十三月一日',
    '2023年4月', '4月14日', '2023年4月14日印发', '自2023年4月14日', '2023-04-14', '三二三年四月一日', '',
  ])('%j is none', (text) => {
    expect(readDateLine(text)).toBeNull();
  }); // prettier-ignore
});

describe('the first date of a text', () => {
  it.each([
    ['2023-06-28 17:07:37', '2023-06-28'],
    ['2023/6/8', '2023-06-08'],
    ['2023.06.08', '2023-06-08'],
    ['自2023年3月1日起施行,至2024年3月1日止', '2023-03-01'],
    [' 2023-06-28', '2023-06-28'],
  ])('of %s is %s', (text, date) => {
    expect(findDate(text)).toBe(date);
  });
  it.each(['', '2023年', '2023-13-01', '2023-02-30', '第2023号'])('%j holds none', (text) => {
    expect(findDate(text)).toBeNull();
  });
});
