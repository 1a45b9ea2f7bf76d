import { hanNumeral, readNumeral } from '../words/numbers';

/** 二、重点任务(一)提升质量。…。(二)…: the line breaks in front of (一) and (二) are lost. */
const firstItem = new RegExp(`^[${hanNumeral}]{1,4} ?、[^。;,:()、]{2,24}(?=\\( ?一 ?\\))|^(?=\\( ?一 ?\\))`);
const nextItem = /。 ?(?=\( ?([一二三四五六七八九十]{1,3}) ?\))/g;

/** 关于修缮旧桥的意见……3  关于清理渔网的通告……6: entries of contents that are set in columns. */
const pagedEntry = /(?<![.·…])(?:[.·…]{2,}|…) ?\(?\d{1,4}\)? +(?=[\u4e00-\u9fff《(【“•●◆■○*])/g;

/**
 * Finds where further headings begin inside a line: (一) behind 二、…, then (二), (三).
 * Each item but the first stands behind a sentence. Entries of contents stand behind a page.
 * @param text folded
 * @returns offsets in the text
 */
export function headingsInside(text: string): number[] {
  const entries = [...text.matchAll(pagedEntry)].map((match) => match.index + match[0].length);
  if (entries.length > 0) return entries;
  const first = firstItem.exec(text);
  if (!first) return [];
  const cuts = first[0].length > 0 ? [first[0].length] : [];
  let expected = 2;
  for (const match of text.matchAll(nextItem)) {
    if (readNumeral(match[1]!) !== expected) continue;
    cuts.push(match.index + match[0].length);
    expected++;
  }
  return cuts;
}
