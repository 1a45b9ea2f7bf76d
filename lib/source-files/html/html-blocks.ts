import type { SourceBlock, CellBlock, LineBlock, TableBlock } from '@/lib/source-files/blocks';
import { inkOf } from '@/lib/source-files/blocks';
import {
  htmlAttributeOf,
  htmlChildrenOf,
  isBlock,
  isElement,
  isHidden,
  isLink,
  isSilent,
  isText,
  styleOf,
} from './html-tree';
import type { Element, HtmlNode, ParentNode } from './html-tree';
import { beginsWithNumber, htmlListMark } from '@/lib/source-files/text/list-numbers';
import { startsWithKey } from '@/lib/source-files/text/portal-keys';
import { setApart, writeSetApart } from '@/lib/source-files/text/raised';
import { isStruck, mathText, lineOfScript, shownText } from './html-words';

/** The number of a list item as Markdown writes it. */
export const writtenMark = 'data-mark';

/** What was found on a page and is not in its blocks. */
export interface Walk {
  /** Whether to leave an element out. */
  skip: (element: Element) => boolean;
  /** Whether to include what the page hides. */
  showHidden: boolean;
  pictures: number;
  /** Words that are struck through. */
  struck: string[];
}

/** Reads the lines and tables that a browser shows for sibling nodes, in order. */
export function blocksOf(nodes: readonly HtmlNode[], walk: Walk): SourceBlock[] {
  const collector = new Collector(walk);
  const parent = nodes[0] && 'parentNode' in nodes[0] ? nodes[0].parentNode : null;
  for (const node of nodes) collector.visit(node, contextInside(parent));
  return collector.finish();
}

/** Context of a text: what the elements around it set. */
interface Context {
  /** Blanks and line ends count: <pre>. */
  preserved: boolean;
  linked: boolean;
  title: boolean;
}

class Collector {
  private readonly blocks: SourceBlock[] = [];
  private readonly walk: Walk;
  private line = '';
  private linked = 0;
  private title = false;
  /** Number of a list item, for the next line. */
  private mark = '';

  constructor(walk: Walk) {
    this.walk = walk;
  }

  finish(): SourceBlock[] {
    this.endLine();
    return this.blocks;
  }

  visit(node: HtmlNode, context: Context): void {
    if (isText(node)) this.write(node.value, context);
    else if (isElement(node)) this.element(node, context);
    else for (const child of htmlChildrenOf(node)) this.visit(child, context);
  }

  private element(element: Element, around: Context): void {
    const { tagName } = element;
    if (tagName === 'img') this.walk.pictures++;
    if (tagName === 'math' && !isHidden(element)) this.write(mathText(element), around);
    if (isSilent(element) || (isHidden(element) && !this.walk.showHidden)) return;
    if (isStruck(element)) {
      this.walk.struck.push(shownText(element));
      return;
    }
    if (this.walk.skip(element)) return;
    const place = lineOfScript(element);
    if (place !== undefined) {
      this.write(setApart(shownText(element), place), { ...around, preserved: false });
      return;
    }
    const block = isBlock(element) || tagName === 'br';
    if (block) this.endLine();
    if (tagName === 'table') this.blocks.push(this.table(element, around));
    else {
      const context = contextOf(element, around);
      if (tagName === 'ol') this.orderedList(element, context);
      else for (const child of element.childNodes) this.visit(child, context);
    }
    if (block) this.endLine();
  }

  private write(text: string, { preserved, linked, title }: Context): void {
    if (preserved) {
      const [first = '', ...more] = text.replaceAll(' ', '\u00a0').split(/\r\n|[\r\n]/);
      this.line += first;
      for (const line of more) {
        this.endLine();
        this.line = line;
      }
    } else this.line += text;
    if (linked) this.linked += inkOf(text);
    this.title ||= title && inkOf(text) > 0;
  }

  private endLine(): void {
    const text = collapse(writeSetApart(this.line));
    const { linked, title } = this;
    this.line = '';
    this.linked = 0;
    this.title = false;
    if (inkOf(text) === 0) return;
    const line: LineBlock = { type: 'line', text: this.mark + text };
    if (linked > 0) line.linked = linked;
    if (title) line.title = true;
    this.blocks.push(line);
    this.mark = '';
  }

