import type { StatementKind, ValidityState } from './validity';

/**
 * Words for a state, on pages, in exports and in the search alike. `unknown` says that no repeal is
 * known, which does not prove that the document is in force.
 */
export const VALIDITY_WORDS: Record<ValidityState, string> = {
  repealed: '已废止',
  expired: '已失效',
  amended: '已修改',
  inForce: '有效',
  conflict: '说法不一',
  unknown: '未见废止信息',
};

/** Forms beside the words: a column of facts can be skimmed. The word alone says it. */
export const VALIDITY_SIGNS: Record<ValidityState, string> = {
  repealed: '—',
  expired: '—',
  amended: '◐',
  inForce: '●',
  conflict: '≠',
  unknown: '○',
};

/** Words for a kind of statement. */
export const STATEMENT_WORDS: Record<StatementKind, string> = {
  repeals: '废止',
  amends: '修改',
  extends: '继续有效',
  starts: '施行',
  ends: '有效期',
};
