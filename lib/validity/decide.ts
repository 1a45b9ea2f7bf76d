import type { StatementKind, Validity, ValidityState, ValidityStatement } from './validity';

/**
 * What is said, sorted by what it means today. Dates are calendar days at midnight UTC, so days
 * compare as numbers.
 */
interface Said {
  /** Repeals whose day has come, or is not known. */
  repeals: ValidityStatement[];
  /** Repeals whose day lies ahead. */
  repealsAhead: ValidityStatement[];
  amends: ValidityStatement[];
  /** Extensions that still carry: open ones, and those whose last day is not past. */
  extends: ValidityStatement[];
  /** Last days that are past, its own and those of extensions. */
  past: ValidityStatement[];
  /** Own last days that are not past. */
  notPast: ValidityStatement[];
  /** It is not in force yet by its own words. */
  startsAhead: boolean;
}

/**
 * The rules, the strongest first: the state of the first one that finds proof holds, and with none
 * nobody knows. Reasons stand in docs/decisions/0010-validity-from-sentences.md.
 */
const RULES: { state: ValidityState; proof: (said: Said) => ValidityStatement[] }[] = [
  // Repealed, and later treated as in force.
  { state: 'conflict', proof: (said) => withLast(said.repeals, said.repeals.length > 0 ? denialsOf(said) : []) },
  { state: 'repealed', proof: ({ repeals }) => repeals },
  // Its last day is past, and a later document amends it; or one of two last days is past and the
  // other is not.
  { state: 'conflict', proof: (said) => (isOver(said) ? withLast(said.past, laterAmendments(said)) : []) },
  {
    state: 'conflict',
    proof: (said) => (isOver(said) && said.notPast.length > 0 ? [...said.past, ...said.notPast] : []),
  },
  { state: 'expired', proof: (said) => (isOver(said) ? said.past : []) },
  { state: 'amended', proof: ({ amends }) => amends },
  {
    state: 'inForce',
    proof: ({ startsAhead, extends: extensions, notPast, repealsAhead }) =>
      startsAhead ? extensions : [...extensions, ...notPast, ...repealsAhead],
  },
];

/**
 * Takes what sentences say of a document and the day on which somebody asks (midnight UTC of the
 * calendar day); gives its validity. The statements may come in any order; those it makes of itself
 * (starts, ends) and those of others are weighed by the same table.
 */
export function judgeValidity(statements: readonly ValidityStatement[], today: Date): Validity {
  const said = sortOut(statements, today.getTime());
  for (const { state, proof } of RULES) {
    const proven = proof(said);
    if (proven.length > 0) return { state, proof: latestFirst(proven), statements: latestFirst(statements) };
  }
  return { state: 'unknown', proof: [], statements: latestFirst(statements) };
}

function sortOut(statements: readonly ValidityStatement[], today: number): Said {
  const of = (kind: StatementKind) => statements.filter((statement) => statement.kind === kind);
  const holds = ({ day }: ValidityStatement): boolean => day === null || day.getTime() <= today;
  const isPast = (day: Date | null | undefined): boolean => !!day && day.getTime() < today;
  const extensions = of('extends').filter(holds);
  const ends = of('ends').filter(({ day }) => day !== null);
  return {
    repeals: of('repeals').filter(holds),
    repealsAhead: of('repeals').filter((repeal) => !holds(repeal)),
    amends: of('amends').filter(holds),
    extends: extensions.filter(({ until }) => !isPast(until)),
    past: [...ends.filter(({ day }) => isPast(day)), ...extensions.filter(({ until }) => isPast(until))],
    notPast: ends.filter(({ day }) => !isPast(day)),
    startsAhead: of('starts').length > 0 && !of('starts').some(holds),
  };
}

/**
 * What presupposes, after the last repeal, that the document is in force. A repeal of unknown day
 * may be later than anything.
 */
function denialsOf({ repeals, extends: extensions, amends }: Said): ValidityStatement[] {
  const last = Math.max(...repeals.map(({ day }) => day?.getTime() ?? Infinity));
  return [
    // On one day it cannot be repealed and go on.
    ...extensions.filter(({ day }) => day !== null && day.getTime() >= last),
    // Who amends and repeals in one document writes a new text in place of the old one.
    ...amends.filter(
      (amendment) => saidOn(amendment) > last && !repeals.some((repeal) => isOneDocument(repeal, amendment)),
    ),
  ];
}

/** The last day is past, and nothing carries the document beyond it. */
const isOver = ({ past, extends: extensions }: Said): boolean =>
  past.length > 0 && !extensions.some((extension) => carriesBeyond(extension, past));

/**
 * 有效期延长 carries a document beyond its last day whenever it was said; 继续有效, said of a document that
 * was in force anyway, does so only when it was said after that day.
 */
const carriesBeyond = ({ until, sentence, day }: ValidityStatement, past: ValidityStatement[]): boolean =>
  until !== undefined || /延长|延续|延期/.test(sentence) || (day !== null && day.getTime() > lastOf(past));

const laterAmendments = ({ past, amends }: Said): ValidityStatement[] =>
  amends.filter((amendment) => saidOn(amendment) > lastOf(past));

/** The latest of the last days that are past. */
const lastOf = (past: ValidityStatement[]): number =>
  Math.max(...past.map(({ until, day }) => (until ?? day)?.getTime() ?? -Infinity));

const saidOn = ({ day }: ValidityStatement): number => day?.getTime() ?? -Infinity;

const isOneDocument = ({ place: one }: ValidityStatement, { place: other }: ValidityStatement): boolean =>
  one !== null && one.slug === other?.slug && one.municipality.slug === other.municipality.slug;

/** Both sides of a contradiction; nothing where there is no other side. */
const withLast = (one: ValidityStatement[], other: ValidityStatement[]): ValidityStatement[] =>
  other.length > 0 ? [...one, ...other] : [];

const latestFirst = (statements: readonly ValidityStatement[]): ValidityStatement[] =>
  [...statements].sort((one, other) => (saidOn(one) === saidOn(other) ? 0 : saidOn(other) - saidOn(one)));
