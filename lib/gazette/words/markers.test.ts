import { describe, expect, it } from 'vitest';
import { markerRules, readMarker } from './markers';

describe('a marker at the head of a line', () => {
  it.each([
    ['一、总体要求', 'hanComma', 1, '一、'],
    ['十二、保障措施', 'hanComma', 12, '十二、'],
    ['二十一、附则', 'hanComma', 21, '二十一、'],
    ['三 、任务', 'hanComma', 3, '三 、'],
    ['(一)指导思想', 'hanBracket', 1, '(一)'],
    ['( 二 )原则', 'hanBracket', 2, '( 二 )'],
    ['(三)、原则', 'hanBracket', 3, '(三)、'],
    ['(十一)原则', 'hanBracket', 11, '(十一)'],
    ['1.优化布局', 'digitPoint', 1, '1.'],
    ['12、优化布局', 'digitPoint', 12, '12、'],
    ['3 .优化布局', 'digitPoint', 3, '3 .'],
    ['(1)蓄水层', 'digitBracket', 1, '(1)'],
    ['2)种植土层', 'digitBracket', 2, '2)'],
    ['⑶砾石层', 'digitBracket', 3, '⑶'],
    ['①粒径', 'circled', 1, '①'],
    ['⒉粒径', 'digitPoint', 2, '⒉'],
    ['第一编 总则', 'bian', 1, '第一编'],
    ['第一章 总则', 'chapter', 1, '第一章'],
    ['第 三 章 附则', 'chapter', 3, '第 三 章'],
    ['第二节 申请', 'division', 2, '第二节'],
    ['第一条 为了规范', 'article', 1, '第一条'],
    ['第一百二十条 本法', 'article', 120, '第一百二十条'],
    ['第12条 本法', 'article', 12, '第12条'],
    ['第三条为了规范', 'article', 3, '第三条'],
  ] as const)('%s: %s %i, printed %j', (line, style, ordinal, printed) => {
    const marker = readMarker(line);
    expect(marker).toMatchObject({ style, ordinal });
    expect(line.slice(0, marker!.length)).toBe(printed);
  });

  it.each([
    '80.6%的路灯', '3.5公里以内', '12345热线', '110指挥中心', '2023年底前', '——就业更充分', '一是加强领导', '一方面', '第三方机构', '第一书记',
    '第一条例', '第五条第二款规定', '第三条、第四条', '第一章程', '第二节目', '(一)、(二)两类', '(一)至(三)项', '零、', '0.', '(0)', '', '(', '〔2023〕4号', '一',
  ])('%j has none', (line) => {
    expect(readMarker(line)).toBeNull();
  }); // prettier-ignore
});

describe('the rows of marker styles', () => {
  it.each(markerRules.map((rule) => [rule.specimen, rule] as const))('%s fits its own row first', (specimen, rule) => {
    expect(markerRules.find(({ pattern }) => pattern.test(specimen))).toBe(rule);
  });
});
