/** What a year shows of one number: the issue, or a gap. A long run of gaps is one of them. */
export interface Slot<Issue> {
  number: number;
  /** The last number of an issue that bears several, or of a long run of gaps; else the same. */
  until: number;
  issue: Issue | null;
}

export interface Numbered {
  year: number;
  number: number;
  /** Of an issue that bears several (合刊). */
  lastNumber?: number | null;
  /** 增刊: it takes no number of the regular ones. */
  edition?: string;
  totalNumber: number | null;
}

/**
 * So many gaps side by side are drawn as one: a number that stands far away from its neighbours is
 * more likely a misprint than a loss.
 */
const LONG_RUN = 13;
/** A weekly gazette has so many numbers in a year: what claims more is a misprint. */
const MOST_IN_YEAR = 53;

/**
 * Lists the numbers of a year from 1 to the last one known.
 * One that is not held is a gap, for it must exist.
 * @param after numbers known to follow the last one held
 */
export function fillGaps<Issue extends Pick<Numbered, 'number' | 'lastNumber' | 'edition'>>(
  held: readonly Issue[],
  after = 0,
): Slot<Issue>[] {
  const known = [...held].sort((one, other) => one.number - other.number || rankOf(one) - rankOf(other));
  const slots: Slot<Issue>[] = [];
  const addGaps = (from: number, to: number): void => {
    if (to - from + 1 >= LONG_RUN) slots.push({ number: from, until: to, issue: null });
    else for (let number = from; number <= to; number++) slots.push({ number, until: number, issue: null });
  };
  let next = 1;
  for (const issue of known) {
    const until = lastOf(issue);
    if (!issue.edition) {
      if (issue.number <= MOST_IN_YEAR) addGaps(next, issue.number - 1);
      next = Math.max(next, until + 1);
    }
    slots.push({ number: issue.number, until, issue });
  }
  if (next - 1 + after <= MOST_IN_YEAR) addGaps(next, next + after - 1);
  return slots;
}

/** A supplement stands behind the issue whose number it has. */
const rankOf = ({ edition }: Pick<Numbered, 'edition'>): number => (edition ? 1 : 0);

/**
 * Counts the issues missing between two years, from their total numbers.
 * 2018年第6号 is 总第102期 and 2022年第3号 总第122期, so 总第103期 to 总第119期 are missing.
 * @param older the last issue held of a year
 * @param newer the first issue held of a later year
 * @returns zero where a total number is unknown
 */
export function countLost(older: Numbered | undefined, newer: Numbered | undefined): number {
  if (!older || !newer || older.totalNumber === null || newer.totalNumber === null) return 0;
  const lost = newer.totalNumber - newer.number - (older.totalNumber + lastOf(older) - older.number);
  // No more than the years between can hold, and the rest of the older one.
  return lost > 0 && lost <= MOST_IN_YEAR * (newer.year - older.year) ? lost : 0;
}

const lastOf = ({ number, lastNumber }: Pick<Numbered, 'number' | 'lastNumber'>): number => lastNumber ?? number;

/** Issues of a year, newest first. */
export interface YearOfIssues<Issue> {
  year: number;
  issues: readonly Issue[];
}

/**
 * A year with its held issues, or years of which only total numbers are known.
 * 总第103期至第119期, somewhere in 2019 to 2021.
 */
export type IssueStretch<Issue> =
  | { kind: 'year'; year: number; slots: Slot<Issue>[]; held: number }
  | { kind: 'lost'; from: number; to: number; first: number; last: number };

/**
 * Takes years with issues, newest first; gives them with their gaps, and what lies between. What
 * the total numbers say is missing between two neighbouring years can only be the end of the older
 * one; between years further apart it is a stretch of its own.
 */
export function listStretches<Issue extends Numbered>(years: readonly YearOfIssues<Issue>[]): IssueStretch<Issue>[] {
  const regular = years.map(({ issues }) => issues.filter(({ edition }) => !edition));
  return years.flatMap(({ year, issues }, index): IssueStretch<Issue>[] => {
    const [newer, older] = [years[index - 1], years[index + 1]];
    const numbered = regular[index]!;
    const after = newer?.year === year + 1 ? countLost(numbered[0], regular[index - 1]!.at(-1)) : 0;
    const own: IssueStretch<Issue> = { kind: 'year', year, slots: fillGaps(issues, after), held: issues.length };
    const before = older && older.year < year - 1 ? regular[index + 1]![0] : undefined;
    const lost = countLost(before, numbered.at(-1));
    if (!older || !before || before.totalNumber === null || lost === 0) return [own];
    const first = before.totalNumber + lastOf(before) - before.number + 1;
    return [own, { kind: 'lost', from: older.year + 1, to: year - 1, first, last: first + lost - 1 }];
  });
}
