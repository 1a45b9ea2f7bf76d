import type * as ast from '../ast';
import type { Line } from '../line';
import { calloutEnd } from './callouts';
import { articleHeading, headingLength } from './headings';
import { nameListLength, rosterLength } from './lists';
import { readMarker } from '../words/markers';
import { OpenSections, stretchSections } from './open-sections';
import type { MarkerMatch } from '../words/markers';
import type { Messages } from '../messages';
import { continues, continuesOverPage } from '../lines/paragraphs';
import type { Setting } from '../lines/paragraphs';
import type { Source, Span } from '../source';
import { cutSpans, positionAround, spanAround } from '../source';
import { buildTable } from '../tables/rebuild/build-table';
import { findTable } from '../tables/detect/find-table';
import type { TableContext } from '../tables/detect/find-table';
import { doubtsOf } from '../tables/doubts';
import { attachmentListAt, closesText, isValidity, signatureAt, startsNotes } from './closing';

/** What the section builder needs to know of its surroundings. */
export interface BuildContext {
  source: Source;
  lines: readonly Line[];
  setting: Setting;
  messages: Messages;
  /** Addresses given so far in the document, and how often each was wanted. */
  ids: Map<string, number>;
}

const longestLabel = 12;
/** Closing sentences that may stand in a row. */
const mostClosing = 4;

/**
 * Builds the blocks of a part, or of a callout inside one: a stack of open sections, one line at a
 * time.
 */
export class SectionBuilder {
  private readonly blocks: ast.Block[] = [];
  private readonly open: OpenSections;
  private tables = 0;
  /** Numbers of the lines that look like articles; read when the first doubtful one is met. */
  private articles: Set<number> | undefined;
  private index: number;

  private readonly context: BuildContext;
  private readonly prefix: string;
  private readonly to: number;

  /**
   * @param prefix of every address: '' in the notice, `a-` in an annexed text, `a-zhuanlan1.` in a
   * callout
   * @param from first line, `to` exclusive
   */
  constructor(context: BuildContext, prefix: string, from: number, to: number) {
    this.context = context;
    this.open = new OpenSections(context.messages);
    this.prefix = prefix;
    this.index = from;
    this.to = to;
  }

  build(): ast.Block[] {
    while (this.index < this.to) this.step();
    this.blocks.forEach(stretchSections);
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
    (this.open.top?.node.children ?? this.blocks).push(block);
  }

  private leaf(type: 'residue' | 'label' | 'letterhead' | 'numberLine', line: Line): ast.Block {
    return { type, value: this.context.source.slice(line.span), position: this.context.source.position(line.span) };
  }

  private group(type: 'note' | 'imprint' | 'attachmentList', count: number): void {
    const children = this.take(count).map((line) => this.context.source.textNode(line.span));
    if (type !== 'note' && this.closes()) this.open.closeAll();
    this.push({ type, children, position: positionAround(children) });
  }

  /**
   * Nothing follows in this part but what stands below its text: what was read last belongs to the
   * part, not to a section.
   */
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

  /** Closes the sections that a paragraph without a number does not belong to. */
  private leaveSections(line: Line): void {
    if (startsNotes(line) || (closesText(line) && !this.wantsText() && this.closesSoon())) {
      this.open.closeAll();
      return;
    }
    const next = this.context.lines[this.index];
    // 策略措施: in front of a new 1.: the label belongs to what the numbers belong to.
    if (line.key.length <= longestLabel && line.key.endsWith(':') && next?.marker?.ordinal === 1)
      this.open.close(next.marker.style);
    // An item of an article holds one paragraph; what follows goes on with the article.
    else if (this.open.top && !/[:：]$/.test(lastWords(this.open.top.node))) this.open.closeBelow('article');
  }

  /** Nothing but further closing sentences stands in front of the end. */
  private closesSoon(): boolean {
    const at = this.index;
    const reach = Math.min(this.to, at + mostClosing);
    while (this.index < reach && closesText(this.context.lines[this.index]!)) this.index++;
    const closes = this.closes();
    this.index = at;
    return closes;
  }

  /**
   * 3.2 预案实施时间: a heading without text, where the one beside it has some or where it asks for this
   * sentence.
   */
  private wantsText(): boolean {
    const { node } = this.open.top!;
    const heading = node.heading.map(({ value }) => value).join('');
    if (node.children.length > 0 || heading.trimEnd().endsWith('。')) return false;
    const beside = (this.open.stack.at(-2)?.node.children ?? this.blocks).findLast(
      (block): block is ast.Section => block.type === 'section' && block !== node,
    );
    return beside ? beside.children.length > 0 : /施行|实施|时间|期限|效力|附则|解释/.test(heading);
  }

  private take(count: number): Line[] {
    const taken = this.context.lines.slice(this.index, this.index + count);
    this.index += count;
    return taken;
  }

