import type { Arrangement } from '@/lib/addresses/arrangement-params';
import type * as ast from '@/lib/gazette/ast';
import { arrangeTable } from '@/lib/views/gazette/arranged-table';
import type { BlockProps } from '@/lib/views/gazette/render-context';
import { Table } from './Table';

/** From so many rows on one looks for some of them. */
const MANY = 6;

/**
 * A table on its own page, whose rows can be searched and sorted.
 *
 * All of it is in the address; a plain form and plain links do it.
 */
export function ArrangedTable({ node, context, arrangement }: BlockProps<ast.Table> & { arrangement: Arrangement }) {
  if (node.confidence === 'unreconstructed') return <Table node={node} context={context} arrangement={arrangement} />;
  const { node: arranged, rows } = arrangeTable(node, arrangement);
  const { words, column, isDescending } = arrangement;
  const isArranged = words !== '' || column !== null;
  return (
    <>
      {rows.all >= MANY && (
        <form className="find rows-with screen-only" role="search" aria-label="在表中查找">
          <input
            type="search"
            name="row"
            defaultValue={words}
            maxLength={100}
            aria-label="只看含有这些字的行"
            placeholder="只看含有这些字的行"
            enterKeyHint="search"
          />
          {column !== null && <input type="hidden" name="by" value={`${isDescending ? '-' : ''}${column + 1}`} />}
          <button type="submit">查找</button>
        </form>
      )}
      {isArranged && (
        <p className="quiet" role="status">
          {words === '' ? `共 ${rows.all} 行，已按所选的栏排序。` : `“${words}”：${rows.all} 行中的 ${rows.shown} 行。`}
          合并的格在各行重复列出。<a href="?">恢复原表</a>
        </p>
      )}
      <Table node={arranged} whole={node} context={context} arrangement={arrangement} />
    </>
  );
}
