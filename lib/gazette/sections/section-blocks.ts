import type * as ast from '../ast';
import { spanAround } from '../source';
import type { Source, Span } from '../source';
import { rankOf } from '../words/markers';
import type { MarkerMatch } from '../words/markers';
import type { BlockContext } from './block-context';
import { cutSpansAt, cutSpansBehind } from './cut-spans';
import { gluedHeadingIn } from './glued-heading';
import { attachmentListAt } from './attachment-list';
import { closesText } from './closing-sentences';
import { articleHeading, headingLength } from './headings';
import { paragraphRole } from './paragraph-role';
import { lastWords } from './printed-words';
import { signatureAt } from './signature';

/** The spans without blanks at their edges, and without those that hold nothing else. */
const trimAll = (source: Source, spans: readonly Span[]): Span[] =>
  spans.map((span) => source.trim(span)).filter((span) => span.end > span.start);

const foldedOf = (source: Source, spans: readonly Span[]): string =>
  spans.map((span) => source.folded.slice(span.start, span.end)).join('');

/**
 * Adds a paragraph; a heading that is glued to its end opens the next section.
 * @param section that the paragraph runs on from, on the same line as its heading
 */
export function addParagraph(context: BlockContext, spans: Span[], section?: ast.Section): void {
  const { source, open } = context;
  const glued = gluedHeadingIn(source, spans, open);
  const words = trimAll(source, glued ? cutSpansAt(spans, glued.at).before : spans);
  if (words.length > 0) {
    const block: ast.Paragraph = {
      type: 'paragraph',
      ...paragraphRole(foldedOf(source, words), open.top?.node, section !== undefined),
      children: words.flatMap((span) => source.words(span)),
      position: source.position(spanAround(words)),
    };
    if (section) section.children.push(block);
    else context.push(block);
  }
  if (glued) {
    const { after } = cutSpansAt(spans, glued.at);
    const reason = `${glued.text} stands at the end of the paragraph before it`;
    context.surroundings.messages.add('heading-glued', 'warning', reason, after[0]);
    openSection(context, glued.marker, after);
  }
}

/**
 * Opens a section: closes what ranks as low, splits its heading from its text.
 * @param spans of the numbered paragraph, the marker at the head of the first
 */
export function openSection(context: BlockContext, marker: MarkerMatch, spans: Span[]): void {
  const { source, open, prefix } = context;
  const whole = spanAround(spans);
  open.closeFor(marker, whole);
  const id = context.takeId(prefix + open.addressOf(marker), whole);
  const local = id.slice(prefix.length); // below a second 二、 stands 2-2.1
  const first = spans[0]!;
  const markerEnd = first.start + marker.length;
  const markerSpan = source.trim({ start: first.start, end: markerEnd });
  const rest = [{ start: markerEnd, end: first.end }, ...spans.slice(1)];
  const { before, after } = cutSpansBehind(rest, headingUnits(context, marker, foldedOf(source, rest)));
  const heading = trimAll(source, before);
  const node: ast.Section = {
    type: 'section',
    id,
    marker: {
      type: 'marker',
      style: marker.style,
      ordinal: marker.ordinal,
      value: source.slice(markerSpan),
      position: source.position(markerSpan),
    },
    heading: heading.flatMap((span) => source.words(span)),
    runIn: false,
    children: [],
    position: source.position(spanAround([markerSpan, ...heading])),
  };
  context.push(node);
  open.open(marker, node, local);
  const running = trimAll(source, after);
  if (running.length > 0) {
    node.runIn = heading.length > 0;
    addParagraph(context, running, node);
  }
}

/** Units of the text behind a marker that are the section's heading, blanks in front included. */
function headingUnits(context: BlockContext, marker: MarkerMatch, text: string): number {
  const words = text.trim();
  if (marker.style === 'question') return text.length;
  const isArticle = marker.style === 'article';
  const length = isArticle ? articleHeading(words) : headingLength(words);
  if (!isArticle && length === words.length && words.endsWith('。') && !hasTextBelow(context, marker)) return 0;
  if (length === 0 || (!isArticle && isUnnamedItem(context, marker, words, length))) return 0;
  return length + text.length - text.trimStart().length;
}

/** 一、加强领导。 names what stands below it; where nothing does, it is a sentence. */
function hasTextBelow({ lines, index, to, open }: BlockContext, marker: MarkerMatch): boolean {
  const next = index < to ? lines[index] : undefined;
  if (!next || signatureAt(lines, index, to) || closesText(next) || attachmentListAt(lines, index, to) > 0)
    return false;
  if (/^问:/.test(next.key)) return false;
  if (next.marker) return rankOf(next.marker) > rankOf(marker) && !open.continues(next.marker);
  return /^(?:other|pipes|table|callout)$/.test(next.kind);
}

/** (一)…; (二)…; (三)其他情形。: a sentence is no more a heading than the items in front of it. */
function isUnnamedItem({ siblings }: BlockContext, marker: MarkerMatch, words: string, length: number): boolean {
  const before = siblings.at(-1);
  const follows =
    before?.type === 'section' &&
    before.marker.style === marker.style &&
    before.marker.ordinal === marker.ordinal - 1 &&
    before.heading.length === 0;
  return follows && (/[;；,，]$/.test(lastWords(before)) || (length === words.length && words.endsWith('。')));
}
