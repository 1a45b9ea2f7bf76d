import type { DayBasis, StatementKind, ValidityState } from './validity';

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
  repealsPart: '废止部分条款',
  extends: '继续有效',
  starts: '施行',
  ends: '有效期',
  stated: '来源标注',
};

/** Words for the day that was used. */
export const DAY_BASIS_WORDS: Record<DayBasis, string> = {
  named: '句中写明',
  starts: '作出规定的文件自这一天起施行',
  published: '按发布日期计',
  signed: '按成文日期计',
  printed: '按刊登日期计',
};
