import { expect, it } from 'vitest';
import { fold, isBlank, keyOf } from './chars';

it.each([
  ['（一）指导思想：以人为本，', '(一)指导思想:以人为本,'],
  ['２０２３年４月', '2023年4月'],
  ['示政发﹝2023﹞4号', '示政发〔2023〕4号'],
  ['Ａ｜Ｂ', 'A|B'],
  ['组\u3000\u00a0长', '组  长'],
  ['a\u200bb\ufeffc', 'a b c'],
  ['“《〈①〉》”', '“《〈①〉》”'],
  ['汉字、。', '汉字、。'],
])('%j is folded to %j, unit for unit', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text)).toHaveLength(text.length);
});

it('folding twice is folding once', () => {
  const text = '（一）　２０２３年｜﹝…﹞\u2028\u00ad';
  expect(fold(fold(text))).toBe(fold(text));
});

it('folding leaves every other unit alone: pairs, halves of pairs, combining marks', () => {
  for (const text of ['\ud842\udfb7', '\ud83d', '\udc00', 'e\u0301', '\u0000']) expect(fold(text)).toBe(text);
});

it.each([' ', '\n', '\r', '\t', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2028', '\u00ad'])(
  '%j leaves no ink',
  (blank) => {
    expect(isBlank(blank)).toBe(true);
  },
);

it.each(['一', '|', '-', '.', '\u0000', '\ud83d'])('%j leaves ink', (character) => {
  expect(isBlank(character)).toBe(false);
});

it('two printings of the same words have one key', () => {
  expect(keyOf('示例市　人民政府\n关于（试行）')).toBe(keyOf('示例市人民政府 关于(试行)'));
});
