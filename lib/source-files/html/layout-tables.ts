import type { SourceBlock, CellBlock, LineBlock, TableBlock } from '@/lib/source-files/blocks';
import { cellLinesOf, inkOf } from '@/lib/source-files/blocks';
import { emptyField, metadataLines } from '@/lib/source-files/text/portal-keys';

/**
 * Separates tables from layout: web pages and Word files also use tables to place things. A layout
 * table is written as the lines it holds.
 */
export function settleTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.flatMap((block): SourceBlock[] => {
    if (block.type === 'line') return [block];
    const rows = withoutEmptyRows(block.rows);
    const table = { ...block, rows };
    if (rows.length === 0) return captionLines(table);
    const metadata = metadataLines(table);
    if (metadata) return [...captionLines(table), ...metadata];
    if (isFrame(table)) return [...captionLines(table), ...rows.flatMap(rowLines)];
    // A table inside a cell becomes lines of the cell.
    const flat = rows.map((row) => row.map((cell) => ({ ...cell, blocks: cellLinesOf(cell) })));
    return [{ ...table, rows: flat }];
  });
}

const captionLines = ({ caption }: TableBlock): LineBlock[] => caption.map((text) => ({ type: 'line', text }));

/** Characters of cells, which are looked up as often as their lines. */
const inks = new WeakMap<CellBlock, number>();

function inkOfCell(cell: CellBlock): number {
  let ink = inks.get(cell);
  if (ink === undefined) inks.set(cell, (ink = cellLinesOf(cell).reduce((sum, { text }) => sum + inkOf(text), 0)));
  return ink;
}

/** Drops blank rows that no cell of another row reaches into. */
function withoutEmptyRows(rows: CellBlock[][]): CellBlock[][] {
  const spanned = rows.flat().some((cell) => cell.rowSpan !== 1);
  const inked = (row: CellBlock[]): boolean => row.some((cell) => inkOfCell(cell) > 0);
  if (!rows.some(inked)) return [];
  return spanned ? rows : rows.filter(inked);
}

const closing = /^[\s\u3000]*(?:抄[\s\u3000]*送|抄[\s\u3000]*报|主[\s\u3000]*送|分[\s\u3000]*送)[:：]/;
const contents = /^[\s\u3000【[]*目[\s\u3000]*录[\s\u3000】\]]*$/;
/**
 * Tests for a document's own number or a part's label at the head of a cell: the cell holds a text.
 */
const documentInside =
  /^[\s\u3000]*(?:附[\s\u3000]*件[\s\u3000]*[一二三四五六七八九十\d]*[\s\u3000]*[:：]?|.{2,12}[〔[]\d{4}[〕\]]\d{1,4}号)[\s\u3000]*$/;
const longCell = 1500;
const manyLines = 25;

function isFrame({ rows }: TableBlock): boolean {
  const cells = rows.flat();
  const filled = cells.filter((cell) => inkOfCell(cell) > 0);
  // One column, or one cell a row: a box, a letterhead, a 专栏.
  if (rows.every((row) => row.filter((cell) => inkOfCell(cell) > 0).length <= 1) && !spansRows(filled)) return true;
  const total = filled.reduce((sum, cell) => sum + inkOfCell(cell), 0);
  return filled.some((cell) => {
    const ink = inkOfCell(cell);
    const lines = cellLinesOf(cell);
    if (lines.some(({ text }) => closing.test(text) || contents.test(text))) return true;
    if (cell.blocks.some((block) => block.type === 'table' && block.rows.flat().length > 1)) return ink > 0.5 * total;
    if (lines.length >= manyLines && lines.some(({ text }) => documentInside.test(text))) return true;
    return filled.length <= 6 && (ink > longCell || lines.length > manyLines) && ink > 0.6 * total;
  });
}

/** Tests for a table with one cell a row: 公共服务 spans three rows beside three cells. */
const spansRows = (cells: readonly CellBlock[]): boolean => cells.some((cell) => cell.rowSpan !== 1);

const shortRow = 60;

/**
 * Writes a row of a layout table. Cells of one line each share a line (示例市人民政府办公室 2023年4月1日印发),
 * others follow each other.
 */
function rowLines(row: readonly CellBlock[]): SourceBlock[] {
  const filled = row.filter((cell) => inkOfCell(cell) > 0);
  const field = filled.length === 1 && row.length > 1 ? emptyField(filled[0]!) : null;
  if (field) return [field];
  const lines = filled.flatMap(({ blocks: [only, ...more] }) =>
    only?.type === 'line' && more.length === 0 ? [only] : [],
  );
  const short = lines.reduce((sum, line) => sum + inkOf(line.text), 0) <= shortRow;
  if (filled.length > 1 && lines.length === filled.length && short) {
    const linked = lines.reduce((sum, line) => sum + (line.linked ?? 0), 0);
    return [{ type: 'line', text: lines.map(({ text }) => text.trim()).join('\u3000'), linked }];
  }
  return settleTables(filled.flatMap((cell) => cell.blocks));
}
