import { decideValidity } from './decide';
import type { ValidityState, ValidityStatement } from './validity';

/** Days on which a document is in one state. */
export interface ValidityPeriod {
  state: Exclude<ValidityState, 'unknown'>;
  /** First day; null where there is none. */
  startsOn: Date | null;
  /** Last day; null where there is none. */
  endsOn: Date | null;
}

const DAY = 24 * 3600 * 1000;
/** Earlier than any statement. */
const longAgo = new Date('0001-01-01T00:00:00Z');

/**
 * Lists the periods of all time in which a document has one state, oldest first.
 *
 * Each day has the state that decideValidity gives for it; days of unknown state are in no period.
 * So the search finds documents in a state by comparing days with today.
 */
export function listPeriods(statements: readonly ValidityStatement[]): ValidityPeriod[] {
  // The state can change on a day that is named, and on the day after it.
  const days = statements.flatMap(({ day, until }) =>
    [day, until].flatMap((each) => (each ? [each.getTime(), each.getTime() + DAY] : [])),
  );
  const first = [longAgo.getTime(), ...new Set(days)].sort((one, other) => one - other);
  const states = first.map((time) => ({ time, state: decideValidity(statements, new Date(time)).state }));
  const changes = states.filter(({ state }, at) => state !== states[at - 1]?.state);
  return changes.flatMap(({ time, state }, at) => {
    const next = changes[at + 1];
    if (state === 'unknown') return [];
    return [{ state, startsOn: at === 0 ? null : new Date(time), endsOn: next ? new Date(next.time - DAY) : null }];
  });
}
