import { splitWords } from '@/lib/search/text/split-words';

/** Words of a question, at either end or between others, that no document answers with. */
const asking =
  /(?:^|(?<=.))(?:请问|需要|在哪里|在哪儿|想问|咨询|我想|是不是|能不能|可不可以|可以不可以|有没有|要不要|用不用|多少钱|多少|多大|多高|多长|多久|几点|几天|几年|几个|什么时候|什么样|什么|怎么办理|怎么办|怎么样|怎么|怎样|如何办理|如何|为什么|哪里|哪儿|哪些|哪个|哪家|哪|谁|是否|在哪|去哪|向谁|找谁|归谁|吗|呢|吧|啊)/gu;
const signs = /[?？!！。，,、；;]+/gu;

/**
 * Takes the words of a question off: 加装电梯一楼要出钱吗 → 加装电梯一楼要出钱.
 *
 * What stood between two of them stays apart.
 */
export const withoutQuestion = (text: string): string =>
  text.replace(signs, ' ').replace(asking, ' ').replace(/\s+/gu, ' ').trim();

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