  /** The numbers of an ordered list are not in the text of the page: they are written out. */
  private orderedList(list: Element, context: Context): void {
    const style = listStyleOf(list);
    let number = integerOf(list, 'start') ?? 1;
    for (const item of list.childNodes) {
      if (!isElement(item) || item.tagName !== 'li' || (isHidden(item) && !this.walk.showHidden)) {
        this.visit(item, context);
        continue;
      }
      number = integerOf(item, 'value') ?? number;
      this.endLine();
      const words = beginningOf(item);
      const counted = htmlListMark(number, listStyleOf(item) ?? style ?? 'decimal');
      this.mark =
        htmlAttributeOf(item, writtenMark) ?? (beginsWithNumber(words) || startsWithKey(words) ? '' : counted);
      this.visit(item, context);
      this.endLine();
      this.mark = '';
      number++;
    }
  }

  private table(table: Element, around: Context): TableBlock {
    const caption: string[] = [];
    const heads: CellBlock[][] = [];
    const bodies: CellBlock[][] = [];
    const feet: CellBlock[][] = [];
    const readRows = (parent: ParentNode, rows: CellBlock[][]): void => {
      for (const child of htmlChildrenOf(parent)) {
        if (!isElement(child) || (isHidden(child) && !this.walk.showHidden)) continue;
        if (child.tagName === 'tr') rows.push(this.row(child, rows === heads, around));
        else if (child.tagName === 'caption') {
          for (const block of blocksOf([child], this.walk)) if (block.type === 'line') caption.push(block.text);
        } else if (child.tagName === 'thead') readRows(child, heads);
        else if (child.tagName === 'tfoot') readRows(child, feet);
        else if (child.tagName === 'tbody') readRows(child, bodies);
      }
    };
    readRows(table, bodies);
    const rows = [...heads, ...bodies, ...feet];
    // A table with nothing but header cells marks none.
    if (rows.flat().every((cell) => cell.header)) for (const cell of rows.flat()) cell.header = false;
    return { type: 'table', caption, rows };
  }

  private row(row: Element, head: boolean, around: Context): CellBlock[] {
    const cells = row.childNodes.filter(
      (child): child is Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'),
    );
    return cells
      .filter((cell) => !isHidden(cell) || this.walk.showHidden)
      .map((cell) => {
        const collector = new Collector(this.walk);
        if (!this.walk.skip(cell)) for (const child of cell.childNodes) collector.visit(child, contextOf(cell, around));
        const span = (name: string, least: number): number =>
          Math.min(Math.max(integerOf(cell, name) ?? 1, least), 65_534);
        return {
          header: head || cell.tagName === 'th',
          rowSpan: span('rowspan', 0),
          colSpan: span('colspan', 1),
          blocks: collector.finish(),
        };
      });
  }
}

function contextInside(parent: ParentNode | null): Context {
  if (!parent || !isElement(parent)) return { preserved: false, linked: false, title: false };
  return contextOf(parent, contextInside(parent.parentNode));
}

function contextOf(element: Element, around: Context): Context {
  const { tagName } = element;
  const space = styleOf(element, 'white-space');
  return {
    preserved:
      tagName === 'pre' || tagName === 'xmp' || tagName === 'listing'
        ? true
        : space === undefined
          ? around.preserved
          : space.startsWith('pre'),
    linked: around.linked || isLink(element),
    title:
      around.title ||
      /^h[1-3]$/.test(tagName) ||
      /title|biaoti/i.test(`${htmlAttributeOf(element, 'class') ?? ''} ${htmlAttributeOf(element, 'id') ?? ''}`),
  };
}

const blanks = /[ \t\n\f\r]+/g;
/** A line end of the source between two Han characters is no blank for a Chinese reader. */
const breakInside = /(?<=[\u2e80-\uffef])[ \t\f\r]*\n[ \t\n\f\r]*(?=[\u2e80-\uffef])/g;

const collapse = (line: string): string => line.replace(breakInside, '').replace(blanks, ' ').replace(/^ | $/g, '');

function listStyleOf(list: Element): string | undefined {
  const short = styleOf(list, 'list-style')
    ?.split(/\s+/)
    .find((word) => !/^(?:inside|outside|url\(.*)$/.test(word));
  return styleOf(list, 'list-style-type') ?? short ?? htmlAttributeOf(list, 'type');
}

function integerOf(element: Element, name: string): number | undefined {
  const value = /^\s{0,9}(-?\d{1,9})/.exec(htmlAttributeOf(element, name) ?? '')?.[1];
  return value === undefined ? undefined : Number(value);
}

/** The first characters of an element's text. */
function beginningOf(node: HtmlNode, wanted = 12): string {
  if (isText(node)) return node.value.trim().slice(0, wanted);
  let text = '';
  for (const child of htmlChildrenOf(node)) {
    if (isElement(child) && isSilent(child)) continue;
    text += beginningOf(child, wanted - text.length);
    if (text.length >= wanted) break;
  }
  return text;
}
