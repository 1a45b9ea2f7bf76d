import { judgeValidity } from './decide';
import type { ValidityState, ValidityStatement } from './validity';

/** Days on which a document is in one state; null where they have no beginning or no end. */
export interface ValidityPeriod {
  state: Exclude<ValidityState, 'unknown'>;
  /** First day. */
  startsOn: Date | null;
  /** Last day. */
  endsOn: Date | null;
}

const DAY = 24 * 3600 * 1000;
/** Before anything was ever said. */
const longAgo = new Date('0001-01-01T00:00:00Z');

/**
 * Takes what is said of a document; gives what judgeValidity says on each day of all time, in
 * periods, oldest first; days on which nobody knows are in none. So the search can ask for a state
 * without judging: it compares days with today.
 */
export function listPeriods(statements: readonly ValidityStatement[]): ValidityPeriod[] {
  // A verdict can change on a day that is named, and on the day after it.
  const days = statements.flatMap(({ day, until }) =>
    [day, until].flatMap((each) => (each ? [each.getTime(), each.getTime() + DAY] : [])),
  );
  const first = [longAgo.getTime(), ...new Set(days)].sort((one, other) => one - other);
  const verdicts = first.map((time) => ({ time, state: judgeValidity(statements, new Date(time)).state }));
  const changes = verdicts.filter(({ state }, at) => state !== verdicts[at - 1]?.state);
  return changes.flatMap(({ time, state }, at) => {
    const next = changes[at + 1];
    if (state === 'unknown') return [];
    return [{ state, startsOn: at === 0 ? null : new Date(time), endsOn: next ? new Date(next.time - DAY) : null }];
  });
}