  private step(): void {
    const { lines } = this.context;
    const line = lines[this.index]!;
    if (line.kind === 'metadata' && /^主题词/.test(line.key)) this.group('imprint', 1);
    else if (line.kind === 'residue' || line.kind === 'metadata') this.push(this.leaf('residue', this.take(1)[0]!));
    else if (this.table() || this.callout()) return;
    else if (line.kind === 'imprint') this.group('imprint', 1);
    else if (line.kind === 'note') this.group('note', 1);
    else if (line.kind === 'attachment') this.push(this.leaf('label', this.take(1)[0]!));
    else if (this.signature()) return;
    else if (attachmentListAt(lines, this.index, this.to) > 0)
      this.group('attachmentList', attachmentListAt(lines, this.index, this.to));
    else if (this.roster()) return;
    else if (line.marker && !this.isFalseArticle(line, line.marker))
      this.openSection(line.marker, this.headingSpans(line));
    else if (line.kind === 'letterhead' && lines[this.index + 1]?.docNumber && this.index + 1 < this.to)
      this.push(this.leaf('letterhead', this.take(1)[0]!));
    else if (line.kind === 'number' && this.blocks.length === 0) this.push(this.leaf('numberLine', this.take(1)[0]!));
    else if (this.nameList()) return;
    else {
      const spans = this.paragraphSpans();
      if (this.open.top) this.leaveSections(line);
      this.paragraph(spans);
    }
  }

