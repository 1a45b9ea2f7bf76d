import type * as ast from '@/lib/gazette/ast';
import type { SourceBlock, CellBlock, ReadBlocks, TableBlock } from '@/lib/source-files/blocks';
import { inkOf, blockLinesOf, noteOf } from '@/lib/source-files/blocks';
import { Numbering } from './docx-numbering';
import { alternativeOf, inkBelow, unwrapped, wrappers } from './docx-elements';
import { readPackage, type WordParts } from './docx-package';
import { readRun, type RunReader } from './docx-runs';
import { Styles } from './docx-styles';
import { joinKeys } from '@/lib/source-files/text/portal-keys';
import { settleTables } from '@/lib/source-files/html/layout-tables';
import {
  childOf,
  childrenNamed,
  elementsIn,
  isOn,
  numberOf,
  valueOf,
  type ParsedElement,
} from '@/lib/source-files/xml';

/**
 * Reads a .docx file as text, with the numbers that Word counts.
 * @throws UnreadableContent
 */
export function readDocx(bytes: Uint8Array): ReadBlocks {
  const parts = readPackage(bytes);
  const reader = new DocxReader(parts);
  const body = childOf(parts.document, 'w:body');
  const blocks = joinKeys(settleTables(body ? reader.blocks(elementsIn(body), false) : []));
  return { blocks, notes: reader.notes(parts.furniture) };
}

class DocxReader implements RunReader {
  readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly footnotes: Map<string, ParsedElement>;
  private readonly endnotes: Map<string, ParsedElement>;
  /** Words of a paragraph whose end is marked as deleted: they continue in the next. */
  private carried = '';
  /** Marks of the notes so far. */
  private readonly noteSigns = new Map<ParsedElement, string>();
  /** Text boxes and notes of the paragraph that is being read. */
  private beside: SourceBlock[] = [];
  private readonly counts = { deleted: 0, inserted: 0, hidden: 0, struck: 0, pictures: 0, embedded: 0 };

  constructor({ styles, numbering, footnotes, endnotes }: WordParts) {
    this.styles = new Styles(styles);
    this.numbering = new Numbering(numbering, this.styles);
    this.footnotes = byId(childrenNamed(footnotes, 'w:footnote'));
    this.endnotes = byId(childrenNamed(endnotes, 'w:endnote'));
  }

  count(what: keyof DocxReader['counts'], number: number): void {
    this.counts[what] += number;
  }

  /** @param inCell a paragraph of nothing but its number counts: 序号 that Word writes */
  blocks(elements: readonly ParsedElement[], inCell: boolean): SourceBlock[] {
    return elements.flatMap((element): SourceBlock[] => {
      if (element.name === 'w:p') return this.paragraph(element, inCell);
      if (element.name === 'w:tbl') return [this.table(element)];
      if (element.name === 'w:sdt') return this.blocks(childrenNamed(element, 'w:sdtContent'), inCell);
      if (element.name === 'mc:AlternateContent') return this.blocks([alternativeOf(element)], inCell);
      if (wrappers.has(element.name)) {
        const inner = this.blocks(elementsIn(element), inCell);
        if (element.name === 'w:ins' || element.name === 'w:moveTo') this.count('inserted', inkOfBlocks(inner));
        return inner;
      }
      if (element.name === 'w:altChunk') this.count('embedded', 1);
      if (element.name === 'w:del' || element.name === 'w:moveFrom') this.count('deleted', inkBelow(element));
      return [];
    });
  }

  /** Text boxes become paragraphs of their own behind the one that they belong to. */
  textBox(box: ParsedElement): void {
    for (const block of this.blocks(elementsIn(box), false)) this.beside.push(block);
  }

  /**
   * Gives the mark of a note, and puts the note behind the paragraph that marks it first. A note
   * may mark others, and itself.
   */
  noteSign(kind: 'footnote' | 'endnote', id: string): string {
    const note = (kind === 'footnote' ? this.footnotes : this.endnotes).get(id);
    if (!note) return '';
    const known = this.noteSigns.get(note);
    if (known !== undefined) return known;
    const sign = `[${this.noteSigns.size + 1}]`;
    this.noteSigns.set(note, sign);
    const outer = this.beside;
    this.beside = [];
    const words = blockLinesOf(this.blocks(elementsIn(note), false)).map(({ text }) => text.trim());
    this.beside = outer;
    this.beside.push({ type: 'line', text: `${sign} ${words.join(' ')}` });
    return sign;
  }

