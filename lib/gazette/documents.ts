import type * as ast from './ast';
import { keyOf } from './chars';
import type { Head } from './heads';
import type { Line } from './lines';
import type { Messages } from './messages';
import type { Setting } from './paragraphs';
import { PartFinder } from './parts';
import type { PartRange } from './parts';
import { SectionBuilder } from './sections';
import type { Source } from './source';
import { positionAround } from './source';
import { genreOf, quotedTitles } from './titles';

interface Surroundings {
  source: Source;
  lines: readonly Line[];
  setting: Setting;
  messages: Messages;
}

/** Titles, lines joined, blanks between Han characters left out. */
function joinTitle(source: Source, lines: readonly Line[]): string {
  return lines
    .map((line) => source.slice(line.span))
    .join('')
    .replace(/(?<=[^\x20-\x7e])[\s\u00a0\u3000]+(?=[^\x20-\x7e])/g, '')
    .trim();
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
    if (line.key.endsWith(':')) return /^附件|下列/.test(lines[from]!.key) || /如下:$/.test(line.key) ? 0 : count;
    if (line.key.length < 12) return 0;
  }
  return 0;
}

const inlineLabel = /^附 *件 *[一二三四五六七八九十\d]{0,3} *[:.、]?/;

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
  const leaf = (type: 'letterhead' | 'numberLine' | 'label', index: number): void => {
    const line = lines[index]!;
    children.push({ type, value: source.slice(line.span), position: source.position(line.span) });
  };
  const titleLines = lines.slice(range.titleFrom, range.titleTo);
  const title = (): void => {
    const texts = titleLines.map((line) => source.textNode(line.span));
    if (texts.length > 0) children.push({ type: 'title', children: texts, position: positionAround(texts) });
  };
  if (range.kind === 'notice') {
    const headBlocks = [
      ...head.letterhead.map((index) => ({ index, run: () => leaf('letterhead', index) })),
      ...[head.number ?? []].flat().map((index) => ({ index, run: () => leaf('numberLine', index) })),
      { index: range.titleFrom, run: title },
    ];
    headBlocks.sort((one, other) => one.index - other.index).forEach(({ run }) => run());
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
  const addressed = range.kind === 'attachment' ? 0 : readAddressee(lines, from, range.to);
  if (addressed > 0) {
    const texts = lines.slice(from, from + addressed).map((line) => source.textNode(line.span));
    children.push({ type: 'addressee', children: texts, position: positionAround(texts) });
    from += addressed;
  }
  const prefix = range.kind === 'notice' ? '' : `${id}-`;
  children.push(...new SectionBuilder({ ...surroundings, ids }, prefix, from, range.to).build());
  const label =
    range.label === null
      ? undefined
      : keyOf(source.slice(lines[range.label]!.span)).replace(/^(附件[一二三四五六七八九十\d]*).*$/, '$1');
  const printed = joinTitle(source, titleLines);
  return {
    type: 'part',
    kind: range.kind,
    ...(label ? { label } : {}),
    title:
      range.label === range.titleFrom ? printed.replace(/^附件[一二三四五六七八九十\d]*[:：.、．]?\s*/, '') : printed,
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
  const witnessed = printedTitle || head.entry?.title || '';
  const ranges = new PartFinder(lines, head, to, witnessed).find();
  const ids = new Map<string, number>();
  const counts = { notice: 0, annexed: 0, attachment: 0 };
  const parts = ranges
    .filter((range) => range.to > range.from)
    .map((range) => buildPart(surroundings, ids, range, head, ++counts[range.kind]));

  const notice = parts[0]!;
  const signature = firstOf(notice, 'signature') ?? parts.map((part) => firstOf(part, 'signature')).find(Boolean);
  const letterhead = head.letterhead.map((index) => source.slice(lines[index]!.span)).join(' ') || undefined;
  const title =
    witnessed ||
    parts.find((part) => part.kind === 'annexed')?.title ||
    announcedTitle(notice) ||
    letterhead ||
    head.docNumber?.canonical ||
    '';
  const agency =
    signature?.agencies.filter((name) => !/(?:市长|省长|县长|区长|州长|主任)$/.test(name)).join(' ') ||
    agencyFromTitle(title) ||
    letterhead?.replace(/(?:文件|命令|令|公告|通告)$/, '');
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
    ...(signature?.signedOn ? { signedOn: signature.signedOn } : {}),
    children: parts,
    position: positionAround(parts),
  };
}

/** An order prints no title of its own: it is called after the rules that it announces. */
function announcedTitle(notice: ast.Part): string | undefined {
  for (const block of notice.children) {
    if (block.type !== 'paragraph') continue;
    const text = block.children.map((child) => child.value).join('');
    const quoted = quotedTitles(text)[0];
    if (quoted) return quoted;
  }
  return undefined;
}

function agencyFromTitle(title: string): string | undefined {
  return /^([\u4e00-\u9fff]{4,24}?(?:政府|办公室|办公厅|委员会|局|厅|委))(?=关于)/.exec(title)?.[1];
}
