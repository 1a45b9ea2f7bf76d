import type { Line } from '../../line';
import type { Source } from '../../source';
import { isVocabulary } from '../heads';
import { piecesOf } from '../pieces';
import type { TableLines } from '../region';
import { isDataKey } from '../tokens';
import type { TableSearch } from './table-rule';
import { withoutPrint } from './table-rule';

/** Cells that one blank parts, as a page of print gives them when it is read by a machine. */

const fewestRows = 3;
const fewestColumns = 3;
const fewestFigures = 2;
const longestCell = 24;

const cellsOf = (source: Source, line: Line): string[] =>
  piecesOf(source, line, 'spaced').map(({ start, end }) => source.folded.slice(start, end));

/**
 * Finds rows whose cells are parted by single blanks.
 * A blank proves nothing: every row must have as many cells as the heads, and each column figures
 * alone or words alone. Rows without figures are inferred.
 */
export function spacedRows(search: TableSearch, from: number): TableLines | null {
  const { source, lines, to, isBoundary } = search;
  const isHead = (key: string): boolean => /[\u4e00-\u9fff]/.test(key) && !isDataKey(key) && !/[。;,:!?]$/.test(key);
  const first = lines[from]!;
  if (first.marker || !first.text.includes(' ') || first.key.length > longestCell * fewestColumns) return null;
  const heads = cellsOf(source, first);
  if (heads.length < fewestColumns || !heads.every((key) => key.length <= longestCell && isHead(key))) return null;
  let figures: boolean[] | null = null;
  let rows = 0;
  let end = from + 1;
  for (; end < to; end++) {
    const line = lines[end]!;
    if (line.print) continue;
    if (isBoundary(end) || line.key.length > longestCell * heads.length) break;
    const cells = cellsOf(source, line);
    if (cells.length !== heads.length || cells.some((key) => key.length > longestCell)) break;
    const shape = cells.map((key) => isDataKey(key));
    figures ??= shape;
    if (shape.some((each, column) => each !== figures![column])) break;
    rows++;
  }
  const counted = figures?.filter(Boolean).length ?? 0;
  const proven = rows >= fewestRows && counted >= fewestFigures && counted < heads.length;
  // Words alone: the heads say that these are columns; which of them a blank parts is inferred.
  const likely = rows > fewestRows && heads.filter(isVocabulary).length >= 2;
  if (proven || likely) return { layout: 'spaced', from, to: withoutPrint(lines, end) };
  return raggedRows(search, from, heads.length);
}

const fewestCells = 3;

/** Rows of which some lack a cell: a table certainly, and nobody can say what stands where. */
function raggedRows({ source, lines, to, isBoundary }: TableSearch, from: number, heads: number): TableLines | null {
  let end = from + 1;
  let figures = 0;
  for (; end < to && !isBoundary(end); end++) {
    const { key, marker } = lines[end]!;
    const cells = cellsOf(source, lines[end]!);
    const ragged = cells.length >= Math.max(fewestCells, heads - 2) && cells.length <= heads;
    if (marker || key.length > longestCell * heads || !ragged || /[。;:]/.test(key)) break;
    if (cells.slice(1).some((cell) => isDataKey(cell))) figures++;
  }
  const rows = end - from - 1;
  return rows > fewestRows && figures >= rows * 0.8
    ? { layout: 'spaced', from, to: withoutPrint(lines, end), reason: 'shortRow' }
    : null;
}
