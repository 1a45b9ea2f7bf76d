/**
 * How dates and counts are written on pages. Pure; dates are calendar dates without a time zone.
 */

/** A calendar date: `2022-06-28` as in the tree, or midnight UTC as in the database. */
export type CalendarDate = string | Date;

const isoDate = (date: CalendarDate): string => (typeof date === 'string' ? date : date.toISOString()).slice(0, 10);

/** 2022年6月28日 */
export function formatDate(date: CalendarDate): string {
  const [year, month, day] = isoDate(date).split('-').map(Number);
  return `${year!}年${month!}月${day!}日`;
}

/** 2022年6月, where the day says too much. */
export const formatMonth = (date: CalendarDate): string => formatDate(date).replace(/\d+日$/, '');

/** `2022-06-28`, for the `datetime` attribute of `<time>`. */
export const machineDate = isoDate;

interface IssueNumbers {
  number: number;
  /** 增刊, 增刊第1号, 第4号增刊: an issue beside the regular ones. */
  edition?: string | null;
  /** The last of the numbers that one issue bears (合刊). */
  lastNumber?: number | null;
}

/** 第3号, 第7-8号, 第4号增刊 */
export const formatIssueNumber = ({ number, lastNumber, edition }: IssueNumbers): string =>
  edition || `第${number}${lastNumber ? `-${lastNumber}` : ''}号`;

/** 2022年第3号, 2022年增刊 */
export const formatIssue = (issue: IssueNumbers & { year: number }): string =>
  `${issue.year}年${formatIssueNumber(issue)}`;

/** 总第128期, empty where it is not known. */
export const formatTotal = (totalNumber: number | null | undefined): string =>
  totalNumber === null || totalNumber === undefined ? '' : `总第${totalNumber}期`;

/**
 * Writes how long a text is.
 * @returns 约 1.2 万字 from ten thousand characters on, else 约 3600 字 (to the hundred), below a
 * hundred 86 字
 */
export function formatLength(characters: number): string {
  if (characters >= 10_000) return `约 ${Number((characters / 10_000).toFixed(1))} 万字`;
  return characters >= 100 ? `约 ${Math.round(characters / 100) * 100} 字` : `${characters} 字`;
}

/**
 * Cuts a text to at most `length` characters, for a description.
 * It ends at the last mark that leaves half of it, else with ….
 */
export function shorten(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length - 1);
  const end = Math.max(...['。', '；', '，', ',', ';'].map((mark) => cut.lastIndexOf(mark)));
  return end > length / 2 ? `${cut.slice(0, end)}…` : `${cut}…`;
}

/** 1-3、5: runs of numbers, for a text alternative. */
export function formatRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join('、');
}
