/**
 * The gazette tree: node kinds and positions. Types and lists of words, JSON-safe: one shape is
 * fixture, database column and component prop. Import it as a namespace (`import type * as ast`):
 * `Document`, `Node` and `Text` are also browser globals.
 *
 * Two promises, each kept by a test over every fixture and every real file:
 * - tiling: every non-blank character of the source lies in exactly one leaf (a node without
 * `children`); only the `|` between the cells of a pipe row lies in the row itself;
 * - place: a node's children lie inside it, siblings do not overlap.
 */

import type { TableReason } from './tables/reasons';

/**
 * A place in the source. `line` and `column` count from 1, `offset` from 0, all in UTF-16 units.
 */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Half open: `end` is the place after the last character. */
export interface Position {
  start: Point;
  end: Point;
}

/**
 * The version of the tree's shape. Stored beside every stored tree; raise it when a reader of old
 * trees would break, and tell in ./tree/former-trees.ts how an old tree becomes a new one.
 */
export const treeVersion = 4;

interface Base {
  position: Position;
}
interface Parent<Child> extends Base {
  children: Child[];
}
/**
 * A leaf that shows one stretch of the source; `value` is that stretch without the layout around
 * it.
 */
interface Leaf extends Base {
  value: string;
}

// numbers

/** 本政办发〔2018〕58号. `issuer` stands only where the code is a name: orders and announcements. */
export interface DocNumber {
  /** `bracketed` 本政办发〔2018〕58号 · `order` 市人民政府令第228号 · `announcement` 公告2023年第5号 */
  form: 'bracketed' | 'order' | 'announcement';
  /** 机关代字 本政办发; for orders and announcements the issuer with the word, 本溪市人民政府令, 财政部税务总局公告. */
  agencyCode: string;
  /** Absent for orders that are counted without a year. */
  year?: number;
  serial: number;
  /** Canonical spelling, the one that is shown and compared: 本政办发〔2018〕58号. */
  canonical: string;
}

// root

/** One source text: a gazette issue, or the wrapper of one standalone document (单行文件). */
export interface Gazette extends Parent<Metadata | Residue | Masthead | Toc | Document | Unparsed> {
  type: 'gazette';
  kind: 'issue' | 'standalone';
  /** 本溪市; absent where nothing in the text names one. */
  municipality?: string;
  /** Present for an issue. */
  issue?: Issue;
}

/** What masthead and portal's metadata together say about an issue. Dates: `YYYY-MM-DD`. */
export interface Issue {
  /** 本溪市人民政府公报2023年第3号 */
  title: string;
  year: number;
  number: number;
  /** The last of the numbers that one issue bears (合刊): 8 of 第7-8号. */
  lastNumber?: number;
  /** 增刊, 增刊第1号, 第4号增刊; `number` is that in it, 0 for none. */
  edition?: string;
  /** 总第128期; of several the first. */
  totalNumber?: number;
  publishedOn?: string;
  publisher?: string;
}

/** The portal's block above the text: 索引号, 发布机构, … */
export interface Metadata extends Parent<MetadataField> {
  type: 'metadata';
}
export interface MetadataField extends Base {
  type: 'metadataField';
  /** 索引号, as printed without the colon and blanks inside. */
  key: string;
  value: string;
}
/** Page furniture that is no part of the gazette: 发布时间:… 【字体: */
export interface Residue extends Leaf {
  type: 'residue';
}
/** 本溪市人民政府公报 / 2023年第3号(总第128期) */
export interface Masthead extends Leaf {
  type: 'masthead';
}

export interface Toc extends Parent<Residue | TocGroup> {
  type: 'toc';
}
/**
 * A group of the contents, with its heading.
 * `heading` is empty where entries stand without one; where it is printed, the first child is its
 * text.
 */
export interface TocGroup extends Parent<Text | Residue | TocEntry> {
  type: 'tocGroup';
  heading: string;
}
export interface TocEntry extends Leaf {
  type: 'tocEntry';
  /** Title without number, leader dots and page. */
  title: string;
  docNumber?: DocNumber;
  page?: number;
}

