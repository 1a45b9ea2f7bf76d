import type * as ast from './ast';
import type { Span } from './source';
import type { FoldedTable } from './tables/given-table';
import type { MarkerMatch } from './words/markers';

/** One line with printed characters, and what it is by itself. */
export interface Line {
  /** Counted from 1. */
  number: number;
  /** Span of the words, without the blanks around them. */
  span: Span;
  /** Folded words, blanks inside kept. */
  text: string;
  /** Folded words without any blank: compare only keys. */
  key: string;
  /** Blanks in front of the words; a tab counts as one. */
  indent: number;
  /** The line begins with a tab: a cell opens. */
  tabbed: boolean;
  /** Empty lines in front of it. */
  gap: number;
  /** Lines of nothing but blanks in front of it: merged cells leave them. */
  blankLines: number;
  kind: LineKind;
  /** A page number or running head of the print: what stands around it may be one paragraph. */
  print?: boolean;
  marker: MarkerMatch | null;
  docNumber: ast.DocNumber | null;
  /** `YYYY-MM-DD` of a line that is a date and nothing else. */
  date: string | null;
  /** For `table`: what the file gave. */
  given?: FoldedTable;
}

/** What a line is by its words; `other` is the last resort and always matches. */
export type LineKind =
  | 'metadata' // 索引号: 发布机构: 本溪市人民政府
  | 'residue' // 发布时间:2023-06-28 17:07:37 【字体:
  | 'contents' // 目 录
  | 'masthead' // 2023年第3号(总第128期)
  | 'number' // 本政发〔2023〕4号
  | 'letterhead' // 本溪市人民政府办公室文件
  | 'attachment' // 附件1
  | 'callout' // 专栏 1 公共卫生防控救治能力建设工程
  | 'date' // 2023年4月14日
  | 'note' // (此件公开发布)
  | 'imprint' // 抄送:…
  | 'table' // a table that the file itself drew: HTML, Word, Markdown
  | 'pipes' // 政策领域 | 政策内容 |
  | 'numbered' // 一、总体要求
  | 'other';
