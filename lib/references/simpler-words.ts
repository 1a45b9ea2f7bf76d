import { splitWords } from '@/lib/search/text/split-words';
import { simplifyAll } from '@/lib/search/text/traditional';

/**
 * Words of a question, at either end or between others, that no document answers with. Longer ones
 * stand before those that they begin with.
 */
const askingWords = [
  '请问 需要 想问 咨询 我想 俺们 在哪里 在哪儿 哪里 哪儿 哪些 哪个 哪家 哪年 在哪 去哪 往哪里 往哪儿 往哪 到哪里 到哪年 哪',
  '是不是 能不能 可不可以 可以不可以 有没有 要不要 用不用 会不会 让不让 给不给 行不行 开不开 算不算 是否',
  '多少钱 多少 多大 多高 多长 多久 几点 几天 几年 几个 几块钱 几块 几小时 几号 什么时候 什么样 什么 啥时候 啥子 啥样 啥',
  '怎么办理 怎么办 怎么样 怎么 怎样 如何办理 如何 为什么 咋办 咋整 咋样 咋弄 咋算 咋',
  '向谁 找谁 归谁 谁 吗 呢 吧 啊 呀',
].flatMap((line) => line.split(' '));
/** 收费不: the question of somebody who speaks. */
const asking = new RegExp(`${askingWords.join('|')}|(?<=\\p{Script=Han}{2})不$`, 'gu');
const signs = /[?？!！。，,、；;]+/gu;

/**
 * Takes the words of a question off: 加装电梯一楼要出钱吗 → 加装电梯一楼要出钱.
 *
 * What stood between two of them stays apart. Traditional characters stay what they are.
 */
export function withoutQuestion(text: string): string {
  const plain = text.replace(signs, ' ');
  const simplified = simplifyAll(plain);
  // Variants outside the basic plane, of another length, are no words of a question.
  const read = simplified.length === plain.length ? simplified : plain;
  let rest = '';
  let end = 0;
  for (const { 0: words, index } of read.matchAll(asking)) {
    rest += `${plain.slice(end, index)} `;
    end = index + words.length;
  }
  return (rest + plain.slice(end)).replace(/\s+/gu, ' ').trim();
}

/** A text that its typist has marked: quotation marks, fields, excluded words, alternatives. */
export const isMarked = (q: string): boolean => /["“”„‟＂«»『』「」‘’'|｜:：]|(?:^|\s)[-－−]|\bOR\b|或者/u.test(q);

/** Words that are used; each costs a search. */
const WORDS = 6;

/** Splits text into words that a document may have, each once, none of one character. */
export function contentWords(text: string): string[] {
  const words = text
    .split(/\s+/u)
    .flatMap((piece) =>
      /^\p{Script=Han}{4,}$/u.test(piece) || /\p{Script=Han}/u.test(piece) ? splitWords(piece) : [piece],
    )
    .filter((word) => [...word].length > 1);
  return [...new Set(words)].slice(0, WORDS);
}
