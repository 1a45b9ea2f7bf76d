import { typesetTexts } from '@/lib/text/typography';
import { paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { Amended } from './Amended';
import { CitedHere } from './CitedHere';
import { Formerly } from './Formerly';
import { isLong, isMostlySure } from '@/lib/views/gazette/cell-look';
import { withoutEmptyColumns } from '@/lib/views/gazette/empty-columns';
import { tableWidth } from '@/lib/views/gazette/table-width';
import { Handle, Share } from './Handle';
import { joinMarks, markPieces } from './marked';
import type { BlockProps, RenderContext } from '@/lib/views/gazette/render-context';
import { tableReasonWords } from '@/lib/text/table-reasons';
import { TableDownloads } from '@/components/shared/Downloads';
import { TableGrid } from './TableGrid';
import { RestOfItems, RestOfRows, ViewSwitch } from './TableViews';
import { TableLoose } from './TableLoose';
import type { Arrangement } from '@/lib/addresses/arrangement-params';
import { hook } from '@/components/browser/hooks';

/** From so many columns on a table runs into the margin. */
const WIDE = 6;
/** From so many where cells hold reading text. */
const WIDE_IF_LONG = 4;
/** The measure of the text, in rem: what needs more runs into the margin, too. */
const MEASURE = 36;
/** From so many columns on its rows can be read one by one, which is how phones show it first. */
const ITEMS = 4;

/**
 * A table with its caption. One that could not be reconstructed says so and claims no columns.
 * Columns in which nothing stands are left out, and named below it.
 * @param arrangement on a page of its own: no row is folded away, and readers arrange them
 * @param whole the table with all of its rows, where `node` has those that were asked for
 */
export function Table({
  node: printedNode,
  context,
  arrangement,
  whole,
}: BlockProps<ast.Table> & { arrangement?: Arrangement; whole?: ast.Table }) {
  const { node, left, columns: shown } = withoutEmptyColumns(printedNode, (cell) => isMarked(cell, context), whole);
  const loose = node.confidence === 'unreconstructed';
  const printed = node.caption ?? [];
  const caption =
    typesetTexts(printed.map((line) => line.value)).join('') || (context.tableName ?? (loose ? '表（未还原）' : '表'));
  const columns = node.columns ?? 0;
  const width = loose ? null : tableWidth(node);
  const wide =
    !loose &&
    (width === null ||
      width > MEASURE ||
      columns >= WIDE ||
      (columns >= WIDE_IF_LONG && rowsOf(node).some((row) => row.children.some(isLong))));
  const items = !loose && columns >= ITEMS && hasHead(node);
  const rows = countRows(node);
  const isOpen = arrangement !== undefined || hasMarks(node, context);
  return (
    <figure
      id={node.id}
      className={['tbl', wide && 'out', items && 'items', loose || `fits-${width ?? 'none'}`].filter(isWord).join(' ')}
      {...hook('table')}
      {...hook('key', context.keys?.get(node.id))}
    >
      <figcaption>
        <Handle id={node.id} context={context} stop>
          {markPieces(caption, joinMarks(printed, context.marks))}
        </Handle>
        <span className="quiet">{loose ? `${node.caption ? '未还原：' : ''}按原文顺序逐格列出` : `${rows} 行`}</span>
        {context.formerHref === undefined && (
          <TableDownloads page={context.documentHref} stem={node.id} caption={caption} />
        )}
        <span className="ways screen-only">
          {items && <ViewSwitch />}
          {wide && arrangement === undefined && context.formerHref === undefined && (
            <a href={`${context.documentHref}/${node.id}`}>整页打开</a>
          )}
          <Share id={node.id} context={context} />
        </span>
      </figcaption>
      <CitedHere id={node.id} context={context} />
      <Amended clauses={context.amended?.get(node.id)} />
      <Formerly id={node.id} context={context} />
      <div className="scroll" tabIndex={0} role="group" aria-label={`${caption}，可滚动`} {...hook('table-frame')}>
        {loose ? (
          <TableLoose node={node} context={context} />
        ) : (
          <TableGrid
            node={node}
            context={context}
            caption={caption}
            wide={wide}
            named={items}
            arrangement={arrangement}
            shown={shown}
          />
        )}
      </div>
      {items && <RestOfItems rows={rows} open={isOpen} />}
      {!loose && <RestOfRows rows={rows} open={isOpen} />}
      {loose && <p className="why flush">{node.reason && tableReasonWords[node.reason]}各格文字齐全，次序同原文。</p>}
      {left.length > 0 && <p className="why flush">{noteOn(left)}</p>}
      {node.confidence === 'inferred' && (
        <p className="why flush">
          {isMostlySure(node) ? '带记号的格，行列由文字推断，以公报原件为准。' : '行列由文字推断，以公报原件为准。'}
        </p>
      )}
    </figure>
  );
}

const isWord = (word: unknown): word is string => typeof word === 'string';

const hasHead = (table: ast.Table): boolean => rowsOf(table)[0]?.children.every((cell) => cell.header) === true;

/** Words that were searched for must not be folded away. */
const hasMarks = (table: ast.Table, context: RenderContext): boolean =>
  rowsOf(table).some((row) => row.children.some((cell) => isMarked(cell, context)));

const isMarked = (cell: ast.TableCell, { marks }: RenderContext): boolean =>
  marks !== undefined &&
  paragraphsOf(cell).some(({ children }) => children.some((leaf) => (marks.get(leaf)?.length ?? 0) > 0));

/** “序号”一栏没有内容: what is not shown is named, and where it is. */
function noteOn(left: readonly string[]): string {
  const names = left.filter((name) => name !== '').map((name) => `“${name}”`);
  const unnamed = left.length - names.length;
  const all = [...names, ...(unnamed > 0 ? [`无名的 ${unnamed} 栏`] : [])];
  return `${all.join('、')}各行都没有内容，这里未列；下载的文件中有。`;
}

const countRows = (table: ast.Table): number =>
  rowsOf(table).filter((row) => row.children.some((cell) => !cell.header)).length;
