import type * as ast from '../ast';

/** Text that may hold citations: one paragraph, heading or cell. */
export interface Run {
  texts: ast.Text[];
  folded: string;
  /** The same words as the source spells them, unit for unit. */
  printed: string;
  /** What the heading, caption or row says of all documents that are listed here. */
  listed?: ast.Relation;
}

/** A mention of another document, in units of its run. */
export interface Mention {
  start: number;
  end: number;
  /** Where the title in front of it begins. */
  titleStart: number;
  citation: Omit<ast.Citation, 'type' | 'value' | 'position'>;
}

/** What reading mentions needs to know of the text around a run. */
export interface MentionContext {
  /** Keys of the titles that the text itself bears. */
  ownTitles: Set<string>;
  /** Agency codes met at unmistakable places of the text. */
  known: Set<string>;
  municipality?: string;
  /** The text's own number, in canonical spelling. */
  ownNumber?: string;
  /** 以下简称《办法》: what a short name stands for. Reading a run adds those that it defines. */
  aliases: Map<string, { docNumber?: ast.DocNumber; title?: string }>;
  /** The text is being written, and its numbers may be unfinished: see findDocNumbers. */
  draft?: boolean;
}
