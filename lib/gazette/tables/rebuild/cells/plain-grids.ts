import { isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import type { Grid, GridCell } from '../grid';
import { headCell } from '../grid';
import { placeTotals } from '../totals';
import { doubtHalves } from './row-doubts';

/** Grids of rows that need no search: their cells have their columns. */

/** Makes the grid of placed cells; null belongs to the cell above. */
export function gridOf(rows: readonly (Token | null)[][], confidence: Grid['confidence']): Grid {
  const inferred = confidence === 'inferred' ? { inferred: true } : {};
  const cells = rows.map((row) =>
    row.flatMap((token, column): GridCell[] => (token ? [{ ...headCell([token], column), ...inferred }] : [])),
  );
  const columns = rows[0]!.length;
  doubtHalves(cells.slice(1), isSerialHead(rows[0]![0]?.key ?? ''));
  if (cells.flat().some((cell) => cell.inferred)) confidence = 'inferred';
  return { confidence, columns, caption: [], header: cells.slice(0, 1), rows: cells.slice(1), between: [] };
}

/** Makes the grid of rows of so many cells each. */
export function steadyGrid(tokens: readonly Token[], columns: number, confidence: Grid['confidence']): Grid {
  const rows = Array.from({ length: tokens.length / columns }, (_, row) =>
    tokens.slice(row * columns, (row + 1) * columns),
  );
  return gridOf(rows, confidence);
}

/** Makes the grid of rows that may lack a cell; nothing is certain. */
export function typedGrid(rows: readonly (Token | null | undefined)[][], heads: readonly Token[]): Grid {
  const cells = rows.map((row) =>
    row.flatMap((token, column): GridCell[] =>
      token === null ? [] : [{ column, paragraphs: token ? [[token]] : [], inferred: true }],
    ),
  );
  placeTotals(cells, heads.length);
  const header = heads.map((head, column) => ({ ...headCell([head], column), inferred: true }));
  return { confidence: 'inferred', columns: heads.length, caption: [], header: [header], rows: cells, between: [] };
}

/** True where two grids have every token at the same place. */
export function samePlaces(one: Grid, other: Grid): boolean {
  const placesOf = ({ rows }: Grid): Map<Token, string> =>
    new Map(
      rows.flatMap((row, at) =>
        row.flatMap(({ column, paragraphs }) =>
          paragraphs.flat().map((token): [Token, string] => [token, `${at}.${column}`]),
        ),
      ),
    );
  const places = placesOf(one);
  const others = placesOf(other);
  return places.size === others.size && [...others].every(([token, place]) => places.get(token) === place);
}
