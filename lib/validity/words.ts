import type { StatementKind, ValidityState } from './validity';

/**
 * How a state is worded, on pages, in exports and in the search alike. Nothing found is said as
 * such: it does not prove that a document holds.
 */
export const VALIDITY_WORDS: Record<ValidityState, string> = {
  repealed: '已废止',
  expired: '已失效',
  amended: '已修改',
  inForce: '有效',
  conflict: '说法不一',
  unknown: '未见废止信息',
};

/** What a sentence does to the document it speaks of. */
export const STATEMENT_WORDS: Record<StatementKind, string> = {
  repeals: '废止',
  amends: '修改',
  extends: '继续有效',
  starts: '施行',
  ends: '有效期',
};
