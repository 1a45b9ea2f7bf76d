import type { Relation } from '@/lib/gazette/ast';

/**
 * Whether a document is in force, as sentences state it. Pure: the sentences come from
 * lib/db/queries/validity/statements.ts.
 */

/** Relations of a citation that say something of the validity of the document cited. */
export const VALIDITY_RELATIONS = ['repeals', 'amends', 'extends'] as const satisfies readonly Relation[];
/** A relation that says something of validity. */
export type ValidityRelation = (typeof VALIDITY_RELATIONS)[number];

/** What a statement may say of a document. */
export const STATEMENT_KINDS = [...VALIDITY_RELATIONS, 'repealsPart', 'starts', 'ends', 'stated'] as const;
/**
 * A kind of statement.
 *
 * Another document repeals, amends or extends it, or repeals a part of it; or it names itself the
 * day from which (starts) or until which (ends) it is in force; or the page it was taken from marks
 * it (stated).
 */
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/**
 * What a publisher's words on validity (有效性) come to.
 *
 * ended: 失效, 废止 · changed: 部分失效, 已修改 · pending: 尚未生效
 */
export type StatedForce = 'inForce' | 'ended' | 'changed' | 'pending';

/** Days that a statement may hold from, the first choice first. */
export const DAY_BASES = ['named', 'starts', 'published', 'signed', 'printed'] as const;
/**
 * Why a statement holds from its day.
 *
 * - named: the sentence names it
 * - starts: the first day in force of the document that has the sentence
 * - published, signed, printed: 发布日期, 成文日期 of that document, 刊登日期 of its issue, in this order
 */
export type DayBasis = (typeof DAY_BASES)[number];

/** The document and section that have a sentence. */
export interface StatementPlace {
  municipality: { slug: string; name: string; sample: boolean };
  slug: string;
  title: string;
  docNumber: string | null;
  /** Address of the section. */
  address: string;
}

/** One sentence about the validity of a document. */
export interface ValidityStatement {
  kind: StatementKind;
  /**
   * The day from which the statement holds: the one that the sentence names, else that of the
   * document that has the sentence; of `ends` the last day in force; of `stated` 废止日期. Null where
   * it is not known.
   */
  day: Date | null;
  /** Where the day is from; absent where it is not known, and where no sentence gives it. */
  dayFrom?: DayBasis;
  /**
   * Of `extends`: the last day in force that follows from the sentence (有效期延长至2027年12月31日, 延长两年);
   * absent where none does.
   */
  until?: Date;
  sentence: string;
  /** The words that are the proof, and where they stand in the sentence (UTF-16 units). */
  words: string;
  wordsAt: number;
  /** Of `stated`: what the publisher's words come to; null where that is not known. */
  stated?: StatedForce | null;
  /** Null for an editorial correction and for `stated`, which have a source instead. */
  place: StatementPlace | null;
  /** Of an editorial correction: who told the editors; of `stated`: where it is from. Else null. */
  source: string | null;
}

/** States of validity, in the order of a list of choices. */
export const VALIDITY_STATES = ['repealed', 'expired', 'amended', 'inForce', 'conflict', 'unknown'] as const;
/**
 * A state of validity.
 *
 * - repealed 已废止
 * - expired 已失效: its last day is past
 * - amended 已修改: and in force
 * - inForce 有效: a sentence says 继续有效, or its last day is not past
 * - conflict 说法不一: two sentences that cannot both hold
 * - unknown 未见废止信息: no sentence
 */
export type ValidityState = (typeof VALIDITY_STATES)[number];

/** The state of validity of a document on one day, with its proof. */
export interface Validity {
  state: ValidityState;
  /**
   * The sentences that prove the state, the latest first; of a conflict all that contradict each
   * other. Empty for unknown.
   */
  proof: ValidityStatement[];
  /** All statements, latest first; those without a day last. */
  statements: ValidityStatement[];
}

/** The validity of a document of which nothing is stated. */
export const unknownValidity: Validity = { state: 'unknown', proof: [], statements: [] };
