import type * as ast from './ast';
import type { Line } from './lines';
import { markerLetter, markerRank, readMarker } from './markers';
import type { MarkerMatch } from './markers';
import type { Messages } from './messages';
import { continues } from './paragraphs';
import type { Setting } from './paragraphs';
import type { Source, Span } from './source';
import { positionAround, spanAround } from './source';
import { buildTable } from './tables/build';
import { findTable } from './tables/detect';
import type { TableContext } from './tables/detect';
import { doubtsOf } from './tables/doubts';
import { attachmentListAt, rosterLength, signatureAt } from './closing';

/** What the section builder needs to know of its surroundings. */
export interface BuildContext {
  source: Source;
  lines: readonly Line[];
  setting: Setting;
  messages: Messages;
  /** Addresses given so far in the document, and how often each was wanted. */
  ids: Map<string, number>;
}

interface Open {
  rank: number;
  style: ast.MarkerStyle;
  ordinal: number;
  node: ast.Section;
  /** Address without the part's prefix: 2.3.1 */
  local: string;
  /** Last number of each style directly below it. */
  siblings: Map<ast.MarkerStyle, number>;
}

/** Name of a numbered paragraph: the words up to its first sentence end, where they name rather than tell. */
const longestName = 42;

/**
 * How many UTF-16 units of a numbered line are its heading. 0: the paragraph has no naming clause.
 * @param text folded words behind the marker
 */
