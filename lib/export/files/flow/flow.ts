import type * as ast from '@/lib/gazette/ast';

/**
 * A document as it is set on paper: a sequence of headings, paragraphs, tables and boxes, which
 * Word, Markdown and EPUB each write in their own way. Sections are no longer nested; what they
 * were is in the level of their headings.
 */

/** A stretch of words; `href` is the absolute address of a cited document. */
export interface FlowSpan {
  text: string;
  href?: string;
}

/** The faces of GB/T 9704: 一、 is 黑, (一) is 楷, all else 仿宋. */
export type Face = 'hei' | 'kai' | 'fangsong';

export interface FlowPart {
  kind: 'part';
  id: string;
  level: number;
  /** 附件1, as printed; what is printed and distributed has none. */
  label: string | null;
  /** Title, cut where it may break by sense; empty where none is printed. */
  title: string[];
}
export interface FlowHeading {
  kind: 'heading';
  id: string;
  level: number;
  face: Face;
  /** 第一章 stands in the middle. */
  centred: boolean;
  spans: FlowSpan[];
}
export interface FlowParagraph {
  kind: 'paragraph';
  role: 'text' | 'addressee' | 'quote' | 'note' | 'flush';
  /** Where a numbered section begins with it. */
  id?: string;
  /** Marker and naming words of a run-in heading, in the face of their level. */
  lead?: { face: Face; spans: FlowSpan[] };
  spans: FlowSpan[];
}
/** Lines that stand together: 落款, 附件说明, 版记; the printed lines of a title inside the text. */
export interface FlowLines {
  kind: 'lines';
  role: 'signature' | 'attachments' | 'imprint' | 'title';
  lines: FlowSpan[][];
}
export interface FlowList {
  kind: 'list';
  items: FlowSpan[][];
}
export interface FlowCallout {
  kind: 'callout';
  id: string;
  level: number;
  title: string;
  children: FlowBlock[];
}
export interface FlowCell {
  paragraphs: FlowSpan[][];
  header: boolean;
  rowSpan: number;
  colSpan: number;
}
export interface FlowTable {
  kind: 'table';
  id: string;
  caption: string;
  /** Cells stand in rows of equal width; absent: in source order, without columns. */
  columns?: number;
  /** Rows at the top that are heads. */
  headRows: number;
  rows: FlowCell[][];
  /** What the reader has to know: why it was not rebuilt, or that its columns were inferred. */
  remark: string | null;
}
/** Text that the parser could not place, with what is said about it. */
export interface FlowUnplaced {
  kind: 'unplaced';
  remark: string;
  text: string;
}

export type FlowBlock =
  FlowPart | FlowHeading | FlowParagraph | FlowLines | FlowList | FlowCallout | FlowTable | FlowUnplaced;

/** What is handed down from part to word. */
export interface FlowContext {
  /** Level of the next heading, from 1. */
  level: number;
  links: ReadonlyMap<ast.Citation, string>;
  /** The head of the file has shown letterhead, number and title. */
  headShown: boolean;
}

export const textOfSpans = (spans: readonly FlowSpan[]): string => spans.map(({ text }) => text).join('');
