import type { Relation } from '@/lib/gazette/ast';

/**
 * What sentences say of whether a document is in force. Pure: the sentences come from
 * lib/db/queries/validity.ts.
 */

/** Relations of a citation that say something of the validity of the document cited. */
export const VALIDITY_RELATIONS = ['repeals', 'amends', 'extends'] as const satisfies readonly Relation[];
export type ValidityRelation = (typeof VALIDITY_RELATIONS)[number];

/** What a statement may say of a document. */
export const STATEMENT_KINDS = [...VALIDITY_RELATIONS, 'starts', 'ends'] as const;
/**
 * Another document repeals, amends or extends it; or it says itself from when (starts) or until
 * when (ends) it is in force.
 */
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Where a sentence stands. */
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
   * The day from which the statement holds: that which the sentence names, else the day of the
   * document that says it; of `ends` the last day in force. Null where nobody knows it.
   */
  day: Date | null;
  /**
   * Of extends: the last day in force that the sentence names or reckons (有效期延长至2027年12月31日);
   * absent where it tells none.
   */
  until?: Date;
  sentence: string;
  /** The words that are the proof, and where they stand in the sentence (UTF-16 units). */
  words: string;
  wordsAt: number;
  /** Null for an editorial correction, which has a source instead. */
  place: StatementPlace | null;
  /** Set where editors say it and no sentence: who says so to them. */
  source: string | null;
}

export const VALIDITY_STATES = ['repealed', 'expired', 'amended', 'inForce', 'conflict', 'unknown'] as const;
/**
 * repealed 已废止 · expired 已失效 (its last day is past) · amended 已修改 (and in force) · inForce 有效 (a
 * sentence says 继续有效, or its last day is not past) · conflict: two sentences that cannot both hold
 * · unknown 未见废止信息: no sentence says anything.
 */
export type ValidityState = (typeof VALIDITY_STATES)[number];

export interface Validity {
  state: ValidityState;
  /**
   * The sentences that prove the state, the latest first; of a conflict all that contradict each
   * other. Empty for unknown.
   */
  proof: ValidityStatement[];
  /** All sentences, latest first; those without a day last. */
  statements: ValidityStatement[];
}

/** What is known of a document about which nobody says anything. */
export const unknownValidity: Validity = { state: 'unknown', proof: [], statements: [] };
