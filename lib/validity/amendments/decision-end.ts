import { decideValidity } from '@/lib/validity/decide';
import type { ValidityState, ValidityStatement } from '@/lib/validity/validity';

/** What becomes of a decision that changes others; days from which on. */
export interface DecisionEnd {
  /** It is repealed. What it has changed by then stays changed. */
  endedFrom?: Date;
  /** Nobody can tell what it does: it is over, undone, changed itself, or sentences differ. */
  doubtedFrom?: Date;
}

const doubted: readonly ValidityState[] = ['expired', 'conflict', 'amended'];
/** A repeal that says more than that the decision is repealed: 撤销, 恢复原条文. */
const undoes = /撤销|恢复|自始|无效|原(?:条文|规定|文本)/;
/** Before all days: of a repeal whose day nobody knows. */
const always = new Date('1000-01-01');
const DAY = 86_400_000;

/**
 * Finds from when a decision is repealed, and from when it is doubtful.
 *
 * A repeal takes back no change that took effect before, unless it says so; whether the changes of
 * a decision that is over or changed itself go with it no sentence says.
 * @param statements of others and of the decision itself on its validity
 */
export function endOfDecision(statements: readonly ValidityStatement[]): DecisionEnd {
  const days = statements
    .flatMap(({ kind, day, until }) =>
      kind === 'starts' ? [] : [day ?? always, ...(until ? [until] : [])].map((each) => [each, dayAfter(each)]).flat(),
    )
    .sort((one, other) => one.getTime() - other.getTime());
  const states = days.map((day) => ({ day, validity: decideValidity(statements, day) }));
  const isUndone = ({ proof }: { proof: readonly ValidityStatement[] }): boolean =>
    proof.some(({ kind, day, sentence }) => kind !== 'repeals' || day === null || undoes.test(sentence));
  const ended = states.find(({ validity }) => validity.state === 'repealed' && !isUndone(validity));
  const open = states.find(
    ({ validity }) => doubted.includes(validity.state) || (validity.state === 'repealed' && isUndone(validity)),
  );
  return { ...(ended ? { endedFrom: ended.day } : {}), ...(open ? { doubtedFrom: open.day } : {}) };
}

const dayAfter = (day: Date): Date => new Date(day.getTime() + DAY);

/** Whether a decision was repealed before its day: it has changed nothing. */
export const isNeverInForce = ({ day, endedFrom, doubtedFrom }: DecisionEnd & { day: Date | null }): boolean =>
  day !== null && endedFrom !== undefined && endedFrom <= day && (doubtedFrom === undefined || doubtedFrom > endedFrom);
