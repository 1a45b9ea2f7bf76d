/** Longer ones are not read: nobody writes them, and each pattern would take its time. */
const LONGEST = 600;
const ENDS = new Set(['。', '；', ';', '！', '？']);

/**
 * Parts a line into its sentences, without blanks and without what stands in quotation marks.
 *
 * A quoted sentence is another text's. One in which a quotation begins or ends is left out whole.
 */
export function listSentences(line: string): string[] {
  const text = line.replace(/\s+/gu, '');
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  let isQuoted = false;
  const end = (at: number): void => {
    const sentence = text.slice(start, at);
    if (!isQuoted && sentence !== '' && sentence.length <= LONGEST) sentences.push(sentence);
    isQuoted = depth > 0;
    start = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '“' || sign === '「') depth++;
    else if (sign === '”' || sign === '」') depth = Math.max(0, depth - 1);
    // A colon goes before the words of another text, 十四五 in quotation marks is a name.
    if (depth > 0 && ENDS.has(sign)) isQuoted = true;
    if (depth > 0 && /[：:为成]/u.test(text.charAt(at - 1)) && (sign === '“' || sign === '「')) isQuoted = true;
    if (ENDS.has(sign)) end(at);
  }
  end(text.length);
  return sentences;
}

/** A day in full: 2031年9月30日, 2031年10月底. */
export const FULL_DAY = '\\d{4}年\\d{1,2}月(?:\\d{1,2}日|底)';

/** Reads a day; null for one that does not exist. */
export function readFullDay(words: string): string | null {
  const [, year, month, date] = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日|底)$/u.exec(words) ?? [];
  if (year === undefined || month === undefined) return null;
  const time =
    date === undefined
      ? Date.UTC(Number(year), Number(month), 0)
      : Date.UTC(Number(year), Number(month) - 1, Number(date));
  const day = new Date(time).toISOString().slice(0, 10);
  return Number(day.slice(5, 7)) === Number(month) ? day : null;
}
