import { describe, expect, it } from 'vitest';
import { isBalanced, genreOf, innerTitles, quotedTitles } from './titles';

describe('the kind of document that a title names', () => {
  it.each([
    ['示例市人民政府关于开展古井普查的通知', '通知'],
    ['示例市集市管理办法(试行)', '管理办法'],
    ['示例市竹编工艺传习的实施意见', '实施意见'],
    ['示例市老街修缮方案(2020—2022年)', '方案'],
    ['示例市老街修缮方案(2020—2022年)(试行)', '方案'],
    ['示例市集市目录(试行)(2025年修订)(二)', '目录'],
    ['关于借用潜水设备的复函', '函'],
    ['2023年4月大事记', '大事记'],
    ['示例市海堤巡护规定', '规定'],
    ['示例市人民政府 公 告', '公告'],
  ])('%s: %s', (title, genre) => {
    expect(genreOf(title)).toBe(genre);
  });
  it.each(['', '示例市人民政府', '通知书样式', '关于古井'])('%j names none', (title) => {
    expect(genreOf(title)).toBeUndefined();
  });
});

describe('titles inside a title', () => {
  it.each([
    ['关于印发《甲办法》的通知', ['甲办法']],
    ['关于印发《甲办法》和《乙细则》的通知', ['甲办法', '乙细则']],
    ['关于印发甲办法的通知', ['甲办法']],
    ['示例市人民政府办公室转发市气象局关于做好海雾预警工作通知的通知', ['市气象局关于做好海雾预警工作通知']],
    ['关于公布《关于修改〈甲办法〉的决定》的公告', ['关于修改〈甲办法〉的决定']],
    ['关于开展古井普查的通知', []],
    ['', []],
  ])('%s', (title, titles) => {
    expect(innerTitles(title)).toEqual(titles);
  });
  it.each([
    ['《甲》和《乙》', ['甲', '乙']],
    ['《甲《乙》丙》', ['甲《乙》丙']],
    ['《甲', []],
    ['甲》《乙》', ['乙']],
    ['《》', []],
  ])('the outermost 《…》 of %s', (text, titles) => {
    expect(quotedTitles(text)).toEqual(titles);
  });
});

it.each([
  ['《甲》(试行)', true],
  ['关于印发《甲', false],
  ['“甲', false],
  ['甲(一', false],
  ['', true],
])('brackets of %j are closed: %s', (title, closed) => {
  expect(isBalanced(title)).toBe(closed);
});
