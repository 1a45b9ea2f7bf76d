import type { DocNumber } from '../ast';
import { makeDocNumber } from './doc-number';

/** A 文号 in running text, and where it stands there. */
export interface NumberMatch {
  start: number;
  end: number;
  docNumber: DocNumber;
  /** Last number of a range: 示政发〔2020〕1—5号. */
  through?: DocNumber;
  /** The code was not known and was cut out by guess. */
  guessed: boolean;
}

const mostMembers = 24;
const widestRange = 60;
/** What follows the first number of a series: 6号、7号 · 6、7、8号 · 1—5号 · 1号至5号. */
const nextMember = /^ ?([、,和及与至到—–~～-]{1,2}) ?第? ?0{0,3}(\d{1,5})(?!\d|[年月日%.])/;
const rangeSign = /^[至到—–~～-]/;

interface Member {
  start: number;
  end: number;
  serial: number;
  /** It is the end of a range: 1—5. */
  range: boolean;
}

/** The numbers behind a first one that share its code and year. */
interface Series {
  /** End of the first number, its 号 included. */
  end: number;
  members: Member[];
}

/** 号, and the mark of a note in front of it: 示政发〔2025〕41[5]号. */
const markAt = (text: string, index: number): number =>
  /^(?:\[\d{1,2}\])? ?号/.exec(text.slice(index, index + 6))?.[0].length ?? 0;

/**
 * Reads the rest of a series: 〔2019〕6、7号.
 * @param at behind the first serial number
 * @param markless a draft may have forgotten the 号
 * @returns null where no 号 says that there is a number at all
 */
export function readSeries(text: string, at: number, markless: boolean): Series | null {
  const end = at + markAt(text, at);
  const members: Member[] = [];
  let marked = 0; // members up to here have a 号 behind them
  let next = end;
  while (members.length < mostMembers) {
    const match = nextMember.exec(text.slice(next, next + 16));
    if (!match) break;
    const start = next + match[0].length - match[2]!.length;
    next += match[0].length;
    const mark = markAt(text, next);
    next += mark;
    members.push({ start, end: next, serial: Number(match[2]), range: rangeSign.test(match[1]!) });
    if (mark > 0) marked = members.length;
  }
  if (end > at || marked > 0) return { end, members: members.slice(0, marked) };
  // (示政发〔2018〕58), or a cell that holds 示政发〔2018〕58 and nothing else
  if (/^ ?[)】》]|^$/.test(text.slice(at, at + 2))) return { end, members: [] };
  return markless && !/^ ?[\d年月日%.]/.test(text.slice(at, at + 2)) ? { end, members: [] } : null;
}

/**
 * Makes a match of each number of a series; a range is one match.
 * @param start of the first number, its code included
 * @param first number of the series
 */
export function expandSeries(
  start: number,
  first: Omit<DocNumber, 'canonical'>,
  { end, members }: Series,
  guessed: boolean,
): NumberMatch[] {
  const found: NumberMatch[] = [{ start, end, docNumber: makeDocNumber(first), guessed }];
  for (const member of members) {
    const docNumber = makeDocNumber({ ...first, serial: member.serial });
    const before = found.at(-1)!;
    const width = member.serial - before.docNumber.serial;
    if (member.range && !before.through && width > 0 && width <= widestRange) {
      before.through = docNumber;
      before.end = member.end;
    } else if (member.serial > 0) found.push({ start: member.start, end: member.end, docNumber, guessed });
  }
  return found;
}

/** 示政发〔2007〕6号至示政发〔2007〕8号: a range that says its code twice. */
export function joinRanges(text: string, found: readonly NumberMatch[]): NumberMatch[] {
  const joined: NumberMatch[] = [];
  for (const each of found) {
    const before = joined.at(-1);
    if (before && isRange(text, before, each)) joined[joined.length - 1] = endWith(before, each);
    else joined.push(each);
  }
  return joined;
}

function isRange(text: string, before: NumberMatch, { start, docNumber, through }: NumberMatch): boolean {
  const first = before.docNumber;
  const width = docNumber.serial - first.serial;
  return (
    !(before.through ?? through) &&
    docNumber.form === first.form &&
    docNumber.agencyCode === first.agencyCode &&
    docNumber.year === first.year &&
    width > 0 &&
    width <= widestRange &&
    /^ ?(?:文件)?[至到—–~～-]{1,2} ?$/.test(text.slice(before.end, start))
  );
}

const endWith = (before: NumberMatch, { end, docNumber }: NumberMatch): NumberMatch => ({
  ...before,
  end,
  through: docNumber,
});
