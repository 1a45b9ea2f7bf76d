import type { StatementKind, Validity, ValidityState, ValidityStatement } from './validity';

/** A state and the statements that prove it. */
export type Proven = Pick<Validity, 'state' | 'proof'>;

/** States whose documents are in force, and those whose are not. */
const ENDED: readonly ValidityState[] = ['repealed', 'expired'];
const HOLDING: readonly ValidityState[] = ['inForce', 'amended'];

/**
 * Weighs what the page of a document marks (有效性, 废止日期) against what sentences prove.
 *
 * 废止 and 失效 prove the end where no sentence says anything. Against a sentence they make a conflict,
 * unless 废止日期 is later than all that sentences say; so they do where 废止日期 lies before the first
 * day in force. 有效 and 已修改 prove nothing, because nobody knows on which day they were true; they
 * contradict an end. 尚未生效 becomes untrue by itself.
 */
export function weighMark(
  proven: Proven,
  mark: ValidityStatement,
  statements: readonly ValidityStatement[],
  today: Date,
): Proven {
  const claim = claimOf(mark, today);
  const conflict: Proven = { state: 'conflict', proof: [...proven.proof, mark] };
  if (claim === null) return proven;
  if (claim === 'inForce') return ENDED.includes(proven.state) ? conflict : proven;
  if (HOLDING.includes(proven.state))
    return claim === 'ended' && isLastWord(mark, proven.proof) ? { state: stateOf(mark), proof: [mark] } : conflict;
  if (claim === 'doubtful') return proven;
  if (proven.state === 'unknown') {
    const starts = statements.filter(({ kind }) => kind === 'starts');
    const isBefore =
      starts.length > 0 && starts.every(({ day }) => day !== null && mark.day !== null && mark.day < day);
    return isBefore ? { state: 'conflict', proof: [...starts, mark] } : { state: stateOf(mark), proof: [mark] };
  }
  return { state: proven.state, proof: [...proven.proof, mark] };
}

/** What says nothing of an own last day. */
const CHANGING: readonly StatementKind[] = ['amends', 'repealsPart', 'extends'];

/** What a mark claims on a day; doubtful: 有效 beside a 废止日期 that is past. */
function claimOf({ stated, day }: ValidityStatement, today: Date): 'ended' | 'inForce' | 'doubtful' | null {
  const isPast = day !== null && day.getTime() <= today.getTime();
  if (stated === 'ended') return day === null || isPast ? 'ended' : null;
  if (stated === 'inForce' || stated === 'changed') return isPast ? 'doubtful' : 'inForce';
  return null;
}

/** Whether a 废止日期 comes after amendments and extensions; an own last day lies behind it. */
const isLastWord = ({ day }: ValidityStatement, proof: readonly ValidityStatement[]): boolean =>
  day !== null && proof.every((said) => CHANGING.includes(said.kind) && said.day !== null && said.day < day);

const stateOf = ({ words }: ValidityStatement): ValidityState =>
  words.includes('失效') && !words.includes('废止') ? 'expired' : 'repealed';
