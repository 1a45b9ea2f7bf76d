/**
 * Whether work grows with the length of its text or with the square of it. No seconds: what counts
 * is how often the work takes as long as a plain scan of the same text, and how it grows from a
 * tenth of a long line to all of it.
 */

/**
 * Length of a line on which quadratic time shows.
 * A rule that takes ten times as long for it as for a tenth of it takes no minutes for 100,000
 * either.
 */
const longLine = 40_000;

/** A line of a piece again and again. */
export const fill = (piece: string, length = longLine): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Milliseconds of the processor, which does not count what other programs do meanwhile. */
export function workOf(call: () => unknown): number {
  const start = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const best = (times: number, call: () => unknown): number =>
  Math.min(...Array.from({ length: times }, () => workOf(call)));

/** Milliseconds of a plain scan over a long line, on this machine. */
const yardstick = best(9, () => {
  const line = fill('第一〔2023〕 甲');
  let sum = 0;
  for (let at = 0; at < line.length; at++) sum = (sum * 31 + line.charCodeAt(at)) | 0;
  return sum;
});

/**
 * Ten times the text may take so many times as long: room for caches and a busy machine, none for a
 * square (100).
 */
const mostGrowth = 40;
/**
 * Work that takes less than so many plain scans is too short to be compared; the square of a long
 * line is 40,000 of them.
 */
const worthComparing = 200;

/**
 * Compares work on a tenth of a line with work on all of it.
 * The whole line is left out where the tenth showed the growth already.
 * @param line gives a line of some length
 * @param prepare makes ready for a line what is not to be measured
 * @param limits lengths of the whole line, each compared with a tenth of it, and how many times as
 * long it may take
 * @returns how the work grew where it grew faster than the line; null where all is well
 */
export function overgrowth(
  line: (length: number) => string,
  prepare: (line: string) => () => unknown,
  { lengths = [longLine / 10, longLine], most = mostGrowth } = {},
): string | null {
  for (const length of lengths) {
    const work = prepare(line(length));
    let longer = workOf(work);
    if (longer < worthComparing * yardstick) continue;
    const workOnShorter = prepare(line(length / 10));
    let shorter = workOf(workOnShorter);
    // The compiler or the collector may have come in between: what counts is the best of several.
    if (longer > most * shorter) {
      shorter = best(7, workOnShorter);
      longer = Math.min(longer, best(5, work));
    }
    if (longer >= worthComparing * yardstick && longer > most * shorter)
      return `${length / 10} characters ${shorter.toFixed(2)} ms, ${length} characters ${longer.toFixed(1)} ms`;
  }
  return null;
}

/**
 * What hostile lines are made of: a run of every class of characters that rules know, and what
 * rules nearly match.
 */
export const hostilePieces: readonly string[] = [
  // Blanks and marks.
  ...' \t.,:;、。·…—-|"“”*①',
  ...'()[]【】〔〕《》〈',
  // One character, and words that rules begin or end with.
  ...'一十第条号年日市局发令件的和甲aA1',
  ...['附件', '附件1', '专栏', '关于', '通知', '公告', '文件', '人民政府', '办公室', '根据', '以下简称', '印发', '印发《', '的通知', '组长:', '[bookmark: '],
  // Numbers, dates, markers.
  ...['1.', '1.1.', '(1)', '一、', '(一)', '(一', '第一', '第一条', '第第条', '二〇', '2023年', '2023年4月14日', '二〇二三年四月十四日', '年年年', '1—5', '3.5%'],
  // Numbers of documents and references, whole and broken off.
  ...['〔2023〕', '〔2023', '2023〕', '(2023)', '〔2023〕4号', '4号', '令第', '令第7号', '公告2023年第2号', '2023年第', '示政发〔', '示政发〔2023〕4号', '、4号'],
  ...['《甲》', '〈《', '《〈', '》《', '甲办法》', '《甲》(', '(以下简称', '以下简称《', '“甲”', '第一条第二款', '(附件'],
  // Cells.
  ...['| ', ' |', '|x', '甲\t', '甲  乙', '| --- '],
]; // prettier-ignore

/**
 * What stands behind a run, so that what wants its end does not find it: 甲甲甲甲〓, and the same as an
 * ASCII letter.
 */
const hostileEnds = ['〓', 'x'] as const;

const made = new Map<string, string>();

/**
 * Gives lines of a piece that end in something else. They are kept: many rules read the same ones.
 */
export const lineOf =
  (piece: string, end: string) =>
  (length: number): string => {
    const key = `${piece} ${end} ${length}`;
    const line = made.get(key) ?? fill(piece, length - end.length) + end;
    made.set(key, line);
    return line;
  };

/** Gives lines of two runs of a piece, each with another end: both are tried at once. */
export const lineOfRuns =
  (piece: string) =>
  (length: number): string =>
    hostileEnds.map((end) => lineOf(piece, end)(length / hostileEnds.length)).join('');
