import type { DayBasis, ValidityStatement } from './validity';

/** The first day in force of a document, and where it is from. */
export interface FirstDay {
  day: Date;
  dayFrom: DayBasis;
}

/** Gives the earliest first day that a document names itself; null where it names none. */
export function firstDayIn(statements: readonly ValidityStatement[]): FirstDay | null {
  const days = statements.flatMap(({ kind, day, dayFrom = 'named' }) =>
    kind === 'starts' && day !== null ? [{ day, dayFrom }] : [],
  );
  return days.sort((one, other) => one.day.getTime() - other.day.getTime())[0] ?? null;
}
