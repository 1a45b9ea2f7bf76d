import type { Line } from './lines';

const longestLetterhead = 6;

const placeOf = (line: Line): string => line.key.replace(/^中共/, '').slice(0, 2);

/** 示例市发展和改革委员会 above 示例市财政局文件: the agencies of a joint letterhead, all of one place. */
function isAgencyName(line: Line, below: Line): boolean {
  return (
    placeOf(line) === placeOf(below) &&
    line.kind === 'other' &&
    /^[\u4e00-\u9fff ]{4,24}(?:政府|委员会|委|局|厅|部|办公室|办公厅|院|署|行|处|会|中心)$/.test(line.text) &&
    !/关于/.test(line.key)
  );
}

/** First line of the letterhead above `index`, or `index` where there is none; `title` is the key of the words below the number. */
export function letterheadStart(lines: readonly Line[], index: number, from: number, title: string): number {
  const above = lines[index - 1];
  // A letter (函) prints the agency without 文件; its title begins with the same name.
  const named = above?.kind === 'other' && above.key.length >= 4 && title.startsWith(above.key);
  if (named && index > from) return index - 1;
  let start = index;
  while (start > from && index - start < longestLetterhead) {
    const line = lines[start - 1]!;
    if (line.kind !== 'letterhead' && !(start < index && isAgencyName(line, lines[start]!))) break;
    start--;
  }
  return start;
}

/** Lines of a letterhead; above it the heading of a group may be printed again: 市政府办公室文件 / 示例市人民政府办公室文件. */
export function letterheadLines(lines: readonly Line[], start: number, end: number): number[] {
  let from = start;
  for (let index = start; index < end - 1; index++) {
    const closed =
      lines[index]!.key.endsWith('文件') && lines.slice(index + 1, end).some(({ key }) => key.endsWith('文件'));
    if (closed) from = index + 1;
  }
  return Array.from({ length: end - from }, (_, offset) => from + offset);
}
