import type { GivenCell, GivenTable } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { isBlank } from '@/lib/gazette/words/chars';

/** The content of a file with markup, in reading order, before it is plain text. */
export type SourceBlock = LineBlock | TableBlock;

/** One paragraph, or one line of it where the file breaks it. */
export interface LineBlock {
  type: 'line';
  text: string;
  /** Characters of it that are links. */
  linked?: number;
  /** The file marks it as a heading of the page. */
  title?: boolean;
  /** A key of a portal that has its value, be it none. */
  field?: boolean;
}

/** A table of a file. */
export interface TableBlock {
  type: 'table';
  caption: string[];
  /** Each row has the cells that begin in it. */
  rows: CellBlock[][];
}

/** A cell of a table. */
export interface CellBlock {
  header: boolean;
  /** 0: down to the last row. */
  rowSpan: number;
  colSpan: number;
  blocks: SourceBlock[];
}

/** The result of the reader of one format. */
export interface ReadBlocks {
  blocks: SourceBlock[];
  notes: ast.Message[];
}

/** Content that cannot be read: why, and what to do about it. */
export class UnreadableContent extends Error {
  override name = 'UnreadableContent';
  readonly advice: string;

  constructor(reason: string, advice: string) {
    super(reason);
    this.advice = advice;
  }
}

/** Makes a message of the parser's kind, which has no position. */
export const noteOf = (rule: string, reason: string, severity: ast.Severity = 'info'): ast.Message => ({
  rule,
  reason,
  severity,
});

/**
 * Marks each UTF-16 unit that is a blank or the second half of a character. It is a table of 1 and
 * 0, as every character of a file is looked up.
 */
const inkless = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  isBlank(String.fromCharCode(code)) || (code >= 0xdc00 && code < 0xe000) ? 1 : 0,
);

/** Counts the characters that are not blank. */
export function inkOf(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (inkless[text.charCodeAt(at)] === 0) count++;
  return count;
}

const tab = 9;
const lineEnds = new Set([10, 13]);
const pipes = new Set(Array.from('|｜│┃║', (sign) => sign.charCodeAt(0)));

/** Counts the lines that hold more than blanks, and their pieces between tabs and `|`. */
export function countLines(text: string): { lines: number; pieces: number } {
  let lines = 0;
  let pieces = 0;
  let inLine = false;
  let inPiece = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (lineEnds.has(code)) inLine = inPiece = false;
    else if (code === tab || pipes.has(code)) inPiece = false;
    else if (!inPiece && inkless[code] === 0) {
      if (!inLine) lines++;
      pieces++;
      inLine = inPiece = true;
    }
  }
  return { lines, pieces };
}

/** Lists all lines of blocks in reading order, those of tables cell by cell. */
export function blockLinesOf(blocks: readonly SourceBlock[]): LineBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'line'
      ? [block]
      : [
          ...block.caption.map((text): LineBlock => ({ type: 'line', text })),
          ...block.rows.flat().flatMap(cellLinesOf),
        ],
  );
}

/** Lines of cells. They are looked up often, as layout tables are nested. */
const linesByCell = new WeakMap<CellBlock, LineBlock[]>();

/** Lists all lines of a cell in reading order. */
export function cellLinesOf(cell: CellBlock): LineBlock[] {
  let lines = linesByCell.get(cell);
  if (!lines) linesByCell.set(cell, (lines = blockLinesOf(cell.blocks)));
  return lines;
}

/** Characters that the parser would take for the end of a line. */
const breaks = /[\n\r\v\f\x00\u0085\u2028\u2029]+/g;

/**
 * Writes blocks as plain text, a paragraph a line with a blank line between. Each paragraph of a
 * cell has a line of its own.
 * @returns the text, and where its tables are in it (UTF-16 offsets)
 */
export function layOut(blocks: readonly SourceBlock[]): { text: string; tables: GivenTable[] } {
  const pieces: string[] = [];
  let length = 0;
  const write = (text: string): void => {
    pieces.push(text);
    length += text.length;
  };
  const lines = (texts: readonly string[]): { start: number; end: number } => {
    const start = length;
    let end = length;
    for (const text of texts) {
      write(text.replace(breaks, ' ').trimEnd());
      end = length;
      write('\n');
    }
    return { start, end };
  };
  const tables: GivenTable[] = [];
  for (const block of blocks) {
    if (block.type === 'line') lines([block.text]);
    else {
      const start = length;
      const caption = block.caption.length > 0 ? lines(block.caption) : undefined;
      const rows = block.rows.map((row) =>
        row.map(({ header, rowSpan, colSpan, blocks: inner }): GivenCell => {
          const place = lines(blockLinesOf(inner).map((line) => line.text));
          return { header, rowSpan, colSpan, ...place };
        }),
      );
      tables.push({ start, end: length, ...(caption ? { caption } : {}), rows });
    }
    write('\n');
  }
  return { text: pieces.join('').trimEnd(), tables };
}
