/** What a cell takes of a grid. `rowSpan` 0: down to the last row. */
interface Spans {
  rowSpan: number;
  colSpan: number;
}

/** A cell in its column (from 0), with the spans that it really has. */
interface PlacedInGrid<Cell> extends Spans {
  cell: Cell;
  column: number;
}

/** No table that is read is as wide; it bounds the work that spans can ask for. */
const mostColumns = 200;

/**
 * Puts the cells of all rows into columns, as a browser does.
 * Spans that run over a taken place or the last row end there.
 * @returns null where the table is too wide
 */
export function placeCells<Cell extends Spans>(rows: readonly (readonly Cell[])[]): PlacedInGrid<Cell>[][] | null {
  const takenTo: number[] = [];
  const placed: PlacedInGrid<Cell>[][] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    const line: PlacedInGrid<Cell>[] = [];
    for (const cell of cells) {
      while ((takenTo[column] ?? 0) > row) column++;
      if (column >= mostColumns) return null;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan || Infinity, rows.length - row));
      const start = column;
      const end = Math.max(start + 1, Math.min(start + cell.colSpan, mostColumns));
      while (column < end && (takenTo[column] ?? 0) <= row) takenTo[column++] = row + rowSpan;
      line.push({ cell, column: start, colSpan: column - start, rowSpan });
    }
    placed.push(line);
  }
  return placed;
}

/**
 * Takes out rows and columns in which no cell begins.
 * A frame may span twenty columns of which six are used.
 */
export function dropUnused<Cell>(rows: readonly PlacedInGrid<Cell>[][]): {
  rows: PlacedInGrid<Cell>[][];
  columns: number;
} {
  const starts = [...new Set(rows.flat().map(({ column }) => column))].sort((one, other) => one - other);
  const columnAt = rankOf(starts);
  const used = rows.flatMap((row, at) => (row.length > 0 ? [at] : []));
  const rowAt = rankOf(used);
  const left = used.map((index, at) =>
    rows[index]!.map((placed) => {
      const column = columnAt(placed.column);
      return {
        ...placed,
        column,
        colSpan: columnAt(placed.column + placed.colSpan) - column,
        rowSpan: rowAt(index + placed.rowSpan) - at,
      };
    }),
  );
  return { rows: left, columns: starts.length };
}

/** Gives how many of some ascending numbers lie below a number. */
function rankOf(ascending: readonly number[]): (value: number) => number {
  return (value) => {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ascending[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/**
 * Puts null where no cell covers a place.
 * The file left a row short there.
 */
export function fillHoles<Cell>(rows: readonly PlacedInGrid<Cell>[][], columns: number): PlacedInGrid<Cell | null>[][] {
  const takenTo: number[] = [];
  return rows.map((cells, row) => {
    const filled: PlacedInGrid<Cell | null>[] = [...cells];
    for (const { column, colSpan, rowSpan } of cells)
      for (let at = column; at < column + colSpan; at++) takenTo[at] = row + rowSpan;
    for (let column = 0; column < columns; column++)
      if ((takenTo[column] ?? 0) <= row) filled.push({ cell: null, column, colSpan: 1, rowSpan: 1 });
    return filled.sort((one, other) => one.column - other.column);
  });
}
