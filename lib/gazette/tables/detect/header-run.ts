import type { Line } from '../../line';
import { isHeaderCell, isSerialHead, isVocabulary, longestHeader } from '../heads';

/**
 * Counts the lines of the header that begins at a line.
 * It is 序号 … 1, or at least three heads with column words.
 * @returns 0 where none begins
 */
export function headerRun(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  while (from + count < to && count < longestHeader && isHeaderCell(lines[from + count]!)) count++;
  const first = lines[from];
  if (!first || count < 2) return 0;
  if (isSerialHead(first.key)) {
    const one = lines.slice(from, Math.min(to, from + longestHeader + 2)).findIndex((line) => line.key === '1');
    const section = lines[from + one - 1]?.marker ? 1 : 0; // 一、道路类 above the first row
    return one > 0 ? one - section : count;
  }
  const second = lines[from + 1]!;
  const words = lines.slice(from, from + count).filter((line) => isVocabulary(line.key)).length;
  return count >= 3 && isVocabulary(first.key) && isVocabulary(second.key) && words >= 3 ? Math.max(2, words) : 0;
}

/**
 * Counts the lines of a header that begins without a known word.
 * One or two heads may: 河流 above 断面名称 and 水质目标.
 * @returns 0 where none begins
 */
export function headerBelow(lines: readonly Line[], from: number, to: number): number {
  for (let ahead = 1; ahead <= 2 && from + ahead < to && isHeaderCell(lines[from + ahead]!); ahead++) {
    // 类别 may stand in front of 序号; a title does not.
    if (isSerialHead(lines[from + ahead]!.key) && lines[from]!.key.length > 4) return 0;
    const run = headerRun(lines, from + ahead, to);
    if (run > 0) return ahead + run;
  }
  return 0;
}