// documents

export interface Document extends Parent<Part> {
  type: 'document';
  docNumber?: DocNumber;
  /** Lines joined. */
  title: string;
  /**
   * 通知, 意见, 决定, 办法, 令, 公告 …: the kind of document that its title names; absent where it names none.
   */
  genre?: string;
  /** The contents heading that it stands under: 本溪市人民政府文件, 行政规范性文件. */
  category?: string;
  letterhead?: string;
  /** Who signs; several agencies are joined by one blank. */
  agency?: string;
  /** 成文日期, `YYYY-MM-DD`. */
  signedOn?: string;
  /**
   * Web publication (发布日期) of a standalone document, `YYYY-MM-DD`. An issue's date is on the issue.
   */
  publishedOn?: string;
}

export interface Part extends Parent<Block> {
  type: 'part';
  kind: 'notice' | 'annexed' | 'attachment';
  /** 附件1, as printed. */
  label?: string;
  title: string;
  /** Address of the part: n, a, a2, f1 … */
  id: string;
}

export type Block =
  | Letterhead
  | NumberLine
  | Title
  | Label
  | Addressee
  | Section
  | Paragraph
  | List
  | Table
  | Callout
  | Signature
  | Note
  | AttachmentList
  | Imprint
  | Residue
  | Unparsed;

/** 本溪市人民政府办公室文件, the line above the number. */
export interface Letterhead extends Leaf {
  type: 'letterhead';
}
/** The document's own number at its head. */
export interface NumberLine extends Leaf {
  type: 'numberLine';
}
/**
 * Title of a document or part, one child a printed line.
 * Pages can then break where the print did.
 */
export interface Title extends Parent<Text> {
  type: 'title';
}
/** 附件1 */
export interface Label extends Leaf {
  type: 'label';
}
/** 主送机关, with its colon. */
export interface Addressee extends Parent<Text> {
  type: 'addressee';
}

export type MarkerStyle =
  | 'bian' // 第一编 第一篇 第一部分
  | 'chapter' // 第一章
  | 'division' // 第一节
  | 'article' // 第一条
  | 'hanComma' // 一、
  | 'hanBracket' // (一)
  | 'digitPoint' // 1. 1、 and 1 总则 where 1.1 follows
  | 'decimal' // 1.1 1.1.1
  | 'digitBracket' // (1)
  | 'circled' // ①
  | 'question'; // 问: of an interpretation, counted by the parser

export interface Marker extends Base {
  type: 'marker';
  style: MarkerStyle;
  ordinal: number;
  /** As printed: 一、 */
  value: string;
}

/** Anything numbered, from 第一编 to ①. */
export interface Section extends Base {
  type: 'section';
  /** Address inside the document, from the printed numbering: a-2.3.1, f1-4, a-t12. */
  id: string;
  marker: Marker;
  /** The words that name the section; empty for a numbered paragraph without a naming clause. */
  heading: Phrasing[];
  /**
   * The text goes on behind the heading on the same line: the first child paragraph continues it.
   */
  runIn: boolean;
  children: Block[];
}

export interface Paragraph extends Parent<Phrasing> {
  type: 'paragraph';
  /**
   * dash ——就业更充分。 · labelled 牵头单位:市民政局 · quote: words that an amendment puts into another document
   * · validity: a closing clause on when the text takes effect or ends, 本办法自发布之日起施行,有效期5年。
   */
  role?: 'dash' | 'labelled' | 'quote' | 'validity';
  /** 牵头单位, for `labelled`. */
  label?: string;
}

/** A roster or award list: short lines of one kind. */
export interface List extends Parent<ListItem> {
  type: 'list';
}
export interface ListItem extends Parent<Phrasing> {
  type: 'listItem';
  /** 组长, printed or taken over from the line above. */
  role?: string;
}

/**
 * `unreconstructed` keeps the cells in source order with the reason: each row holds what one source
 * line held, and its cells claim no column.
 */
