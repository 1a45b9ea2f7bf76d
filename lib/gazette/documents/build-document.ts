import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { announcedTitle, closeUp, firstWords, joinTitle, notedDate, titleOfEntry } from './document-title';
import type { Head } from './head';
import { agenciesOf } from './issuers';
import type { Line } from '../line';
import type { Messages } from '../messages';
import { headNotesAt, issuerBlockAt } from './head-notes';
import type { Setting } from '../lines/paragraphs';
import { PartFinder } from './part-finder';
import type { PartRange } from './part-finder';
import { buildBlocks } from '../sections/build-blocks';
import type { Source } from '../source';
import { positionAround } from '../source';
import { isAddressee, isFurniture } from './title-above';
import { genreOf } from '../words/titles';

/** What building a document needs to know of the text around it. */
export interface Surroundings {
  source: Source;
  lines: readonly Line[];
  setting: Setting;
  messages: Messages;
}

const partPrefix: Record<ast.Part['kind'], string> = { notice: 'n', annexed: 'a', attachment: 'f' };

/** Address of a part: n, a, a2, f1, f2. */
function partId(kind: ast.Part['kind'], ordinal: number): string {
  if (kind === 'attachment') return `f${ordinal}`;
  return ordinal === 1 ? partPrefix[kind] : `${partPrefix[kind]}${ordinal}`;
}

/** 主送机关: the line or lines up to the colon. */
function readAddressee(lines: readonly Line[], from: number, to: number): number {
  for (let count = 1; count <= 4 && from + count <= to; count++) {
    const line = lines[from + count - 1]!;
    if (line.marker || line.key.length > 160 || /[。;]/.test(line.key) || line.kind !== 'other') return 0;
    if (line.key.endsWith(':')) {
      const key = lines
        .slice(from, from + count)
        .map((each) => each.key)
        .join('');
      return isAddressee({ ...line, key }) ? count : 0;
    }
    if (line.key.length < 12) return 0;
  }
  return 0;
}

/**
 * Reads what stands between title and addressee: a note, the occasion, issuers with their date.
 * Gives the line behind it.
 */
function readHeadNotes({ source, lines }: Surroundings, children: ast.Block[], from: number, to: number): number {
  const texts = (count: number): ast.Text[] =>
    lines.slice(from, from + count).map((line) => source.textNode(line.span));
  const noted = headNotesAt(lines, from, to);
  if (noted > 0) {
    const note = texts(noted);
    children.push({ type: 'note', children: note, position: positionAround(note) });
    return from + noted;
  }
  const block = issuerBlockAt(lines, from, to);
  if (!block) return from;
  const { agencies, signedOn, count } = block;
  const signed = texts(count);
  children.push({ type: 'signature', agencies, signedOn, children: signed, position: positionAround(signed) });
  return from + count;
}

const inlineLabel = /^附 *(?:件 *)?[一二三四五六七八九十\d]{0,3} *[:.、]?/;

