/**
 * Where everything stands in the picture of a document's neighbourhood: one column that fits a
 * phone, time running down. On top what the document rests on, in the middle itself, below what
 * rests on it; each a row with a mark on the axis, and a curve at its left from the mark to the
 * document's own. Pure; in units of a CSS pixel at the root size of 18.
 */

export const GRAPH_WIDTH = 315;
/** Marks stand on this vertical; curves at its left, words at its right. */
export const AXIS = 104;
export const WORDS = 124;

const ROW = 52;
const CENTRE_ROW = 84;
const NOTE_ROW = 44;
/** Above the first row of another year. */
const YEAR_GAP = 12;
const PADDING = 8;
/** How far the curves of the nearest and of the farthest row reach to the left. */
const NEAREST_REACH = 18;
const FARTHEST_REACH = 56;

export interface GraphRow {
  /** Vertical middle. */
  y: number;
  /** Curve from the row's mark to that of the document. */
  path: string;
}
/**
 * A year beside its first row.
 * Null for rows whose year is not known.
 */
interface GraphYear {
  year: number | null;
  y: number;
}
export interface GraphLayout {
  height: number;
  /** Vertical middles of the words above the upper rows and below the lower ones. */
  headY: number;
  footY: number;
  /** That of the document itself. */
  centreY: number;
  above: GraphRow[];
  below: GraphRow[];
  years: GraphYear[];
}

/**
 * Places the rows above and below, each side from the oldest to the newest year.
 * @returns their positions in the same order
 */
export function layoutGraph(above: readonly (number | null)[], below: readonly (number | null)[]): GraphLayout {
  const headY = PADDING + NOTE_ROW / 2;
  const upper = stack(above, PADDING + NOTE_ROW);
  const centreY = upper.end + CENTRE_ROW / 2;
  const lower = stack(below, centreY + CENTRE_ROW / 2);
  const footY = lower.end + NOTE_ROW / 2;
  const curve = (ys: readonly number[], rank: (index: number) => number): GraphRow[] =>
    ys.map((y, index) => ({ y, path: drawCurve(y, centreY, reachOf(rank(index), ys.length)) }));
  return {
    height: footY + NOTE_ROW / 2 + PADDING,
    headY,
    footY,
    centreY,
    above: curve(upper.ys, (index) => above.length - 1 - index),
    below: curve(lower.ys, (index) => index),
    years: [...upper.years, ...lower.years],
  };
}

/** Rows one below the other from `top` on; where the year changes a little farther apart. */
function stack(years: readonly (number | null)[], top: number): { ys: number[]; years: GraphYear[]; end: number } {
  const ys: number[] = [];
  const labels: GraphYear[] = [];
  let end = top;
  years.forEach((year, index) => {
    const isNew = index === 0 || year !== years[index - 1];
    if (isNew && index > 0) end += YEAR_GAP;
    const y = end + ROW / 2;
    if (isNew) labels.push({ year, y });
    ys.push(y);
    end += ROW;
  });
  return { ys, years: labels, end };
}

/** Curves of farther rows reach farther out, so that none crosses another. */
const reachOf = (rank: number, count: number): number =>
  NEAREST_REACH + (count < 2 ? 0 : ((FARTHEST_REACH - NEAREST_REACH) * rank) / (count - 1));

/** A cubic curve whose handles lie level with its ends reaches three quarters as far as these. */
function drawCurve(from: number, to: number, reach: number): string {
  const handle = round(AXIS - reach / 0.75);
  return `M${AXIS} ${round(from)}C${handle} ${round(from)} ${handle} ${round(to)} ${AXIS} ${round(to)}`;
}
const round = (number: number): number => Math.round(number * 10) / 10;

/**
 * Cuts words to a width in ems, with … where some did not fit.
 * A number keeps its end, which differs from that of others: 财政…公告2023年第19号. Latin letters and
 * figures are little more than half as wide as Han.
 */
export function fitWords(words: string, ems: number): string {
  const characters = [...words];
  if (widthOf(characters) <= ems) return words;
  const end = /(?:公告|通告|令)?(?:〔\d+〕|\d+年)?第?\d+号$/u.exec(words)?.[0] ?? '';
  const beginning = characters.slice(0, characters.length - [...end].length);
  while (beginning.length > 1 && widthOf(beginning) + 1 + widthOf([...end]) > ems) beginning.pop();
  return `${beginning.join('')}…${end}`;
}

const widthOf = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + (/[\u0020-\u00ff]/.test(character) ? 0.58 : 1), 0);
