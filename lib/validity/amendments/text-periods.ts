import { groupBy } from '@/lib/collections/group-by';
import type { DecidedOperation } from './changes';
import { isNeverInForce } from './decision-end';
import type { StatementPlace } from '@/lib/validity/validity';

/** Days on which a text reads the same, as far as decisions say. */
export interface TextPeriod {
  /** Its first day, at midnight UTC. */
  from: Date;
  /** What takes effect on that day; none for the text as printed. */
  decisions: readonly StatementPlace[];
  /** Decisions of which nobody can tell from that day on what they still do. */
  doubted: readonly StatementPlace[];
}

/**
 * Lists the periods of a text, the earliest first.
 *
 * Decisions of an unknown day begin none. Those that hold from before the text's own first day are
 * worked in from that day on.
 * @param first the first day on which there was the text
 */
export function listTextPeriods(first: Date, operations: readonly DecidedOperation[]): TextPeriod[] {
  const byDay = groupBy(
    operations.filter((operation) => operation.day !== null && !isNeverInForce(operation)),
    ({ day }) => Math.max(day!.getTime(), first.getTime()),
  );
  const doubted = groupBy(
    operations.filter(({ day, doubtedFrom }) => day !== null && doubtedFrom !== undefined),
    ({ day, doubtedFrom }) => Math.max(day!.getTime(), doubtedFrom!.getTime(), first.getTime()),
  );
  const days = [...new Set([first.getTime(), ...byDay.keys(), ...doubted.keys()])].sort((one, other) => one - other);
  return days.map((day) => ({
    from: new Date(day),
    decisions: decisionsOf(byDay.get(day) ?? []),
    doubted: decisionsOf(doubted.get(day) ?? []),
  }));
}

/** Each document once, in the order of their addresses. */
function decisionsOf(operations: readonly DecidedOperation[]): StatementPlace[] {
  const byDocument = groupBy(operations, ({ decision }) => `${decision.municipality.slug}/${decision.slug}`);
  return [...byDocument].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, [{ decision }]]) => decision);
}

/** Finds the period in which a day lies; null before the first. */
export const textPeriodOf = (periods: readonly TextPeriod[], day: Date): TextPeriod | null =>
  periods.findLast(({ from }) => from <= day) ?? null;
