import type * as ast from '@/lib/gazette/ast';

/**
 * A document as it is set on paper: a sequence of headings, paragraphs, tables and boxes. Word,
 * Markdown and EPUB each write it in their own form. Sections are no longer nested: their headings
 * have levels.
 */

/** A span of words; `href` is the absolute address of a cited document. */
export interface FlowSpan {
  text: string;
  href?: string;
}

/** The typefaces of GB/T 9704: 一、 is 黑, (一) is 楷, all else 仿宋. */
export type Face = 'hei' | 'kai' | 'fangsong';

/** The head of a part. */
interface FlowPart {
  kind: 'part';
  id: string;
  level: number;
  /** 附件1, as printed; what is printed and distributed has none. */
  label: string | null;
  /** Title, cut where it may break by sense; empty where none is printed. */
  title: string[];
}

/** The heading of a section. */
interface FlowHeading {
  kind: 'heading';
  id: string;
  level: number;
  face: Face;
  /** 第一章 is centred. */
  centred: boolean;
  spans: FlowSpan[];
}

/** A paragraph, perhaps one that a numbered section begins with. */
export interface FlowParagraph {
  kind: 'paragraph';
  role: 'text' | 'addressee' | 'quote' | 'note' | 'flush';
  /** The address of the numbered section that begins with it. */
  id?: string;
  /** Marker and heading of a run-in heading, in the typeface of its level. */
  lead?: { face: Face; spans: FlowSpan[] };
  spans: FlowSpan[];
}
/** Lines that belong together: 落款, 附件说明, 版记; the printed lines of a title inside the text. */
export interface FlowLines {
  kind: 'lines';
  role: 'signature' | 'attachments' | 'imprint' | 'title';
  lines: FlowSpan[][];
}

/** A list of items. */
interface FlowList {
  kind: 'list';
  items: FlowSpan[][];
}

/** A box with a title (专栏). */
interface FlowCallout {
  kind: 'callout';
  id: string;
  level: number;
  title: string;
  children: FlowBlock[];
}

/** A cell of a table. */
export interface FlowCell {
  paragraphs: FlowSpan[][];
  header: boolean;
  /** The first column that it takes, from 0. */
  column: number;
  rowSpan: number;
  colSpan: number;
}

/** A table with its caption. */
export interface FlowTable {
  kind: 'table';
  id: string;
  caption: string;
  /** Number of columns; absent where the cells are only in source order. */
  columns?: number;
  /** Number of header rows at the top. */
  headRows: number;
  rows: FlowCell[][];
  /** A note for the reader: why it was not rebuilt, or that its columns were inferred. */
  remark: string | null;
}
/** Text that the parser could not place, with a note about it. */
interface FlowUnplaced {
  kind: 'unplaced';
  remark: string;
  text: string;
}

/** A block of a flow. */
export type FlowBlock =
  FlowPart | FlowHeading | FlowParagraph | FlowLines | FlowList | FlowCallout | FlowTable | FlowUnplaced;

/** Context of the flow, from part to word. */
export interface FlowContext {
  /** Level of the next heading, from 1. */
  level: number;
  links: ReadonlyMap<ast.Citation, string>;
  /** Whether the head of the file has shown letterhead, number and title. */
  headShown: boolean;
}

/** Joins the words of spans. */
export const textOfSpans = (spans: readonly FlowSpan[]): string => spans.map(({ text }) => text).join('');
