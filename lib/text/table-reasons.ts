/**
 * Why a table was not rebuilt, for readers. The parser says it in English; a row here is a pattern
 * of that and its words.
 */
const reasons: [pattern: RegExp, words: string][] = [
  [/blank form/, '这是一份空白表格，只有栏目，没有填写的内容。'],
  [/two rows of heads/, '表头有两层，哪几栏属于同一个大栏不能确定。'],
  [/could not be told|not regular|no header/, '原文没有保留表格的行列，列数不能确定。'],
  [/missing|do not fill|too few cells|a row of \d+ cells/, '各行的格数对不上，缺的是哪一格不能确定。'],
  [/too many/, '表格太长，没有推断行列。'],
];

/** Takes the parser's reason; gives a Chinese sentence for the page. */
export const reasonWords = (reason: string | undefined): string =>
  reasons.find(([pattern]) => pattern.test(reason ?? ''))?.[1] ?? '原文没有保留表格的行列，列数不能确定。';
