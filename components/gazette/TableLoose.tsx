import { rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { BlockProps } from '@/lib/views/gazette/render-context';
import { CellText } from './TableGrid';
import { hook } from '@/components/browser/hooks';

/**
 * A table whose columns are not known: a list of what each source line held.
 * It is no `<table>`, which would claim columns.
 */
export function TableLoose({ node, context }: BlockProps<ast.Table>) {
  const single = rowsOf(node).every((row) => row.children.length <= 1);
  return (
    <ol className={single ? 'loose single' : 'loose'} {...hook('loose')}>
      {rowsOf(node).map((row, index) => (
        <li key={index}>
          {row.children.map((cell, at) => (
            <div key={at}>
              <CellText cell={cell} context={context} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
