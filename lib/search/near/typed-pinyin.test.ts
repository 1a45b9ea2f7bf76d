import { expect, test } from 'vitest';
import { cutPinyin, cutTypedPinyin } from './typed-pinyin';

test.each([
  ['tushuguan', 'tu shu guan'],
  ['zhufanggongjijin', 'zhu fang gong ji jin'],
  ['shequ shitang', 'she qu shi tang'],
  ["xi'an", 'xi an'],
  ['lvhua', 'lv hua'],
])('%s is cut into %s', (typed, syllables) =>
  expect(cutPinyin(typed).map((way) => way.join(' '))).toContain(syllables),
);

test('the fewest syllables come first', () => {
  expect(cutPinyin('fangan')[0]).toHaveLength(2);
});

test.each(['shi', 'gongbao2023', 'portal', 'A4', '图书馆', '', 'x'.repeat(5000)])('%s is no pinyin', (typed) =>
  expect(cutPinyin(typed)).toEqual([]),
);

test.each([
  ['tushug', [['tu', 'shu']]],
  ['tushuguan ', [['tu', 'shu', 'guan']]],
  ['tush', []],
  ['zzzz', []],
])('%s is pinyin as far as it is finished', (typed, ways) => expect(cutTypedPinyin(typed).slice(0, 1)).toEqual(ways));
