import TSCharacters from 'opencc-js/dict/TSCharacters';

/**
 * Variants that a standard of traditional characters writes for a simplified one (着 is 著 in Taiwan,
 * 卫 is 衞 in Hong Kong, 复 is 覆 in 答覆), and that the table of Open Chinese Convert leaves as they
 * are, because simplified texts have them too. Each pair is the variant and what it folds to.
 * Characters that simplified texts distinguish (坐 and 座, 象 and 像) are not here.
 */
const VARIANTS =
  '著着 藉借 覆复 瞭了 揹背 衞卫 枱台 敍叙 甦苏 痺痹 甯宁 薰熏 濬浚 鎗枪 簷檐 伕夫 馀余 锺钟 讬托 谘咨 钜巨 迳径 暱昵 鲶鲇 隄堤 籐藤 荳豆 菓果 耡锄 瑯琅 拏拿 燄焰 睪睾 蘗檗 澂澄 ' +
  '觔斤 筿筱 斲斫 繐穗 㳽弥 䌽彩 缐线 麺面 麹曲 雠仇 彷仿';

/**
 * Characters and what they fold to, from the table of Open Chinese Convert. One character becomes
 * one, never phrase by phrase, so that a part of a text folds to a part of the folded text: 乾坤
 * becomes 干坤 in texts and in queries, and is found in either spelling. A simplified character
 * outside the basic plane, where there are no pairs, folds to the traditional one.
 */
const folded = new Map<string, string>();
for (const entry of TSCharacters.split('|')) {
  const [from, to] = entry.split(' ');
  if (from?.length !== 1 || !to) continue;
  if (to.length === 1) folded.set(from, to);
  else if (folded.has(to)) folded.set(from, folded.get(to)!);
  else folded.set(to, from);
}
const variants = new Map<string, string[]>();
for (const [variant, character] of VARIANTS.split(' ').map((pair) => [...pair] as [string, string])) {
  folded.set(variant, character);
  variants.set(character, [...(variants.get(character) ?? []), variant]);
}

/**
 * Gives the character that stands for all spellings of one, mostly the simplified one.
 *
 * Applied to its own result it changes nothing.
 */
export function simplify(character: string): string {
  const next = folded.get(character);
  return next === undefined || next === character ? character : simplify(next);
}

/** Simplifies a text character by character: 示政辦發 → 示政办发. */
export function simplifyAll(text: string): string {
  return [...text].map(simplify).join('');
}

/** Lists variants of a character that simplified texts have too: 著 for 着. */
export const variantsOf = (character: string): readonly string[] => variants.get(character) ?? [];
