import { arrangementParameters, type Arrangement } from '@/lib/addresses/arrangement-params';
import { paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { columnNames } from '@/lib/views/gazette/table-layout';
import { Phrasings } from './Phrasings';
import type { BlockProps, RenderContext } from '@/lib/views/gazette/render-context';
import { cellLook, cellText, figureColumns, isAmount, isMostlySure } from '@/lib/views/gazette/cell-look';
import { countKept } from '@/lib/views/gazette/kept-columns';
import { hook } from '@/components/browser/hooks';

interface TableGridProps extends BlockProps<ast.Table> {
  caption: string;
  /** Scrolls sideways: its first columns stay. */
  wide: boolean;
  /** Each cell has its column's name, for reading row by row. */
  named: boolean;
  /** How its rows can be arranged; its heads lead to the order by their column. */
  arrangement?: Arrangement | undefined;
  /** Of each column its place in print: some may be left out. */
  shown: readonly number[];
}

/**
 * A table whose columns are known.
 * Header rows stand in a head, merged cells are merged, header cells have their scope.
 */
export function TableGrid({ node, context, caption, wide, named, arrangement, shown }: TableGridProps) {
  const all = rowsOf(node);
  const firstBody = all.findIndex((row) => row.children.some((cell) => !cell.header));
  const headRows = firstBody < 0 ? 0 : firstBody;
  const marked = isMostlySure(node);
  const amounts = new Set(
    all.flatMap((row) => row.children.flatMap((cell) => (isAmount(cellText(cell)) ? [cell.column] : []))),
  );
  const figures = figureColumns(all.slice(headRows));
  const names = named ? columnNames(all.slice(0, headRows), node.columns ?? 0) : [];
  const kept = wide ? countKept(all.slice(headRows)) : 0;
  const rows = (from: number, to?: number, head = false) =>
    all.slice(from, to).map((row, index) => (
      <tr key={index}>
        {row.children.map((cell, at) => (
          <Cell
            key={at}
            cell={cell}
            context={context}
            head={head}
            kept={kept}
            name={head ? undefined : names[cell.column]}
            amongAmounts={amounts.has(cell.column)}
            aboveFigures={head && figures.has(cell.column)}
            unsure={marked && cell.inferred === true}
            arrangement={head && cell.colSpan === 1 ? arrangement : undefined}
            printedColumn={shown[cell.column] ?? cell.column}
          />
        ))}
      </tr>
    ));
  return (
    <table>
      <caption className="sr-only">{caption}</caption>
      {headRows > 0 && <thead>{rows(0, headRows, true)}</thead>}
      <tbody>{rows(headRows)}</tbody>
    </table>
  );
}

interface CellProps {
  cell: ast.TableCell;
  context: RenderContext;
  /** In the table's head. */
  head: boolean;
  /** So many first columns stay while the table scrolls. */
  kept: number;
  /** Its column's name. */
  name: string | undefined;
  /** Its column holds figures that are no years. */
  amongAmounts: boolean;
  /** The head of a column of figures, which it stands above at the right. */
  aboveFigures: boolean;
  /** Marked as inferred. */
  unsure: boolean;
  /** Of a head that leads to the order by its column. */
  arrangement: Arrangement | undefined;
  /** The place of its column in print, by which addresses name it. */
  printedColumn: number;
}

function Cell({
  cell,
  context,
  head,
  kept,
  name,
  amongAmounts,
  aboveFigures,
  unsure,
  arrangement,
  printedColumn,
}: CellProps) {
  const Tag = cell.header ? 'th' : 'td';
  const { column } = cell;
  const keeps = column + cell.colSpan <= kept && `k${column}`;
  return (
    <Tag
      className={
        [
          cellLook(cellText(cell), column === 0, amongAmounts),
          aboveFigures && cell.colSpan === 1 && 'figure',
          keeps,
          unsure && 'unsure',
        ]
          .filter(Boolean)
          .join(' ') || undefined
      }
      rowSpan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
      colSpan={cell.colSpan > 1 ? cell.colSpan : undefined}
      {...hook('name', name && cell.rowSpan > 1 ? `${name}（以下 ${cell.rowSpan} 条）` : name)}
      scope={cell.header ? headerScope(cell, head) : undefined}
      aria-sort={
        arrangement?.column === printedColumn ? (arrangement.isDescending ? 'descending' : 'ascending') : undefined
      }
    >
      {arrangement ? (
        <a className="sort" href={arrangementParameters(next(arrangement, printedColumn)) || '?'} rel="nofollow">
          <CellText cell={cell} context={context} />
        </a>
      ) : (
        <CellText cell={cell} context={context} />
      )}
    </Tag>
  );
}

/** Pressed again, the order is turned round; a third time, it is that of print. */
function next(now: Arrangement, column: number): Arrangement {
  if (now.column !== column) return { ...now, column, isDescending: false };
  return now.isDescending ? { ...now, column: null, isDescending: false } : { ...now, isDescending: true };
}

/** One paragraph stands bare in its cell, several keep their own. */
export function CellText({ cell, context }: { cell: ast.TableCell; context: RenderContext }) {
  const paragraphs = paragraphsOf(cell);
  const [only, ...more] = paragraphs;
  if (only && more.length === 0) return <Phrasings nodes={only.children} context={context} />;
  return paragraphs.map((paragraph, index) => (
    <p key={index}>
      <Phrasings nodes={paragraph.children} context={context} />
    </p>
  ));
}

function headerScope(cell: ast.TableCell, head: boolean): string {
  if (head) return cell.colSpan > 1 ? 'colgroup' : 'col';
  return cell.rowSpan > 1 ? 'rowgroup' : 'row';
}