export function headingLength(text: string): number {
  const stop = sentenceEndIn(text);
  if (stop < 0 && /。[”"]$/.test(text.trimEnd())) return 0; // 将第九条修改为:“……。”
  if (stop < 0) return /[;,、]$/.test(text.trimEnd()) || text.length > 90 ? 0 : text.length;
  const name = text.slice(0, stop);
  // Behind the last sentence a remark may stand in brackets: (牵头单位:市教育局)
  const last = /^(?:\([^()]*\))?$/.test(text.slice(stop + 1).trim());
  if (/[;:]/.test(name) || (name.match(/\d+/g) ?? []).length >= 3) return 0;
  if (last) return stop === text.trimEnd().length - 1 && name.length <= 24 && !/,/.test(name) ? stop + 1 : 0;
  if (name.length > longestName) return 0;
  return stop + 1;
}

/** Offset of the first 。 that ends a sentence: not inside brackets or quotation marks; -1 for none. */
function sentenceEndIn(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if ('(“《'.includes(character)) depth++;
    else if (')”》'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' && depth === 0) return index;
  }
  return depth > 0 ? text.indexOf('。') : -1;
}

/** Builds the blocks of a part, or of a callout inside one: a stack of open sections, one line at a time. */
export class SectionBuilder {
  private readonly blocks: ast.Block[] = [];
  private readonly stack: Open[] = [];
  private readonly lastOrdinal = new Map<ast.MarkerStyle, number>();
  private readonly siblings = new Map<ast.MarkerStyle, number>();
  private tables = 0;
  private index: number;

  private readonly context: BuildContext;
  private readonly prefix: string;
  private readonly to: number;

  /**
   * @param prefix of every address: '' in the notice, `a-` in an annexed text, `a-zhuanlan1.` in a callout
   * @param from first line, `to` exclusive
   */
  constructor(context: BuildContext, prefix: string, from: number, to: number) {
    this.context = context;
    this.prefix = prefix;
    this.index = from;
    this.to = to;
  }

  build(): ast.Block[] {
    while (this.index < this.to) this.step();
    this.blocks.forEach(stretch);
    return this.blocks;
  }

  /** Address that is free in the document; a repeat gets a suffix and a message. */
  private takeId(id: string, span: Span): string {
    const { ids, messages } = this.context;
    let repeat = ids.get(id) ?? 0;
    let free = id;
    while (repeat > 0 && ids.has((free = `${id}-${repeat + 1}`))) repeat++;
    if (free !== id) messages.add('address-repeated', 'info', `${id} is taken, this one gets ${free}`, span);
    ids.set(id, repeat + 1);
    if (free !== id) ids.set(free, 1);
    return free;
  }

  private push(block: ast.Block): void {
    (this.stack.at(-1)?.node.children ?? this.blocks).push(block);
  }

  private leaf(type: 'residue' | 'label' | 'letterhead' | 'numberLine', line: Line): ast.Block {
    return { type, value: this.context.source.slice(line.span), position: this.context.source.position(line.span) };
  }

  private group(type: 'note' | 'imprint' | 'attachmentList', count: number): void {
    const children = this.take(count).map((line) => this.context.source.textNode(line.span));
    if (type !== 'note' && this.closes()) this.closeAll();
    this.push({ type, children, position: positionAround(children) });
  }

  /** Nothing follows in this part but what stands below its text: what was read last belongs to the part, not to a section. */
  private closes(): boolean {
    const { lines } = this.context;
    const next = lines[this.index];
    return (
      !next ||
      this.index >= this.to ||
      next.kind === 'imprint' ||
      next.kind === 'note' ||
      signatureAt(lines, this.index, this.to) !== null
    );
  }

  private take(count: number): Line[] {
    const taken = this.context.lines.slice(this.index, this.index + count);
    this.index += count;
    return taken;
  }

  private step(): void {
    const { lines } = this.context;
    const line = lines[this.index]!;
    if (line.kind === 'residue' || line.kind === 'metadata') this.push(this.leaf('residue', this.take(1)[0]!));
    else if (this.table() || this.callout()) return;
    else if (line.kind === 'imprint') this.group('imprint', 1);
    else if (line.kind === 'note') this.group('note', 1);
    else if (line.kind === 'attachment') this.push(this.leaf('label', this.take(1)[0]!));
    else if (this.signature()) return;
    else if (attachmentListAt(lines, this.index, this.to) > 0)
      this.group('attachmentList', attachmentListAt(lines, this.index, this.to));
    else if (this.roster()) return;
    else if (line.marker) this.openSection(line.marker, this.paragraphSpans());
    else if (line.kind === 'letterhead' && lines[this.index + 1]?.docNumber && this.index + 1 < this.to)
      this.push(this.leaf('letterhead', this.take(1)[0]!));
    else if (line.kind === 'number') this.push(this.leaf('numberLine', this.take(1)[0]!));
    else this.paragraph(this.paragraphSpans());
  }

  private table(): boolean {
    const { lines, source, setting, messages } = this.context;
    const context: TableContext = {
      source,
      setting,
      continuesOutline: (line) => line.marker !== null && this.continuesOutline(line.marker),
      isBoundary: (index) => signatureAt(lines, index, this.to) !== null,
    };
    const region = findTable(lines, this.index, this.to, context);
    if (!region) return false;
    this.tables++;
    const first = lines[region.caption ?? region.from]!;
    const table = buildTable(source, lines, region, this.takeId(`${this.prefix}biao${this.tables}`, first.span));
    if (table.confidence === 'unreconstructed')
      messages.add('table-unreconstructed', 'warning', table.reason!, first.span);
    if (table.confidence === 'inferred') messages.add('table-inferred', 'info', doubtsOf(table), first.span);
    this.push(table);
    this.index = region.to;
    return true;
  }

  /** 四、 after 三、, (二) after (一): a line that goes on with what is open. */
  private continuesOutline(marker: MarkerMatch): boolean {
    const open = this.stack.find((each) => each.style === marker.style);
    if (open) return marker.ordinal === open.ordinal + 1;
    if (markerRank[marker.style] > markerRank.hanBracket) return false;
    return marker.ordinal === 1 && this.stack.length > 0 && this.stack.at(-1)!.rank < markerRank[marker.style];
  }

  /** A boxed list: its label line, then numbered items; it ends where the outline outside goes on. */
  private callout(): boolean {
    const { lines, source } = this.context;
    const line = lines[this.index]!;
    if (line.kind !== 'callout') return false;
    const end = this.calloutEnd();
    const label = /^专栏(?:之?[一二三四五六七八九十]{1,3}|\d{1,3})?/.exec(line.key)![0];
    const ordinal = readMarker(`${label.slice(2)}、`)?.ordinal;
    const id = this.takeId(`${this.prefix}zhuanlan${ordinal ?? ''}`, line.span);
    let titleLines = 1;
    const second = lines[this.index + 1];
    if (
      line.key.replace(label, '') === '' &&
      second &&
      this.index + 1 < end &&
      second.kind === 'other' &&
      second.key.length <= 40 &&
      !/[。;:,]$/.test(second.key)
    )
      titleLines = 2;
    const title = this.take(titleLines).map((each) => source.textNode(each.span));
    const children = new SectionBuilder(this.context, `${id}.`, this.index, end).build();
    this.index = end;
    this.push({ type: 'callout', id, label, title, children, position: positionAround([...title, ...children]) });
    return true;
  }

  private calloutEnd(): number {
    const { lines, setting } = this.context;
    let last = 0;
    let end = this.index + 1;
    for (let index = this.index + 1; index < this.to; index++) {
      const line = lines[index]!;
      if (line.kind === 'callout' || line.kind === 'attachment') break;
      if (
        line.marker &&
        markerRank[line.marker.style] <= markerRank.hanBracket &&
        !this.opensCallout(line.marker, last)
      )
        break;
      if (line.marker?.style === 'digitPoint') {
        if (last > 0 && line.marker.ordinal !== last + 1) break;
        last = line.marker.ordinal;
        end = index + 1;
      } else if (last === 0) end = index + 1;
      else if (!this.chainGoesOn(index, last) && !(index > 0 && continues(lines[index - 1]!, line, setting))) break;
      else end = index + 1;
    }
    return end;
  }

  /** Inside a callout (一) may number the items themselves, where it does not go on with the outline outside. */
  private opensCallout(marker: MarkerMatch, last: number): boolean {
    return marker.style === 'hanBracket' && last === 0 && !this.continuesOutline(marker);
  }

  /** After a paragraph that is no item, the next item still follows: the paragraph belongs to the item before. */
  private chainGoesOn(from: number, last: number): boolean {
    const { lines } = this.context;
    for (let index = from; index < Math.min(this.to, from + 6); index++) {
      const marker = lines[index]!.marker;
      if (!marker) continue;
      return marker.style === 'digitPoint' && marker.ordinal === last + 1;
    }
    return false;
  }

  private signature(): boolean {
    const { lines, source } = this.context;
    const found = signatureAt(lines, this.index, this.to);
    if (!found) return false;
    const taken = this.take(found.count);
    const children = taken.map((line) => source.textNode(line.span));
    this.closeAll();
    this.blocks.push({
      type: 'signature',
      agencies: found.agencies,
      ...(found.signedOn ? { signedOn: found.signedOn } : {}),
      children,
      position: positionAround(children),
    });
    return true;
  }

  private roster(): boolean {
    const { lines, source } = this.context;
    const count = rosterLength(lines, this.index, this.to);
    if (count === 0) return false;
    let role: string | undefined;
    const children = this.take(count).map((line): ast.ListItem => {
      const match = /^([\u4e00-\u9fff ]{2,10}):/.exec(line.text);
      if (match) role = match[1]!.replace(/ /g, '');
      const children = source.words(line.span);
      return { type: 'listItem', ...(role ? { role } : {}), children, position: positionAround(children) };
    });
    this.push({ type: 'list', children, position: positionAround(children) });
    return true;
  }

  private closeAll(): void {
    this.stack.length = 0;
  }

  /** The lines of the paragraph that begins here, as spans: one, or several where the source broke it. */
  private paragraphSpans(): Span[] {
    const { lines, setting } = this.context;
    const spans: Span[] = [];
    for (;;) {
      const line = lines[this.index]!;
      spans.push(line.span);
      this.index++;
      const next = lines[this.index];
      if (!next || this.index >= this.to || !continues(line, next, setting)) return spans;
      if (signatureAt(lines, this.index, this.to)) return spans;
    }
  }

  private paragraph(spans: Span[], parent?: ast.Section): void {
    const { source, messages } = this.context;
    const glued = this.gluedHeading(spans);
    const kept = glued ? cutSpans(spans, glued.at).before : spans;
    const trimmed = kept.map((span) => source.trim(span)).filter((span) => span.end > span.start);
    if (trimmed.length > 0) {
      const folded = trimmed.map((span) => source.folded.slice(span.start, span.end)).join('');
      const label = /^([\u4e00-\u9fff]{2,8}):(?=.)/.exec(folded)?.[1];
      const block: ast.Paragraph = {
        type: 'paragraph',
        ...(/^(?:——|--|—)/.test(folded)
          ? { role: 'dash' as const }
          : this.isQuotedRule(folded)
            ? { role: 'quote' as const }
            : label && folded.length <= 600 && !parent
              ? { role: 'labelled' as const, label }
              : {}),
        children: trimmed.flatMap((span) => source.words(span)),
        position: source.position(spanAround(trimmed)),
      };
      if (parent) parent.children.push(block);
      else this.push(block);
    }
    if (glued) {
      const { after } = cutSpans(spans, glued.at);
      messages.add('heading-glued', 'warning', `${glued.text} stands at the end of the paragraph before it`, after[0]);
      this.openSection(glued.marker, after);
    }
  }

  /** “(一)一店一招;… below 将第八条修改为:“第八条…: words that go into another document. */
  private isQuotedRule(folded: string): boolean {
    const open = this.stack.at(-1)?.node;
    if (!open || !/^[“"]/.test(folded)) return false;
    const amended = [
      ...open.heading,
      ...open.children.flatMap((block) => (block.type === 'paragraph' ? block.children : [])),
    ];
    return /修改为|改为|增加|[改作]如下/.test(amended.map(({ value }) => value).join(''));
  }

  /** `……落实到位。四、保障措施`: a heading that lost its line break; only the next number of what is open counts. */
  private gluedHeading(spans: Span[]): { marker: MarkerMatch; at: number; text: string } | null {
    const { source } = this.context;
    const last = spans.at(-1)!;
    const text = source.folded.slice(last.start, last.end);
    const stop = text.lastIndexOf('。');
    if (stop < 0 || stop === text.length - 1 || text.length - stop > 42) return null;
    const tail = text.slice(stop + 1).trimStart();
    const marker = readMarker(tail);
    if (!marker || marker.style !== 'hanComma' || /[。;:,]/.test(tail.slice(marker.length))) return null;
    const open = this.stack.find((each) => each.style === 'hanComma');
    if (!open || marker.ordinal !== open.ordinal + 1) return null;
    return { marker, at: last.start + text.length - tail.length, text: tail };
  }

  /** Opens a section: closes what ranks as low or lower, splits the heading from the text that runs on. */
  private openSection(marker: MarkerMatch, spans: Span[]): void {
    const { source } = this.context;
    const whole = spanAround(spans);
    const rank = markerRank[marker.style];
    while (this.stack.length > 0 && this.stack.at(-1)!.rank >= rank) this.stack.pop();
    const parent = this.stack.at(-1);
    this.checkOrder(marker, parent, whole);

    const number = `${markerLetter[marker.style] ?? ''}${marker.ordinal}`;
    const wanted = marker.style === 'article' || !parent ? number : `${parent.local}.${number}`;
    const id = this.takeId(this.prefix + wanted, whole);
    const local = id.slice(this.prefix.length); // below a second 二、 stands 2-2.1
    const markerSpan = source.trim({ start: spans[0]!.start, end: spans[0]!.start + marker.length });
    const rest = [{ start: spans[0]!.start + marker.length, end: spans[0]!.end }, ...spans.slice(1)];
    const text = rest.map((span) => source.folded.slice(span.start, span.end)).join('');
    const blanks = text.length - text.trimStart().length;
    const named = isArticle(marker) ? articleHeading(text.trim()) : headingLength(text.trim());
    const { before, after } = cutSpans(rest, rest[0]!.start + 0, named === 0 ? 0 : named + blanks);

    const heading = before.map((span) => source.trim(span)).filter((span) => span.end > span.start);
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
    this.push(node);
    this.stack.push({ rank, style: marker.style, ordinal: marker.ordinal, node, local, siblings: new Map() });
    const running = after.map((span) => source.trim(span)).filter((span) => span.end > span.start);
    if (running.length > 0) {
      node.runIn = heading.length > 0;
      this.paragraph(running, node);
    }
  }

  private checkOrder(marker: MarkerMatch, parent: Open | undefined, span: Span): void {
    const siblings = parent?.siblings ?? this.siblings;
    const previous = siblings.get(marker.style) ?? 0;
    const running = this.lastOrdinal.get(marker.style) ?? 0;
    siblings.set(marker.style, marker.ordinal);
    this.lastOrdinal.set(marker.style, marker.ordinal);
    if (marker.ordinal === previous + 1 || marker.ordinal === running + 1 || marker.ordinal === 1) return;
    const rule = marker.ordinal === previous ? 'heading-repeated' : 'heading-gap';
    const reason = `${marker.ordinal} follows ${previous || running || 'nothing'} (${marker.style})`;
    this.context.messages.add(rule, 'warning', reason, span);
  }
}

/** A section ends where the last of its blocks ends. */
function stretch(block: ast.Block): void {
  if (block.type !== 'section') return;
  block.children.forEach(stretch);
  if (block.children.length > 0) block.position = positionAround([block, ...block.children]);
}

const isArticle = (marker: MarkerMatch): boolean => marker.style === 'article';

/** 第一条 is followed by its text; a name in brackets 【立法目的】 or 第一条(目的) is its heading. */
function articleHeading(text: string): number {
  return /^(?:【[^】]{1,24}】|\([^()]{1,16}\))/.exec(text)?.[0].length ?? 0;
}

/** Cuts spans at an offset of the source, or (with `units`) after that many units of their joined text. */
function cutSpans(spans: Span[], at: number, units?: number): { before: Span[]; after: Span[] } {
  const before: Span[] = [];
  const after: Span[] = [];
  let left = units ?? 0;
  for (const span of spans) {
    const cut =
      units === undefined
        ? Math.min(Math.max(at, span.start), span.end)
        : Math.min(span.start + Math.max(left, 0), span.end);
    left -= span.end - span.start;
    if (cut > span.start) before.push({ start: span.start, end: cut });
    if (span.end > cut) after.push({ start: cut, end: span.end });
  }
  return { before, after };
}
