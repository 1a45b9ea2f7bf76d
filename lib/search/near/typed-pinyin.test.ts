import { expect, test } from 'vitest';
import { cutPinyin } from './typed-pinyin';

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
