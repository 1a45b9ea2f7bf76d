import type * as ast from '@/lib/gazette/ast';
import type { Marks } from '@/lib/search/marks/marks';
import type { TargetState } from '@/lib/views/document/target-state';
import type { AmendedClause } from '@/lib/views/document/amended-view';
import type { NoticeView } from '@/lib/views/versions/notice-view';
import type { AnchorView } from '@/lib/views/versions/page-ledger';

/**
 * What is known of the document that a citation means: it is not in force any more, or sentences
 * disagree.
 */
export type CitedValidity = 'repealed' | 'expired' | 'conflict';

/**
 * What a citation is for the reader: where it leads, and what the portal holds. No `href`: there is
 * no page to lead to.
 */
export interface CitationView {
  state: TargetState;
  href?: string;
  /** How many held documents fit, for `several`. */
  count?: number;
  /** Set where the reader should know before he follows the link. */
  validity?: CitedValidity;
  /** Editors say that another document is meant than the print says: 应为示政发〔2020〕1号,依据…. */
  correction?: string;
  /**
   * What is meant, and what the portal holds of it: beside the text at its first mention, on paper
   * among the notes at the end.
   */
  note?: CitationNote;
}

export interface CitationNote {
  /** Counts the documents that the page cites from 1, in the order of the text. */
  number: number;
  /** The first mention of the document on the page. */
  first: boolean;
  /** 本政办发〔2018〕58号 */
  lead: string;
  /** 已收录，2018年8月 */
  text: string;
  /** 《标题》（本政办发〔2018〕58号） */
  citation: string;
}

/** Where on the page a node stands: handed down from part to word. */
export interface RenderContext {
  /** Address of the document's page: `/benxi/benzhengbanfa-2018-58` */
  documentHref: string;
  /** Level of the next heading, 2 to 6. */
  level: number;
  citations: ReadonlyMap<ast.Citation, CitationView>;
  /** Words that were searched for. */
  marks?: Marks | undefined;
  /** How often others cite a section of this document, by its address. */
  citedSections?: ReadonlyMap<string, number> | undefined;
  /** The value of `?k=` of everything with an address, by its address. */
  keys?: ReadonlyMap<string, string> | undefined;
  /** What decisions do to clauses, by the address below which it is shown. */
  amended?: ReadonlyMap<string, readonly AmendedClause[]> | undefined;
  /** Ids of the 款 of an article that has several, by the nodes that hold them. */
  paragraphs?: ReadonlyMap<ast.Paragraph | ast.Section, string> | undefined;
  /** Of a worked-in text: what decisions did, in the place of its notes. */
  workedIn?: ReadonlyMap<ast.Note, AmendedClause> | undefined;
  /** What addresses meant before, and addresses that are not there any more, by their place. */
  notices?: ReadonlyMap<string, readonly NoticeView[]> | undefined;
  anchors?: ReadonlyMap<string, readonly AnchorView[]> | undefined;
  /**
   * Address of the page of a former version: numbers lead to their places in it, and nothing is
   * shared or taken away from it.
   */
  formerHref?: string | undefined;
  /** What a table without a caption is called: by the attachment that has it. */
  tableName?: string | undefined;
  /** The section below whose heading it is said that numbers can be pressed. */
  hintAt?: string | undefined;
  /** Inside a part's notice the head of the page has shown letterhead, number and title. */
  headShown?: boolean;
}

export interface BlockProps<Node> {
  node: Node;
  context: RenderContext;
}

export type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

/** The heading element of a level; deeper than six stays six. */
export const headingTag = (level: number): HeadingTag => `h${Math.min(level, 6)}` as HeadingTag;

/** The context one heading further down. */
export const below = (context: RenderContext): RenderContext => ({ ...context, level: context.level + 1 });
