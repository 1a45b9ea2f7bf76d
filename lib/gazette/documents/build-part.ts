import type * as ast from '../ast';
import type { Line } from '../line';
import type { Setting } from '../lines/paragraphs';
import type { Messages } from '../messages';
import { buildBlocks } from '../sections/build-blocks';
import type { Source } from '../source';
import { positionAround } from '../source';
import { keyOf } from '../words/chars';
import { joinTitle } from './document-title';
import type { Head } from './head';
import { headNotesAt, issuerBlockAt } from './head-notes';
import type { PartRange } from './part-range';
import { isAddressee, isFurniture } from './title-above';

/** What building a document needs to know of the text around it. */
export interface Surroundings {
  source: Source;
  lines: readonly Line[];
  setting: Setting;
  messages: Messages;
}

const inlineLabel = /^附 *(?:件 *)?[一二三四五六七八九十\d]{0,3} *[:.、]?/;

/**
 * Builds one part of a document.
 * @param ids addresses given so far in the document, and how often each was asked for
 * @param ordinal of the part among those of its kind, from 1
 */
export function buildPart(
  surroundings: Surroundings,
  ids: Map<string, number>,
  range: PartRange,
  head: Head,
  ordinal: number,
): ast.Part {
  const { source, lines } = surroundings;
  const id = partId(range.kind, ordinal);
  ids.set(id, 1);
  const children = readPartHead(surroundings, range, head);
  let from = range.bodyFrom;
  while (from < range.to && isFurniture(lines[from])) children.push(leafOf(source, 'residue', lines[from++]!));
  if (range.kind !== 'attachment') {
    from = readHeadNotes(surroundings, children, from, range.to);
    // What is forwarded prints its own number below its title, above its addressee.
    if (from < range.to && lines[from]!.kind === 'number' && readAddressee(lines, from + 1, range.to) > 0)
      children.push(leafOf(source, 'numberLine', lines[from++]!));
    const addressed = readAddressee(lines, from, range.to);
    if (addressed > 0) {
      const texts = textsOf(source, lines.slice(from, from + addressed));
      children.push({ type: 'addressee', children: texts, position: positionAround(texts) });
      from += addressed;
    }
  }
  const prefix = range.kind === 'notice' ? '' : `${id}-`;
  for (const block of buildBlocks({ ...surroundings, ids }, { prefix, from, to: range.to })) children.push(block);
  const label = range.label === null ? undefined : labelOf(source, lines[range.label]!);
  return {
    type: 'part',
    kind: range.kind,
    ...(label ? { label } : {}),
    title: titleOf(source, lines, range),
    id,
    children,
    position: positionAround(children),
  };
}

const partPrefix: Record<ast.Part['kind'], string> = { notice: 'n', annexed: 'a', attachment: 'f' };

/** Address of a part: n, a, a2, f1, f2. */
function partId(kind: ast.Part['kind'], ordinal: number): string {
  if (kind === 'attachment') return `f${ordinal}`;
  return ordinal === 1 ? partPrefix[kind] : `${partPrefix[kind]}${ordinal}`;
}

const leafOf = (
  source: Source,
  type: 'letterhead' | 'numberLine' | 'label' | 'residue',
  { span }: Pick<Line, 'span'>,
): ast.Block => ({ type, value: source.slice(span), position: source.position(span) });

const textsOf = (source: Source, lines: readonly Line[]): ast.Text[] => lines.map((line) => source.textNode(line.span));

/** Label, letterhead, number and title of a part, as printed. */
function readPartHead({ source, lines }: Surroundings, range: PartRange, head: Head): ast.Block[] {
  const titles = textsOf(source, lines.slice(range.titleFrom, range.titleTo));
  const title: ast.Title[] =
    titles.length > 0 ? [{ type: 'title', children: titles, position: positionAround(titles) }] : [];
  if (range.kind === 'notice') return readNoticeHead(source, lines, range, head, title);
  if (range.label === null) return title;
  const line = lines[range.label]!;
  if (range.label !== range.titleFrom) return [leafOf(source, 'label', line), ...title];
  // 附件2:古井分级标准: label and title share a line.
  const cut = line.span.start + inlineLabel.exec(line.text)![0].length;
  const label = leafOf(source, 'label', { span: source.trim({ start: line.span.start, end: cut }) });
  const words = source.textNode(source.trim({ start: cut, end: line.span.end }));
  return words.value ? [label, { type: 'title', children: [words], position: words.position }] : [label];
}

/** Lines in front of the body of a notice, which is the document's own head. */
function readNoticeHead(
  source: Source,
  lines: readonly Line[],
  range: PartRange,
  head: Head,
  title: readonly ast.Title[],
): ast.Block[] {
  const blocks: ast.Block[] = [];
  for (let index = head.from; index < head.bodyFrom; index++) {
    if (index === range.titleFrom && range.titleTo > range.titleFrom) for (const each of title) blocks.push(each);
    else if (index > range.titleFrom && index < range.titleTo) continue;
    else if (head.letterhead.includes(index)) blocks.push(leafOf(source, 'letterhead', lines[index]!));
    else
      blocks.push(
        leafOf(source, index === head.number || index === head.half ? 'numberLine' : 'residue', lines[index]!),
      );
  }
  return blocks;
}

/**
 * Reads what stands between title and addressee: a note, the occasion, issuers with their date.
 * @returns the line behind it
 */
function readHeadNotes({ source, lines }: Surroundings, children: ast.Block[], from: number, to: number): number {
  const noted = headNotesAt(lines, from, to);
  if (noted > 0) {
    const note = lines.slice(from, from + noted).flatMap((line) => source.words(line.span));
    children.push({ type: 'note', children: note, position: positionAround(note) });
    return from + noted;
  }
  const block = issuerBlockAt(lines, from, to);
  if (!block) return from;
  const { agencies, signedOn, count } = block;
  const signed = textsOf(source, lines.slice(from, from + count));
  children.push({ type: 'signature', agencies, signedOn, children: signed, position: positionAround(signed) });
  return from + count;
}

const mostAddresseeLines = 4;

/** Counts the lines of the addressee (主送机关), up to its colon. */
function readAddressee(lines: readonly Line[], from: number, to: number): number {
  let key = '';
  for (let count = 1; count <= mostAddresseeLines && from + count <= to; count++) {
    const line = lines[from + count - 1]!;
    if (line.marker || line.key.length > 160 || /[。;]/.test(line.key) || line.kind !== 'other') return 0;
    key += line.key;
    if (line.key.endsWith(':')) return isAddressee({ ...line, key }) ? count : 0;
    if (line.key.length < 12) return 0;
  }
  return 0;
}

/** 附件1, without the title behind it. */
const labelOf = (source: Source, { span }: Line): string =>
  keyOf(source.slice(span))
    .replace(/^(附件[一二三四五六七八九十\d]{0,3}|附[一二三四五六七八九十]{1,2}|附(?=:)).*$/, '$1')
    .replace(/[:.、]$/, '');

/** The title of a part, without the label in front of it. */
function titleOf(source: Source, lines: readonly Line[], { label, titleFrom, titleTo }: PartRange): string {
  const printed = joinTitle(source, lines.slice(titleFrom, titleTo));
  return label === titleFrom ? printed.replace(/^附件?[一二三四五六七八九十\d]{0,3}[:：.、．]?\s*/, '') : printed;
}
