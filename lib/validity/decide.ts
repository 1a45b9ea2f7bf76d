import { weighMark, type Proven } from './weigh-marks';
import type { StatementKind, Validity, ValidityState, ValidityStatement } from './validity';

/**
 * The statements of a document, sorted by what they mean today.
 *
 * Dates are calendar days at midnight UTC, so days compare as numbers.
 */
interface SortedStatements {
  /** Repeals whose day has come, or is not known. */
  repeals: ValidityStatement[];
  /** Repeals whose day lies ahead. */
  repealsAhead: ValidityStatement[];
  /** What changes it, and what repeals a part of it. */
  amends: ValidityStatement[];
  /** Extensions that still hold: those without a last day, or whose last day is not past. */
  extends: ValidityStatement[];
  /** Last days that are past, its own and those of extensions. */
  past: ValidityStatement[];
  /** Own last days that are not past. */
  notPast: ValidityStatement[];
  /** It is not in force yet by its own words. */
  startsAhead: boolean;
}

/**
 * The rules, the strongest first: the first that has proof gives the state, and without any the
 * state is unknown. docs/decisions/0010-validity-from-sentences.md gives the reasons.
 */
const RULES: { state: ValidityState; proof: (sorted: SortedStatements) => ValidityStatement[] }[] = [
  // Repealed, and later treated as in force.
  {
    state: 'conflict',
    proof: (sorted) => withLast(sorted.repeals, sorted.repeals.length > 0 ? denialsOf(sorted) : []),
  },
  { state: 'repealed', proof: ({ repeals }) => repeals },
  // Its last day is past, and a later document amends it; or one of two last days is past and the
  // other is not.
  { state: 'conflict', proof: (sorted) => (isOver(sorted) ? withLast(sorted.past, laterAmendments(sorted)) : []) },
  {
    state: 'conflict',
    proof: (sorted) => (isOver(sorted) && sorted.notPast.length > 0 ? [...sorted.past, ...sorted.notPast] : []),
  },
  { state: 'expired', proof: (sorted) => (isOver(sorted) ? sorted.past : []) },
  { state: 'amended', proof: ({ amends }) => amends },
  {
    state: 'inForce',
    proof: ({ startsAhead, extends: extensions, notPast, repealsAhead }) =>
      startsAhead ? extensions : [...extensions, ...notPast, ...repealsAhead],
  },
];

/**
 * Decides the validity of a document from what is stated of it.
 *
 * Sentences are weighed first, then the marks of the page it was taken from.
 * @param statements of others and of the document itself, in any order; one table weighs them all
 * @param today midnight UTC of the calendar day for which the validity is asked
 */
export function decideValidity(statements: readonly ValidityStatement[], today: Date): Validity {
  const { state, proof } = statements
    .filter(({ kind }) => kind === 'stated')
    .reduce((proven, mark) => weighMark(proven, mark, statements, today), decideBySentences(statements, today));
  return { state, proof: latestFirst(proof), statements: latestFirst(statements) };
}

function decideBySentences(statements: readonly ValidityStatement[], today: Date): Proven {
  const sorted = sortOut(statements, today.getTime());
  for (const { state, proof } of RULES) {
    const proven = proof(sorted);
    if (proven.length > 0) return { state, proof: proven };
  }
  return { state: 'unknown', proof: [] };
}

function sortOut(statements: readonly ValidityStatement[], today: number): SortedStatements {
  const of = (kind: StatementKind) => statements.filter((statement) => statement.kind === kind);
  const holds = ({ day }: ValidityStatement): boolean => day === null || day.getTime() <= today;
  const isPast = (day: Date | null | undefined): boolean => !!day && day.getTime() < today;
  const extensions = of('extends').filter(holds);
  const ends = of('ends').filter(({ day }) => day !== null);
  return {
    repeals: of('repeals').filter(holds),
    repealsAhead: of('repeals').filter((repeal) => !holds(repeal)),
    amends: [...of('amends'), ...of('repealsPart')].filter(holds),
    extends: extensions.filter(({ until }) => !isPast(until)),
    past: [...ends.filter(({ day }) => isPast(day)), ...extensions.filter(({ until }) => isPast(until))],
    notPast: ends.filter(({ day }) => !isPast(day)),
    startsAhead: of('starts').length > 0 && !of('starts').some(holds),
  };
}

/**
 * Statements after the last repeal that take the document to be in force. A repeal of unknown day
 * may be later than any of them.
 */
function denialsOf({ repeals, extends: extensions, amends }: SortedStatements): ValidityStatement[] {
  const last = Math.max(...repeals.map(({ day }) => day?.getTime() ?? Infinity));
  return [
    // A repeal and an extension of one day contradict each other.
    ...extensions.filter(({ day }) => day !== null && day.getTime() >= last),
    // A document that amends and repeals writes a new text in place of the old one.
    ...amends.filter(
      (amendment) => dayOf(amendment) > last && !repeals.some((repeal) => isOneDocument(repeal, amendment)),
    ),
  ];
}

/** Whether the last day is past, and no extension goes beyond it. */
const isOver = ({ past, extends: extensions }: SortedStatements): boolean =>
  past.length > 0 && !extensions.some((extension) => goesBeyond(extension, past));

/**
 * 有效期延长 goes beyond the last day whenever it is stated. 继续有效 does so only if it is stated after
 * that day: before, the document was in force anyway.
 */
const goesBeyond = ({ until, sentence, day }: ValidityStatement, past: ValidityStatement[]): boolean =>
  until !== undefined || /延长|延续|延期/.test(sentence) || (day !== null && day.getTime() > lastOf(past));

const laterAmendments = ({ past, amends }: SortedStatements): ValidityStatement[] =>
  amends.filter((amendment) => dayOf(amendment) > lastOf(past));

/** The latest of the last days that are past. */
const lastOf = (past: ValidityStatement[]): number =>
  Math.max(...past.map(({ until, day }) => (until ?? day)?.getTime() ?? -Infinity));

const dayOf = ({ day }: ValidityStatement): number => day?.getTime() ?? -Infinity;

const isOneDocument = ({ place: one }: ValidityStatement, { place: other }: ValidityStatement): boolean =>
  one !== null && one.slug === other?.slug && one.municipality.slug === other.municipality.slug;

/** Both sides of a contradiction; none where the other side has no statement. */
const withLast = (one: ValidityStatement[], other: ValidityStatement[]): ValidityStatement[] =>
  other.length > 0 ? [...one, ...other] : [];

const latestFirst = (statements: readonly ValidityStatement[]): ValidityStatement[] =>
  [...statements].sort((one, other) => (dayOf(one) === dayOf(other) ? 0 : dayOf(other) - dayOf(one)));
