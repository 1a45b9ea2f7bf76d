import type * as ast from '../ast';
import type { Line } from '../line';
import type { Setting } from '../lines/paragraphs';
import type { Messages } from '../messages';
import type { Source, Span } from '../source';
import { positionAround } from '../source';
import { signatureAt } from './signature';
import { OpenSections } from './open-sections';

/** What building blocks needs to know of the document around them. */
export interface BlockSurroundings {
  source: Source;
  lines: readonly Line[];
  setting: Setting;
  messages: Messages;
  /** Addresses given so far in the document, and how often each was asked for. */
  ids: Map<string, number>;
}

/** A range of lines, `to` exclusive, and what every address in it begins with. */
export interface BlockRange {
  /** '' in the notice, `a-` in an annexed text, `a-zhuanlan1.` in a callout. */
  prefix: string;
  from: number;
  to: number;
}

/** Builds the blocks of a range inside another one. */
export type BuildBlocks = (surroundings: BlockSurroundings, range: BlockRange) => ast.Block[];

/** State of building the blocks of a part, or of a callout inside one. */
export class BlockContext {
  readonly blocks: ast.Block[] = [];
  readonly open: OpenSections;
  readonly surroundings: BlockSurroundings;
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly prefix: string;
  readonly to: number;
  /** The line that is read next. */
  index: number;
  /** Tables so far: their addresses count them. */
  tables = 0;
  private articles: Set<number> | undefined;
  private readonly buildBlocks: BuildBlocks;

  constructor(surroundings: BlockSurroundings, { prefix, from, to }: BlockRange, buildBlocks: BuildBlocks) {
    this.surroundings = surroundings;
    this.source = surroundings.source;
    this.lines = surroundings.lines;
    this.open = new OpenSections(surroundings.messages);
    this.prefix = prefix;
    this.index = from;
    this.to = to;
    this.buildBlocks = buildBlocks;
  }

  /** Blocks of the open section, or of the range: the next block follows them. */
  get siblings(): ast.Block[] {
    return this.open.top?.node.children ?? this.blocks;
  }

  /** A line of the range; undefined behind its end. */
  lineAt(index: number): Line | undefined {
    return index < this.to ? this.lines[index] : undefined;
  }

  /** Takes the next lines: the cursor stands behind them. */
  take(count: number): Line[] {
    const taken = this.lines.slice(this.index, this.index + count);
    this.index += count;
    return taken;
  }

  /** Adds a block to the section that is open. */
  push(block: ast.Block): void {
    this.siblings.push(block);
  }

  /** Takes one line as a block of its own. */
  pushLeaf(type: 'residue' | 'label' | 'letterhead' | 'numberLine'): void {
    const { span } = this.take(1)[0]!;
    this.push({ type, value: this.source.slice(span), position: this.source.position(span) });
  }

  /** Takes lines as the texts of one block; what closes the range closes its sections. */
  pushTexts(type: 'note' | 'imprint' | 'attachmentList', count: number): void {
    const children = this.take(count).map((line) => this.source.textNode(line.span));
    if (type !== 'note' && this.closesAt(this.index)) this.open.closeAll();
    this.push({ type, children, position: positionAround(children) });
  }

  /** Takes lines as the items of a list. */
  pushList(count: number, roleOf: (line: Line) => string | undefined = () => undefined): void {
    const children = this.take(count).map((line): ast.ListItem => {
      const role = roleOf(line);
      const words = this.source.words(line.span);
      return { type: 'listItem', ...(role ? { role } : {}), children: words, position: positionAround(words) };
    });
    this.push({ type: 'list', children, position: positionAround(children) });
  }

  /** Builds the blocks of a range inside this one: the cursor stands behind it. */
  buildInside(prefix: string, to: number): ast.Block[] {
    const range = { prefix, from: this.index, to };
    this.index = to;
    return this.buildBlocks(this.surroundings, range);
  }

  /** Takes an address in the document; a repeat gets a suffix and a message. */
  takeId(id: string, span: Span): string {
    const { ids, messages } = this.surroundings;
    let repeat = ids.get(id) ?? 0;
    let free = id;
    while (repeat > 0 && ids.has((free = `${id}-${repeat + 1}`))) repeat++;
    if (free !== id) messages.add('address-repeated', 'info', `${id} is taken, this one gets ${free}`, span);
    ids.set(id, repeat + 1);
    if (free !== id) ids.set(free, 1);
    return free;
  }

  /**
   * Tells whether nothing follows from a line on but what stands below a text.
   * What was read last then belongs to the part and not to a section.
   */
  closesAt(index: number): boolean {
    const next = this.lineAt(index);
    return !next || next.kind === 'imprint' || next.kind === 'note' || signatureAt(this.lines, index, this.to) !== null;
  }

  /** Gives the numbers of the articles from here on; they are read once. */
  articlesAhead(): ReadonlySet<number> {
    if (!this.articles) {
      this.articles = new Set();
      for (const { marker } of this.lines.slice(this.index, this.to))
        if (marker?.style === 'article') this.articles.add(marker.ordinal);
    }
    return this.articles;
  }
}
