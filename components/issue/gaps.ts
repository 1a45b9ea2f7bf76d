/** What a year shows of one number: the issue, or a gap. */
export interface Slot<Issue> {
  number: number;
  issue: Issue | null;
}

interface Numbered {
  year: number;
  number: number;
  totalNumber: number | null;
}

/**
 * The numbers of a year from 1 to the last one known; one that is not held is a gap, for it must exist.
 * @param after numbers known to follow the last one held
 */
export function fillGaps<Issue extends { number: number }>(held: readonly Issue[], after = 0): Slot<Issue>[] {
  const byNumber = new Map(held.map((issue) => [issue.number, issue]));
  const last = Math.max(0, ...byNumber.keys()) + after;
  return Array.from({ length: last }, (_, index) => ({ number: index + 1, issue: byNumber.get(index + 1) ?? null }));
}

/**
 * Counts the issues between the last one held of a year and the first number of a later year, from their total numbers:
 * 2018年第6号 is 总第102期 and 2022年第3号 总第122期, so 总第103期 to 总第119期 are missing. Zero where a total number is unknown.
 */
export function countLost(older: Numbered | undefined, newer: Numbered | undefined): number {
  if (!older || !newer || older.totalNumber === null || newer.totalNumber === null) return 0;
  return Math.max(0, newer.totalNumber - newer.number - older.totalNumber);
}
