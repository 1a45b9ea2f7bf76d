import { expect, test } from 'vitest';
import { contentWords, isMarked, withoutQuestion } from './simpler-words';

test.each([
  ['加装电梯一楼要出钱吗？', '加装电梯一楼要出钱'],
  ['请问社区食堂在哪里办', '社区食堂 办'],
  ['谁负责垃圾分类', '负责垃圾分类'],
  ['养老床位', '养老床位'],
  ['公家自行车咋收费', '公家自行车 收费'],
  ['修树封路到啥时候', '修树封路到'],
  ['临时停车位收费不', '临时停车位收费'],
  ['不收费', '不收费'],
  ['請問圖書館幾點開門', '圖書館 開門'],
])('%s without its question is %s', (text, words) => expect(withoutQuestion(text)).toBe(words));

test('words are parted where words end', () => {
  expect(contentWords('居民身份证在哪里补办')).toEqual(['居民身份证', '补办']);
  expect(contentWords('养老床位 补贴')).toEqual(['养老', '床位', '补贴']);
});

test.each(['"养老床位"', '‘养老’', '标题:养老', '养老 -床位', '养老|床位', '养老 OR 床位'])('%s is marked', (q) => {
  expect(isMarked(q)).toBe(true);
});
