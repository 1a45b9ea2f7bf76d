import { paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { Phrasings } from './Phrasings';
import type { BlockProps, Scene } from './scene';
import { cellLook, cellText, isMostlySure } from './cell-look';

/** A table whose columns are known: header rows in a head, merged cells merged, header cells with their scope. */
export function TableGrid({ node, scene, caption }: BlockProps<ast.Table> & { caption: string }) {
  const all = rowsOf(node);
  const firstBody = all.findIndex((row) => row.children.some((cell) => !cell.header));
  const headRows = firstBody < 0 ? 0 : firstBody;
  const marked = isMostlySure(node);
  const rows = (from: number, to?: number, head = false) =>
    all.slice(from, to).map((row, index) => (
      <tr key={index}>
        {row.children.map((cell, at) => (
          <Cell
            key={at}
            cell={cell}
            scene={scene}
            head={head}
            first={at === 0}
            unsure={marked && cell.inferred === true}
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
  scene: Scene;
  /** In the table's head. */
  head: boolean;
  /** First of its row. */
  first: boolean;
  /** Marked as inferred. */
  unsure: boolean;
}

function Cell({ cell, scene, head, first, unsure }: CellProps) {
  const Tag = cell.header ? 'th' : 'td';
  return (
    <Tag
      className={[cellLook(cellText(cell), first), unsure && 'unsure'].filter(Boolean).join(' ') || undefined}
      rowSpan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
      colSpan={cell.colSpan > 1 ? cell.colSpan : undefined}
      scope={cell.header ? headerScope(cell, head) : undefined}
    >
      <CellText cell={cell} scene={scene} />
    </Tag>
  );
}

/** One paragraph stands bare in its cell, several keep their own. */
export function CellText({ cell, scene }: { cell: ast.TableCell; scene: Scene }) {
  const paragraphs = paragraphsOf(cell);
  const [only, ...more] = paragraphs;
  if (only && more.length === 0) return <Phrasings nodes={only.children} scene={scene} />;
  return paragraphs.map((paragraph, index) => (
    <p key={index}>
      <Phrasings nodes={paragraph.children} scene={scene} />
    </p>
  ));
}

function headerScope(cell: ast.TableCell, head: boolean): string {
  if (head) return cell.colSpan > 1 ? 'colgroup' : 'col';
  return cell.rowSpan > 1 ? 'rowgroup' : 'row';
}
