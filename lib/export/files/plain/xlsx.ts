import writeXlsxFile from 'write-excel-file/universal';
import type * as ast from '@/lib/gazette/ast';
import { layTable, type GridPlace } from './table-cells';

/** A sheet's name may not have these, nor more than 31 characters. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31) || '表';

/**
 * Makes an Excel sheet of a table.
 * Merged cells are merged, heads are bold and stay in sight, figures are numbers as printed.
 */
export async function printXlsx(table: ast.Table, name: string): Promise<Uint8Array> {
  const rows = layTable(table);
  const firstBody = rows.findIndex((row) => row.some(({ header }) => !header));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => lineLength(row[column]!))));
  const file = writeXlsxFile(
    rows.map((row) => row.map((place) => (place.begins ? cellOf(place) : null))),
    {
      sheet: sheetName(name),
      stickyRowsCount: Math.max(0, firstBody),
      // Two columns of Latin to a character.
      columns: widths.map((length) => ({ width: Math.min(60, Math.max(6, length * 2 + 2)) })),
    },
  );
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

const lineLength = ({ text, colSpan }: GridPlace): number =>
  colSpan > 1 ? 0 : Math.max(...text.split('\n').map((line) => line.length));

function cellOf({ text, header, rowSpan, colSpan }: GridPlace) {
  const look = {
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(header ? { fontWeight: 'bold' as const, align: 'center' as const } : {}),
    alignVertical: 'center' as const,
    wrap: true,
    borderStyle: 'thin' as const,
  };
  const figure = header ? null : readFigure(text);
  return figure
    ? { ...look, type: Number, value: figure.value, format: figure.format }
    : { ...look, type: String, value: text, format: '@' };
}

/**
 * 1,234.50 is a number shown as it was printed; 001, 2023-2025 and what has more digits than a
 * number keeps are texts.
 */
function readFigure(text: string): { value: number; format: string } | null {
  const match = /^(-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+))(\.\d+)?$/.exec(text);
  if (!match || text.replace(/\D/g, '').length > 15) return null;
  const [, whole, decimals = ''] = match;
  const format = (whole!.includes(',') ? '#,##0' : '0') + decimals.replace(/\d/g, '0');
  return { value: Number(text.replaceAll(',', '')), format };
}
