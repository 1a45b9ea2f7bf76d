import { expect, test } from 'vitest';
import { splitWords } from './split-words';

test('a question gives the words that a document may have', () => {
  expect(splitWords('养老床位补贴怎么申请')).toEqual(['养老', '床位', '补贴', '申请']);
  expect(splitWords('怎么')).toEqual([]);
});

test.each([
  ['居民身份证补办', '居民身份证 补办'],
  ['住房公积金提取', '住房 公积金 提取'],
  ['不动产登记证', '不动产 登记证'],
  ['公交车免费', '公交车 免费'],
  ['宅基地审批', '宅基地 审批'],
])('%s is cut where words end', (text, words) => expect(splitWords(text).join(' ')).toBe(words));
