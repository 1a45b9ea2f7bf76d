import type * as ast from '../ast';
import type { Line } from '../line';

/**
 * The first lines of a document, as indexes into the lines of the text.
 * `titleTo` and `bodyFrom` are exclusive.
 */
export interface Head {
  from: number;
  /** Lines of the letterhead: 本溪市人民政府文件. */
  letterhead: number[];
  /**
   * Line of the number; null where none is printed. For 示例市人民政府令 / 第7号 the first line is the
   * letterhead.
   */
  number: number | null;
  /** Line of the first half of a number that is set on two: 示政发〔2023〕 / 4号. */
  half?: number;
  docNumber?: ast.DocNumber;
  titleFrom: number;
  titleTo: number;
  bodyFrom: number;
  entry?: ast.TocEntry;
  /** Title that the portal's block gives, where the text prints none. */
  named?: string;
}

/** Most lines in front of the first number or title of a standalone text. */
export const longestFront = 12;

/** Joins the keys of some lines: the key of a title. */
export const keyOfLines = (lines: readonly Line[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map((line) => line.key)
    .join('');
