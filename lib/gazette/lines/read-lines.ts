import type { Line } from '../line';
import type { Source, Span } from '../source';
import { keyOf } from '../words/chars';
import { readNumberLine } from '../words/doc-number';
import { readMarker } from '../words/markers';
import { readDateLine } from '../words/numbers';
import { markChains } from './chains';
import { headingsInside } from './headings-inside';
import { lineKindOf } from './line-kinds';
import { splitsReference } from './paragraphs';
import { findPrintLines } from './print-lines';

/**
 * Reads the lines of a source that hold words, in order (pass 1).
 * Nothing is dropped: blank lines are counted on the line that follows.
 */
export function readLines(source: Source): Line[] {
  const printed: Line[] = [];
  let gap = 0;
  let blankLines = 0;
  for (let number = 1; number <= source.lineCount; number++) {
    const whole = source.lineSpan(number);
    const span = source.trim(whole);
    if (span.start === span.end) {
      if (whole.start === whole.end) gap++;
      else blankLines++;
      continue;
    }
    for (const line of readSourceLine(source, { number, gap, blankLines }, whole, span)) printed.push(line);
    gap = 0;
    blankLines = 0;
  }
  const lines = unboxCallouts(source, printed);
  const print = findPrintLines(lines);
  source.addResidues(print.map((index) => lines[index]!.span));
  for (const index of print) Object.assign(lines[index]!, { kind: 'residue', print: true });
  unmarkWrapped(lines);
  markChains(lines);
  return lines;
}

/** 属于第 / (三)项情形的: the words above are no sentence without the number. */
function unmarkWrapped(lines: readonly Line[]): void {
  let above: Line | undefined;
  for (const line of lines) {
    if (line.print) continue;
    if (line.marker && above && splitsReference(above.key, line.key))
      Object.assign(line, { marker: null, ...(line.kind === 'numbered' ? { kind: 'other' } : {}) });
    above = line;
  }
}

/** Reads one line of the source: several where marks or further headings stand in it. */
function readSourceLine(
  source: Source,
  counts: Pick<Line, 'number' | 'gap' | 'blankLines'>,
  whole: Span,
  span: Span,
): Line[] {
  const lines: Line[] = [];
  const tabbed = source.text.slice(whole.start, span.start).includes('\t');
  let before = { ...counts, indent: span.start - whole.start, tabbed };
  // A mark of a word processor in front of the words is blank in the folded text; it becomes a line
  // of its own.
  const folded = source.folded.slice(span.start, span.end);
  const mark = folded.startsWith(' ') ? folded.length - folded.trimStart().length : 0;
  const cut = span.start + mark;
  if (mark > 0) lines.push({ ...before, ...readFacts(source, { start: span.start, end: cut }), kind: 'residue' });
  let from = cut;
  for (const inside of headingsInside(source.folded.slice(cut, span.end))) {
    lines.push({ ...before, ...readFacts(source, { start: from, end: cut + inside }) });
    before = { ...before, gap: 0, blankLines: 0 };
    from = cut + inside;
  }
  if (from < span.end) lines.push({ ...before, ...readFacts(source, { start: from, end: span.end }) });
  return lines;
}

/** The words of a row of pipes that has one cell with words; null for other lines. */
function wordsInBox(source: Source, { kind, span }: Line): Span | null {
  if (kind !== 'pipes') return null;
  const found: Span[] = [];
  for (let start = span.start; start < span.end;) {
    const pipe = source.folded.indexOf('|', start);
    const end = pipe < 0 || pipe > span.end ? span.end : pipe;
    const words = source.trim({ start, end });
    if (words.end > words.start) found.push(words);
    start = end + 1;
  }
  return found.length === 1 ? found[0]! : null;
}

/**
 * Takes a callout out of the box that pipes draw around it.
 * | 专栏1 人才引进工程 | above | 1.引进。 | are no rows: what stands around the words is residue.
 */
function unboxCallouts(source: Source, lines: readonly Line[]): Line[] {
  const unboxed: Line[] = [];
  let inside = false;
  for (const line of lines) {
    const words = wordsInBox(source, line);
    const facts = words && readFacts(source, words);
    inside = facts !== null && (inside || facts.kind === 'callout');
    if (!words || !facts || !inside) {
      unboxed.push(line);
      continue;
    }
    const frame = (start: number, end: number): void => {
      const span = source.trim({ start, end });
      if (span.end > span.start) unboxed.push({ ...line, ...readFacts(source, span), kind: 'residue', print: true });
    };
    frame(line.span.start, words.start);
    unboxed.push({ ...line, ...facts, gap: 0, blankLines: 0 });
    frame(words.end, line.span.end);
  }
  return unboxed;
}

/** What the words of a line are by themselves. */
function readFacts(
  source: Source,
  words: Span,
): Pick<Line, 'span' | 'text' | 'key' | 'marker' | 'docNumber' | 'date' | 'kind'> {
  const span = source.trim(words);
  const text = source.folded.slice(span.start, span.end).trimEnd();
  const key = keyOf(text);
  const facts = {
    span,
    text,
    key,
    marker: readMarker(text),
    docNumber: key.length <= 40 ? readNumberLine(key) : null,
    date: key.length <= 24 ? readDateLine(text) : null,
  };
  return { ...facts, kind: lineKindOf(facts) };
}
