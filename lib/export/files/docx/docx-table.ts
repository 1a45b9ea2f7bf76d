import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { measureColumns, shareWidth } from '@/lib/export/files/flow/column-widths';
import { runs } from './docx-runs';
import { TEXT_WIDTH } from './docx-page';
import { textOfSpans, type FlowCell, type FlowTable } from '@/lib/export/files/flow/flow';

/** A table of so many columns has a landscape page of its own. */
const LANDSCAPE_COLUMNS = 9;
/** Cells of so many characters are read and not looked up: they are aligned left. */
const CENTRED = 14;

/**
 * Tests whether a table needs a landscape page. It does with many columns, or columns that would be
 * narrower than their words.
 */
export function needsLandscape(table: FlowTable): boolean {
  const { columns } = table;
  if (columns === undefined) return false;
  return columns >= LANDSCAPE_COLUMNS || measureColumns(table, columns).allLeast * 21 * 10 > TEXT_WIDTH.portrait;
}

/** Writes a table with its caption above and its note below. */
export function docxTable(table: FlowTable, landscape: boolean): (Paragraph | Table)[] {
  const { caption, remark, columns } = table;
  return [
    ...(caption
      ? [
          new Paragraph({
            style: 'Flush',
            alignment: AlignmentType.CENTER,
            keepNext: true,
            children: runs([{ text: caption }], 'hei', 28),
          }),
        ]
      : []),
    ...(columns === undefined ? looseRows(table) : [grid(table, columns, landscape)]),
    new Paragraph({ style: 'Small', spacing: { before: 80 }, children: remark ? runs([{ text: remark }], 'hei') : [] }),
  ];
}

function grid(table: FlowTable, columns: number, landscape: boolean): Table {
  const width = landscape ? TEXT_WIDTH.landscape : TEXT_WIDTH.portrait;
  const needs = measureColumns(table, columns);
  // 小四, 五号, 小五, 六号 in half points, ten twips each: the largest in which short words are not broken.
  const size = [24, 21, 18].find((halfPoints) => needs.allLeast * halfPoints * 10 <= width) ?? 15;
  const columnTwips = shareWidth(needs, width / (size * 10)).map((characters) => Math.floor(characters * size * 10));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnTwips.reduce((sum, twips) => sum + twips, 0), type: WidthType.DXA },
    columnWidths: columnTwips,
    alignment: AlignmentType.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    rows: table.rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at < table.headRows,
          cantSplit: row.every((cell) => textOfCell(cell).length < 200),
          children: row.map((cell) => gridCell(cell, size)),
        }),
    ),
  });
}

const textOfCell = (cell: FlowCell): string => cell.paragraphs.map(textOfSpans).join('');

function gridCell(cell: FlowCell, size: number): TableCell {
  const centred = cell.header || cell.paragraphs.every((spans) => textOfSpans(spans).length <= CENTRED);
  const paragraphs = cell.paragraphs.map(
    (spans) =>
      new Paragraph({
        style: 'Cell',
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: runs(spans, cell.header ? 'hei' : 'fangsong', size),
      }),
  );
  return new TableCell({
    rowSpan: cell.rowSpan,
    columnSpan: cell.colSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    // A cell without a paragraph is no cell for Word.
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: 'Cell' })],
  });
}

/** Writes a table without columns: what each source line held, a line each. */
const looseRows = ({ rows }: FlowTable): Paragraph[] =>
  rows.map(
    (row) =>
      new Paragraph({
        style: 'Cell',
        children: row.flatMap((cell, at) => [
          ...(at > 0 ? runs([{ text: '　' }]) : []),
          ...cell.paragraphs.flatMap((spans) => runs(spans)),
        ]),
      }),
  );
