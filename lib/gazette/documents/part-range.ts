import type * as ast from '../ast';

/** A part of a document as ranges of lines; `to` is exclusive. */
export interface PartRange {
  kind: ast.Part['kind'];
  from: number;
  /** Line of the label 附件1; null where none is printed. */
  label: number | null;
  titleFrom: number;
  titleTo: number;
  bodyFrom: number;
  to: number;
}