export interface Table extends Base {
  type: 'table';
  /** Address: biao1, biao2 … inside its part (a-biao1). */
  id: string;
  caption?: Text[];
  confidence: 'certain' | 'inferred' | 'unreconstructed';
  /** Why it was not rebuilt; present where it is unreconstructed, and only there. */
  reason?: TableReason;
  /** Number of columns; absent when unreconstructed. */
  columns?: number;
  /** A header that was printed again at a page break is residue between the rows. */
  children: (TableRow | Residue)[];
}
export interface TableRow extends Parent<TableCell> {
  type: 'tableRow';
}
/**
 * A cell; a merged one stands in its first row.
 * A label printed twice has residue behind its words.
 */
export interface TableCell extends Parent<Paragraph | Residue> {
  type: 'tableCell';
  header: boolean;
  /** The first column that it takes, from 0; in an unreconstructed table its place in the row. */
  column: number;
  rowSpan: number;
  colSpan: number;
  /** Another reading of its column or span is nearly as good; absent in a `certain` table. */
  inferred?: true;
}

/** A boxed list inside a plan: 专栏1 公共卫生防控救治能力建设工程 */
export interface Callout extends Base {
  type: 'callout';
  /** Address: a-zhuanlan1. */
  id: string;
  /** 专栏1, blanks removed. */
  label: string;
  /** Title line(s) with the label. */
  title: Text[];
  children: Block[];
}

export interface Signature extends Parent<Text> {
  type: 'signature';
  agencies: string[];
  /** `YYYY-MM-DD` */
  signedOn?: string;
}
/** 附注: (此件公开发布), the note on the adoption below a title, notes below a table. */
export interface Note extends Parent<Phrasing> {
  type: 'note';
}
/** 附件说明 below the body: 附件:1.… 2.… */
export interface AttachmentList extends Parent<Text> {
  type: 'attachmentList';
}
/** 版记: 抄送…, 印发… */
export interface Imprint extends Parent<Text> {
  type: 'imprint';
}
/** Text that the parser could not place: kept, shown, counted. */
export interface Unparsed extends Leaf {
  type: 'unparsed';
}

// phrasing

/**
 * Residue of a word processor may stand between words: [bookmark: _GoBack]. It is kept and not
 * shown.
 */
export type Phrasing = Text | Citation | Residue;

export interface Text extends Leaf {
  type: 'text';
}

/** Relations in the order of their weight: what ends or changes a document first. */
export const RELATIONS = ['repeals', 'amends', 'extends', 'implements', 'cites'] as const;
/** implements 贯彻落实… · repeals 废止 · amends 修改 · extends 继续有效 · cites anything else */
export type Relation = (typeof RELATIONS)[number];

/**
 * One mention of another document: a number, an alias that stands for a number, or a bare 《title》.
 */
export interface Citation extends Leaf {
  type: 'citation';
  /** Number meant; absent for a reference by title alone. */
  docNumber?: DocNumber;
  /** Last number of a range of one series, 示政发〔2020〕1—5号; `docNumber` is the first. */
  through?: DocNumber;
  /** The part of the other document that is meant, as printed behind it: 第十二条第二款, 附件2. */
  locator?: string;
  /**
   * 《…》 (or the unquoted title) before the number, or the title that is the reference, without the
   * brackets.
   */
  title?: string;
  relation: Relation;
  /** 以下简称…: the mention defines an alias and is no further reference. */
  aliasDefinition?: boolean;
}

/** Every node kind, by its `type`. A record over it is complete by the compiler. */
export type Node =
  | Gazette
  | Metadata
  | MetadataField
  | Masthead
  | Toc
  | TocGroup
  | TocEntry
  | Document
  | Part
  | Block
  | Marker
  | ListItem
  | TableRow
  | TableCell
  | Phrasing;

export type Severity = 'info' | 'warning' | 'error';

/** A doubt of the parser, as a value. */
export interface Message {
  /** heading-gap, toc-title-differs … */
  rule: string;
  /** One English sentence with the specimen: "(三) follows (一)". */
  reason: string;
  severity: Severity;
  position?: Position;
}
