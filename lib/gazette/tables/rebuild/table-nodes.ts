import type * as ast from '../../ast';
import type { Line } from '../../line';
import type { Source, Span } from '../../source';
import { positionAround } from '../../source';

type CellFacts = Omit<ast.TableCell, 'type' | 'position' | 'inferred'> & { inferred: boolean };

/** Makes the nodes of tables; every cell of every table comes from here. */
export class TableNodes {
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** A line that is no cell: a page number, a rule, a header printed again. */
  residue(line: Line): ast.Residue {
    return { type: 'residue', value: this.source.slice(line.span), position: this.source.position(line.span) };
  }

  /**
   * A cell in its column.
   * @param at where it stands if it is empty: an offset of the source
   */
  cell(facts: CellFacts, at: number): ast.TableCell {
    const { header, column, rowSpan, colSpan, inferred, children } = facts;
    const position = children.length > 0 ? positionAround(children) : this.source.position({ start: at, end: at });
    const doubt = inferred ? { inferred: true as const } : {};
    return { type: 'tableCell', header, column, rowSpan, colSpan, ...doubt, children, position };
  }

  /**
   * A row of cells.
   * @param span of the line that the row is, where it is one
   */
  row(children: ast.TableCell[], span?: Span): ast.TableRow {
    return { type: 'tableRow', children, position: span ? this.source.position(span) : positionAround(children) };
  }
}