  private paragraph(paragraph: ParsedElement, inCell: boolean): SourceBlock[] {
    const properties = childOf(paragraph, 'w:pPr');
    const outer = this.beside;
    this.beside = [];
    const words = this.carried + readRun(this, elementsIn(paragraph), valueOf(properties, 'w:pStyle'));
    const beside = this.beside;
    this.beside = outer;
    const mark = childOf(properties, 'w:rPr');
    if (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) {
      this.carried = words;
      return beside;
    }
    this.carried = '';
    const numbered = this.styles.numberedAs(properties, this.numbering.levelOf);
    const label = numbered ? this.numbering.next(numbered.numId, numbered.level) : '';
    const lines = words.split('\n').filter((line) => inkOf(line) > 0);
    if (label !== '') {
      if (lines.length > 0) lines[0] = label + lines[0]!.replace(/^[\s\u3000]+/, '');
      else if (inCell) lines.push(label);
    }
    return [...lines.map((text): SourceBlock => ({ type: 'line', text })), ...beside];
  }

  private table(table: ParsedElement): TableBlock {
    /** Cells that the next row may continue, by their first column. */
    let above = new Map<number, CellBlock>();
    const rows: CellBlock[][] = [];
    let head = true;
    for (const row of unwrapped(table, 'w:tr')) {
      const properties = childOf(row, 'w:trPr');
      if (childOf(properties, 'w:del')) {
        this.count('deleted', inkBelow(row));
        continue;
      }
      head &&= isOn(properties, 'w:tblHeader') ?? false;
      const cells: CellBlock[] = [];
      const open = new Map<number, CellBlock>();
      let column = 0;
      const empty = (count: number): void => {
        if (count > 0) cells.push({ header: head, rowSpan: 1, colSpan: count, blocks: [] });
        column += count;
      };
      empty(numberOf(properties, 'w:gridBefore') ?? 0);
      for (const cell of unwrapped(row, 'w:tc')) {
        const own = childOf(cell, 'w:tcPr');
        const colSpan = Math.max(1, numberOf(own, 'w:gridSpan') ?? 1);
        const merge = childOf(own, 'w:vMerge') && (valueOf(own, 'w:vMerge') ?? 'continue');
        const upper = merge === 'continue' ? above.get(column) : undefined;
        const last = cells.at(-1);
        const blocks = this.blocks(elementsIn(cell), true);
        if (upper || (last && valueOf(own, 'w:hMerge') === 'continue')) {
          // Word shows nothing of the content of a cell that another one covers.
          this.count('hidden', inkOfBlocks(blocks));
          if (upper) {
            upper.rowSpan++;
            open.set(column, upper);
          } else last!.colSpan += colSpan;
        } else {
          const read: CellBlock = { header: head, rowSpan: 1, colSpan, blocks };
          cells.push(read);
          if (merge) open.set(column, read);
        }
        column += colSpan;
      }
      empty(numberOf(properties, 'w:gridAfter') ?? 0);
      above = open;
      rows.push(cells);
    }
    return { type: 'table', caption: [], rows };
  }

  notes(furniture: readonly ParsedElement[]): ast.Message[] {
    const { deleted, inserted, hidden, struck, pictures, embedded } = this.counts;
    const around = furniture.reduce((sum, each) => sum + inkBelow(each), 0);
    const notes: [count: number, rule: string, words: string, severity?: ast.Severity][] = [
      [deleted, 'tracked-changes', `${deleted} characters that are marked as deleted were left out`],
      [inserted, 'tracked-changes', `${inserted} characters that are marked as inserted were taken`],
      [struck, 'struck-text', `${struck} characters that are struck through were left out`],
      [hidden, 'hidden-text', `${hidden} characters that Word hides were left out`],
      [around, 'page-furniture', `${around} characters of headers and footers were left out`],
      [
        pictures,
        'pictures',
        `${pictures} ${pictures === 1 ? 'picture is' : 'pictures are'} not read; text in them is missing`,
      ],
      [embedded, 'embedded-files', `${embedded} embedded files are not read`, 'warning'],
    ];
    return notes.flatMap(([count, rule, words, severity]) => (count > 0 ? [noteOf(rule, words, severity)] : []));
  }
}

const byId = (notes: readonly ParsedElement[]): Map<string, ParsedElement> =>
  new Map(
    notes
      .filter(({ attributes }) => !attributes.type || attributes.type === 'normal')
      .map((note) => [note.attributes.id ?? '', note]),
  );

const inkOfBlocks = (blocks: readonly SourceBlock[]): number =>
  blockLinesOf(blocks).reduce((sum, { text }) => sum + inkOf(text), 0);
