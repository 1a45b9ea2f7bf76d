import { decideValidity } from '@/lib/validity/decide';
import type { ValidityState, ValidityStatement } from '@/lib/validity/validity';

/** States in which nobody can tell from a decision alone what it still does to others. */
const doubted: readonly ValidityState[] = ['repealed', 'expired', 'conflict', 'amended'];
/** Before all days: of a repeal whose day nobody knows. */
const always = new Date('1000-01-01');
const DAY = 86_400_000;

/**
 * Gives the day from which a decision is ended or changed itself.
 *
 * Whether its amendments go with it no sentence says.
 * @param statements of others and of the decision itself on its validity
 * @returns null where there is no such day
 */
export function doubtedFrom(statements: readonly ValidityStatement[]): Date | null {
  const days = statements.flatMap(({ kind, day }) =>
    kind === 'starts' ? [] : day === null ? [always] : [kind === 'ends' ? new Date(day.getTime() + DAY) : day],
  );
  const found = days
    .sort((one, other) => one.getTime() - other.getTime())
    .find((day) => doubted.includes(decideValidity(statements, day).state));
  return found ?? null;
}