function buildPart(
  surroundings: Surroundings,
  ids: Map<string, number>,
  range: PartRange,
  head: Head,
  ordinal: number,
): ast.Part {
  const { source, lines } = surroundings;
  const id = partId(range.kind, ordinal);
  ids.set(id, 1);
  const children: ast.Block[] = [];
  const leaf = (type: 'letterhead' | 'numberLine' | 'label' | 'residue', index: number): void => {
    const line = lines[index]!;
    children.push({ type, value: source.slice(line.span), position: source.position(line.span) });
  };
  const titleLines = lines.slice(range.titleFrom, range.titleTo);
  const title = (): void => {
    const texts = titleLines.map((line) => source.textNode(line.span));
    if (texts.length > 0) children.push({ type: 'title', children: texts, position: positionAround(texts) });
  };
  if (range.kind === 'notice') {
    for (let index = head.from; index < head.bodyFrom; index++) {
      if (index === range.titleFrom && range.titleTo > range.titleFrom) title();
      else if (index > range.titleFrom && index < range.titleTo) continue;
      else if (head.letterhead.includes(index)) leaf('letterhead', index);
      else leaf(index === head.number ? 'numberLine' : 'residue', index);
    }
  } else if (range.label !== null && range.label === range.titleFrom) {
    // 附件2:古井分级标准: label and title share a line.
    const { span, text } = lines[range.label]!;
    const cut = span.start + inlineLabel.exec(text)![0].length;
    const label = source.trim({ start: span.start, end: cut });
    children.push({ type: 'label', value: source.slice(label), position: source.position(label) });
    const words = source.textNode(source.trim({ start: cut, end: span.end }));
    if (words.value) children.push({ type: 'title', children: [words], position: words.position });
  } else {
    if (range.label !== null) leaf('label', range.label);
    title();
  }
  let from = range.bodyFrom;
  while (from < range.to && isFurniture(lines[from])) leaf('residue', from++);
  if (range.kind !== 'attachment') from = readHeadNotes(surroundings, children, from, range.to);
  const addressed = range.kind === 'attachment' ? 0 : readAddressee(lines, from, range.to);
  if (addressed > 0) {
    const texts = lines.slice(from, from + addressed).map((line) => source.textNode(line.span));
    children.push({ type: 'addressee', children: texts, position: positionAround(texts) });
    from += addressed;
  }
  const prefix = range.kind === 'notice' ? '' : `${id}-`;
  children.push(...buildBlocks({ ...surroundings, ids }, { prefix, from, to: range.to }));
  const label =
    range.label === null
      ? undefined
      : keyOf(source.slice(lines[range.label]!.span)).replace(
          /^(附件[一二三四五六七八九十\d]{0,3}|附[一二三四五六七八九十]{1,2}).*$/,
          '$1',
        );
  const printed = joinTitle(source, titleLines);
  return {
    type: 'part',
    kind: range.kind,
    ...(label ? { label } : {}),
    title:
      range.label === range.titleFrom
        ? printed.replace(/^附件?[一二三四五六七八九十\d]{0,3}[:：.、．]?\s*/, '')
        : printed,
    id,
    children,
    position: positionAround(children),
  };
}

function firstOf<Type extends ast.Block['type']>(
  part: ast.Part,
  type: Type,
): Extract<ast.Block, { type: Type }> | undefined {
  return part.children.find((block): block is Extract<ast.Block, { type: Type }> => block.type === type);
}

/** Builds one document from its head to the line where the next one begins. */
export function buildDocument(surroundings: Surroundings, head: Head, to: number): ast.Document {
  const { source, lines, messages } = surroundings;
  const printedTitle = joinTitle(source, lines.slice(head.titleFrom, head.titleTo));
  const witnessed = printedTitle || titleOfEntry(head) || head.named || '';
  const ranges = new PartFinder(lines, head, to, witnessed).find();
  const ids = new Map<string, number>();
  const counts = { notice: 0, annexed: 0, attachment: 0 };
  const parts = ranges
    .filter((range) => range.to > range.from)
    .map((range) => buildPart(surroundings, ids, range, head, ++counts[range.kind]));

  const notice = parts[0]!;
  const signature = firstOf(notice, 'signature') ?? parts.map((part) => firstOf(part, 'signature')).find(Boolean);
  const letterhead = head.letterhead.map((index) => closeUp(source.slice(lines[index]!.span))).join(' ') || undefined;
  const title =
    witnessed ||
    parts.find((part) => part.kind === 'annexed')?.title ||
    announcedTitle(notice, head) ||
    letterhead?.replace(/文件$/, '') ||
    head.docNumber?.canonical ||
    firstWords(lines, head, to);
  // An order prints no title above its words: it is called as the document is.
  if (notice.kind === 'notice' && notice.title === '') notice.title = title;
  const agency = agenciesOf({
    signature,
    title: lines.slice(head.titleFrom, head.titleTo),
    letterhead,
    docNumber: head.docNumber,
  });
  const signedOn = signature?.signedOn ?? notedDate(lines, head, to);
  if (!signature)
    messages.add(
      'signature-missing',
      'info',
      `${head.docNumber?.canonical ?? title}: no signature was found`,
      lines[head.from]!.span,
    );
  const genre = genreOf(title) ?? (head.docNumber?.form === 'order' ? '令' : undefined);
  return {
    type: 'document',
    ...(head.docNumber ? { docNumber: head.docNumber } : {}),
    title,
    ...(genre ? { genre } : {}),
    ...(letterhead ? { letterhead } : {}),
    ...(agency ? { agency } : {}),
    ...(signedOn ? { signedOn } : {}),
    children: parts,
    position: positionAround(parts),
  };
}
