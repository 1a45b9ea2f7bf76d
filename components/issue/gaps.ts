/** What a year shows of one number: the issue, or a gap. */
export type Slot<Issue> = { number: number; issue: Issue | null };

/** The numbers of a year from 1 to the last one held; a number in between that is not held is a gap, for it must exist. */
export function fillGaps<Issue extends { number: number }>(held: readonly Issue[]): Slot<Issue>[] {
  const byNumber = new Map(held.map((issue) => [issue.number, issue]));
  const last = Math.max(0, ...byNumber.keys());
  return Array.from({ length: last }, (_, index) => ({ number: index + 1, issue: byNumber.get(index + 1) ?? null }));
}

/** A run of issues that are known only by their total number, between two years. */
export interface LostRun {
  firstYear: number;
  lastYear: number;
  first: number;
  last: number;
}

interface Numbered {
  year: number;
  number: number;
  totalNumber: number | null;
}

/**
 * Reckons what lies between the last issue held of one year and the first number of a later year: 2018年第6号 is 总第102期 and
 * 2022年第3号 总第122期, so 总第103期 to 总第119期 are missing. Null where a total number is unknown or nothing is missing.
 */
export function findLostRun(older: Numbered | undefined, newer: Numbered | undefined): LostRun | null {
  if (!older || !newer || older.totalNumber === null || newer.totalNumber === null) return null;
  const first = older.totalNumber + 1;
  const last = newer.totalNumber - newer.number;
  if (last < first) return null;
  // Next to the older year only its own later issues can be meant.
  const lastYear = Math.max(older.year, newer.year - 1);
  return { firstYear: Math.min(older.year + 1, lastYear), lastYear, first, last };
}
