import { expect, test } from 'vitest';
import { issuedTitleKey, titleKey } from './title-key';

test('titles meet in any punctuation', () => {
  expect(titleKey('《示例市“十四五”规划（2021—2025年）》')).toBe(titleKey('示例市"十四五" 规划(2021-2025年)'));
});

test('a law has one key with and without the name of the state', () => {
  expect(titleKey('《中华人民共和国港口法》')).toBe(titleKey('《港口法》'));
  expect(titleKey('中华人民共和国港口法实施条例')).toBe(titleKey('港口法实施条例'));
  expect(titleKey('中华人民共和国某会见闻')).not.toBe(titleKey('某会见闻'));
});

test.each([
  ['示例市人民政府关于印发《示例市绿化办法》的通知', '示例市绿化办法'],
  ['示例市人民政府关于印发示例市绿化办法的通知', '示例市绿化办法'],
  ['示例市人民政府转发市园林局关于绿化的意见的通知', null],
  ['示例市绿化办法', null],
])('the text issued by %j is %j', (title, issued) => {
  expect(issuedTitleKey(title)).toBe(issued);
});
