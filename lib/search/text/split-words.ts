import { cut } from 'jieba-wasm';
import { GRAMMAR } from './terms';

// The segmenter of ICU cuts 居民身份证 into 居民, 身份, 证 and 公积金 into 公, 积, 金: docs/decisions/0038.

/** Words of a question that no document has: 怎么办, 吗. */
const ASKING = new Set(
  '什么 怎么 怎样 如何 哪里 哪些 哪个 多少 几 吗 呢 啊 吧 呀 请问 我 我们 你 您 想 要 能 能不能 可以 是否'.split(' '),
);

/**
 * Splits a question without blanks into words that a document may have.
 *
 * 养老床位补贴怎么申请 gives 养老, 床位, 补贴, 申请.
 */
export function splitWords(text: string): string[] {
  const words = cut(text, false).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.filter((word) => !GRAMMAR.has(word) && !ASKING.has(word));
}