  /** 第一条街 in a text without articles: an article stands in a count, or is set off from its text. */
  private isFalseArticle({ text }: Line, { style, ordinal, length }: MarkerMatch): boolean {
    if (style !== 'article') return false;
    // 一、将第五条修改为: / 第五条 …: an article of another text, quoted under the outline of this one.
    const begun = this.open.last('article');
    if (begun === undefined && ordinal !== 1 && this.open.find('hanComma')) return true;
    if (/^(?:[ 【(]|$)/.test(text.slice(length))) return false;
    if (!this.articles) {
      this.articles = new Set();
      for (const { marker } of this.context.lines.slice(this.index, this.to))
        if (marker?.style === 'article') this.articles.add(marker.ordinal);
    }
    return !(begun === ordinal - 1 && ordinal > 1) && !this.articles.has(ordinal + 1);
  }

  /** Names below a heading or a sentence with a colon: an award list. */
  private nameList(): boolean {
    const { lines } = this.context;
    const siblings = this.open.top?.node.children ?? this.blocks;
    const before = siblings.at(-1);
    const leads =
      siblings.length === 0 || (before?.type === 'paragraph' && /[:：]$/.test(lines[this.index - 1]?.key ?? ''));
    if (!leads || this.index === 0 || (siblings === this.blocks && siblings.length === 0 && this.prefix === ''))
      return false;
    const count = nameListLength(lines, this.index, this.to, lines[this.index - 1]!.key);
    if (count === 0) return false;
    const children = this.take(count).map((line): ast.ListItem => {
      const words = this.context.source.words(line.span);
      return { type: 'listItem', children: words, position: positionAround(words) };
    });
    this.push({ type: 'list', children, position: positionAround(children) });
    return true;
  }

  private table(): boolean {
    const { lines, source, setting, messages } = this.context;
    const context: TableContext = {
      source,
      setting,
      continuesOutline: (line) => line.marker !== null && this.open.continues(line.marker),
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

  /**
   * A boxed list: its label line, then numbered items; it ends where the outline outside goes on.
   */
  private callout(): boolean {
    const { lines, source, setting } = this.context;
    const line = lines[this.index]!;
    if (line.kind !== 'callout') return false;
    const end = calloutEnd(lines, this.index + 1, this.to, setting, (marker) => this.open.continues(marker));
    const label = /专栏(?:之?[一二三四五六七八九十]{1,3}|\d{1,3})?/.exec(line.key)![0];
    const ordinal = readMarker(`${label.slice(2)}、`)?.ordinal;
    const id = this.takeId(`${this.prefix}zhuanlan${ordinal ?? ''}`, line.span);
    let titleLines = 1;
    const second = lines[this.index + 1];
    if (
      line.key.replace(label, '').replace(/[【】[\]()]/g, '') === '' &&
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

  private signature(): boolean {
    const { lines, source } = this.context;
    const found = signatureAt(lines, this.index, this.to);
    if (!found) return false;
    const taken = this.take(found.count);
    const children = taken.map((line) => source.textNode(line.span));
    this.open.closeAll();
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

  /**
   * The lines of the paragraph that begins here, as spans: one, or several where the source broke
   * it.
   */
  private paragraphSpans(): Span[] {
    const { lines, setting } = this.context;
    const spans: Span[] = [];
    for (;;) {
      const line = lines[this.index]!;
      spans.push(line.span);
      this.index++;
      const print = this.printLines();
      const next = lines[this.index + print.length];
      if (!next || this.index + print.length >= this.to) return spans;
      if (!(print.length > 0 ? continuesOverPage(line, next, setting) : continues(line, next, setting))) return spans;
      if (signatureAt(lines, this.index + print.length, this.to)) return spans;
      spans.push(...print.map((each) => each.span)); // blank in the folded text, residue in the tree
      this.index += print.length;
    }
  }

  /**
   * As paragraphSpans; the name of a chapter may stand on the line below its number: 第一篇 / 规划基础.
   */
  private headingSpans(line: Line): Span[] {
    const below = this.context.lines[this.index + 1];
    const alone = line.marker !== null && line.marker.length === line.text.length && isNamedApart(line.marker);
    if (!alone || !below || this.index + 1 >= this.to || !namesChapter(below)) return this.paragraphSpans();
    this.index += 2;
    return [line.span, below.span];
  }

  /** Page number and running head that stand here. */
  private printLines(): Line[] {
    const { lines } = this.context;
    let count = 0;
    while (this.index + count < this.to && lines[this.index + count]!.print) count++;
    return lines.slice(this.index, this.index + count);
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
            : isValidity(folded)
              ? { role: 'validity' as const }
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
    const open = this.open.top?.node;
    if (!open || !/^(?:[“"]|第[^条]{1,7}条)/.test(folded)) return false;
    return /修改为|改为|增加|[改作]如下/.test(leadOf(open));
  }

  /**
   * `……落实到位。四、保障措施`: a heading that lost its line break; only the next number of what is open
   * counts.
   */
  private gluedHeading(spans: Span[]): { marker: MarkerMatch; at: number; text: string } | null {
    const { source } = this.context;
    const last = spans.at(-1)!;
    const text = source.folded.slice(last.start, last.end);
    const stop = text.lastIndexOf('。');
    if (stop < 0 || stop === text.length - 1 || text.length - stop > 42) return null;
    const tail = text.slice(stop + 1).trimStart();
    const marker = readMarker(tail);
    if (!marker || marker.style !== 'hanComma' || /[。;:,]/.test(tail.slice(marker.length))) return null;
    const open = this.open.find('hanComma');
    if (!open || marker.ordinal !== open.ordinal + 1) return null;
    return { marker, at: last.start + text.length - tail.length, text: tail };
  }

  /** (一)…; (二)…; (三)其他情形。: a sentence is no more a heading than the items in front of it. */
  private isUnnamedItem(marker: MarkerMatch, words: string, name: number): boolean {
    const before = (this.open.top?.node.children ?? this.blocks).at(-1);
    const follows =
      before?.type === 'section' &&
      before.marker.style === marker.style &&
      before.marker.ordinal === marker.ordinal - 1 &&
      before.heading.length === 0;
    return follows && (/[;；,，]$/.test(lastWords(before)) || (name === words.length && words.endsWith('。')));
  }

  /**
   * Opens a section: closes what ranks as low or lower, splits the heading from the text that runs
   * on.
   */
  private openSection(marker: MarkerMatch, spans: Span[]): void {
    const { source } = this.context;
    const whole = spanAround(spans);
    this.open.closeFor(marker, whole);
    const id = this.takeId(this.prefix + this.open.addressOf(marker), whole);
    const local = id.slice(this.prefix.length); // below a second 二、 stands 2-2.1
    const markerSpan = source.trim({ start: spans[0]!.start, end: spans[0]!.start + marker.length });
    const rest = [{ start: spans[0]!.start + marker.length, end: spans[0]!.end }, ...spans.slice(1)];
    const text = rest.map((span) => source.folded.slice(span.start, span.end)).join('');
    const blanks = text.length - text.trimStart().length;
    const words = text.trim();
    const name = isArticle(marker) ? articleHeading(words) : headingLength(words);
    const named = name > 0 && !isArticle(marker) && this.isUnnamedItem(marker, words, name) ? 0 : name;
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
    this.open.open(marker, node, local);
    const running = after.map((span) => source.trim(span)).filter((span) => span.end > span.start);
    if (running.length > 0) {
      node.runIn = heading.length > 0;
      this.paragraph(running, node);
    }
  }
}

const textOf = (nodes: readonly ast.Phrasing[]): string => nodes.map(({ value }) => value).join('');
const paragraphText = (block: ast.Block | undefined): string =>
  block?.type === 'paragraph' ? textOf(block.children) : '';

/** What leads the blocks of a section: its heading and first paragraph. */
const leadOf = ({ heading, children }: ast.Section): string => textOf(heading) + paragraphText(children[0]);

/** What was read last of a section. */
const lastWords = ({ heading, children }: ast.Section): string =>
  (children.length > 0 ? paragraphText(children.at(-1)) : textOf(heading)).trimEnd();

const isNamedApart = ({ style }: MarkerMatch): boolean =>
  style === 'bian' || style === 'chapter' || style === 'division';
const longestChapterName = 30;
const namesChapter = ({ kind, key }: Line): boolean =>
  kind === 'other' && key.length <= longestChapterName && !/[。;:,]/.test(key);

const isArticle = (marker: MarkerMatch): boolean => marker.style === 'article';
