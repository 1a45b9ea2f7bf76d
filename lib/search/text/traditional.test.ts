import { ConverterFactory } from 'opencc-js/core';
import { configs } from 'opencc-js/preset/cn2t';
import { expect, test } from 'vitest';
import { simplify, simplifyAll } from './traditional';

/**
 * Where a standard writes a character which simplified texts tell apart, or which no text of today
 * has.
 */
const OTHER_WORDS = '链炼 坐座 里哩 具俱 象像 呆待 戚鏚 渖沈 镟旋 稆穞 吣唚 耇耈 幺么 腭颚 侭尽 縆緪'.split(' ');
/** The first block of Han characters: no phone has a font with all of the others. */
const COMMON = /^[\u4e00-\u9fff]$/u;

/** The Han characters of GB 2312: rows 16 to 87 of 94 cells. */
const characters = Array.from({ length: 72 * 94 }, (_, at) =>
  new TextDecoder('gb18030').decode(new Uint8Array([0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)])),
).filter((character) => /^\p{Script=Han}$/u.test(character));

test.each(['s2t', 's2tw', 's2hk'] as const)(
  '%s: every character of GB 2312 and every word of the dictionary folds to the same as it is written there',
  (name) => {
    const { conversionChain } = configs[name]!;
    const convert = ConverterFactory(...conversionChain);
    const words = conversionChain[0]!.flatMap((entries) =>
      (entries as string).split('|').map((entry) => entry.split(' ')[0]!),
    );
    expect(characters).toHaveLength(6763);
    const apart = new Set<string>();
    for (const word of [...characters, ...words]) {
      const [source, converted] = [[...word], [...convert(word)]].map((text) => text.map(simplify)) as [
        string[],
        string[],
      ];
      source.forEach((character, at) => {
        const other = converted[at]!;
        if (character !== other && COMMON.test(character) && COMMON.test(other)) apart.add(character + other);
      });
    }
    expect([...apart].filter((pair) => !OTHER_WORDS.includes(pair))).toEqual([]);
  },
);

test('what a character folds to folds to itself, and is one unit', () => {
  for (let point = 0; point <= 0x2ffff; point++) {
    const character = String.fromCodePoint(point);
    const folded = simplify(character);
    if (folded === character) continue;
    expect(simplify(folded)).toBe(folded);
    expect(folded).toHaveLength(1);
  }
});

test.each([
  ['隨著、着力', '随着、着力'],
  ['批覆、答復', '批复、答复'],
  ['衞生、衛生', '卫生、卫生'],
  ['陳鋐、陈𬭎', '陈鋐、陈鋐'],
])('%s folds to %s', (text, folded) => {
  expect(simplifyAll(text)).toBe(folded);
});
