import type * as ast from './ast';
import { fold, isBlank } from './words/chars';

/** Half-open range of UTF-16 offsets in the source. */
export interface Span {
  start: number;
  end: number;
}

/**
 * What word processors leave between words: `[bookmark: _GoBack]`, a field's code. It is blank in
 * the folded text, so that no rule reads it, and becomes residue in the tree.
 */
const residue =
  /\[bookmark: [^\]\n]{0,60}\]|(?:PAGEREF|HYPERLINK|MERGEFORMAT|TOC \\o) ?[\w"\\:#./*-]{0,80}|_(?:Toc|Ref|GoBack)\d{0,12}(?!\w)/g;

/** The untouched source: turns spans into positions and text leaves. */
export class Source {
  /** Folded one to one: same length, same offsets. Residue is blank. */
  folded: string;
  readonly text: string;
  /** Marks of word processors and lines of the print between the words, in order. */
  residues: readonly Span[];
  private readonly lineStarts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    this.residues = [...text.matchAll(residue)].map(({ 0: { length }, index: start }) => ({
      start,
      end: start + length,
    }));
    this.folded = fold(this.residues.length > 0 ? text.replace(residue, (mark) => ' '.repeat(mark.length)) : text);
    for (let offset = 0; offset < text.length; offset++) {
      const character = text.charCodeAt(offset);
      const lineFeed = character === 10;
      const loneReturn = character === 13 && text.charCodeAt(offset + 1) !== 10;
      if (lineFeed || loneReturn) this.lineStarts.push(offset + 1);
    }
  }

  /** Makes residue of further spans, in order: the folded text is blank there from now on. */
  addResidues(spans: readonly Span[]): void {
    if (spans.length === 0) return;
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end } of spans) {
      pieces.push(this.folded.slice(at, start), ' '.repeat(end - start));
      at = end;
    }
    this.folded = pieces.join('') + this.folded.slice(at);
    const inside = (mark: Span): boolean => spans.some(({ start, end }) => mark.start >= start && mark.end <= end);
    this.residues = [...this.residues.filter((mark) => !inside(mark)), ...spans].sort(
      (one, other) => one.start - other.start,
    );
  }

  /** Number of lines; an empty last one counts. */
  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** Gives the span of a line, counted from 1, without its line end. */
  lineSpan(line: number): Span {
    const start = this.lineStarts[line - 1] ?? this.text.length;
    let end = this.lineStarts[line] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return { start, end };
  }

  private point(offset: number): ast.Point {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.lineStarts[low]! + 1, offset };
  }

  /** Gives the position of a span. */
  position(span: Span): ast.Position {
    return { start: this.point(span.start), end: this.point(span.end) };
  }

  /** Gives a span without the blanks at its edges. */
  trim({ start, end }: Span): Span {
    while (start < end && isBlank(this.text[start]!)) start++;
    while (end > start && isBlank(this.text[end - 1]!)) end--;
    return { start, end };
  }

  /** Gives the text of a span, as the source spells it. */
  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Makes the leaves of a span: text, and residue between the words. */
  words(span: Span): (ast.Text | ast.Residue)[] {
    const nodes: (ast.Text | ast.Residue)[] = [];
    const text = (start: number, end: number): void => {
      if (this.trim({ start, end }).end > this.trim({ start, end }).start) nodes.push(this.textNode({ start, end }));
    };
    let at = span.start;
    for (let index = this.residueFrom(span.start); index < this.residues.length; index++) {
      const { start, end } = this.residues[index]!;
      if (end > span.end) break;
      text(at, start);
      nodes.push({ type: 'residue', value: this.slice({ start, end }), position: this.position({ start, end }) });
      at = end;
    }
    text(at, span.end);
    return nodes;
  }

  /** Index of the first mark that begins at or behind an offset. */
  private residueFrom(offset: number): number {
    let low = 0;
    let high = this.residues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.residues[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Makes the text leaf of a span. */
  textNode(span: Span): ast.Text {
    return { type: 'text', value: this.slice(span), position: this.position(span) };
  }
}

/** Gives the span from the first to the last of some spans. */
export function spanAround(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

/** Gives the position around some nodes, which are in source order. */
export function positionAround(nodes: readonly { position: ast.Position }[]): ast.Position {
  const first = nodes[0]!.position;
  return {
    start: first.start,
    end: nodes.reduce((end, node) => (node.position.end.offset > end.offset ? node.position.end : end), first.end),
  };
}
