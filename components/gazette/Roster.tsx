import type * as ast from '@/lib/gazette/ast';
import { Phrasings } from './Phrasings';
import type { BlockProps } from '@/lib/views/gazette/render-context';

/** A roster or award list: short lines of one kind. */
export function Roster({ node, context }: BlockProps<ast.List>) {
  return (
    <ul className="roster">
      {node.children.map((item, index) => (
        <li key={index}>
          <Phrasings nodes={item.children} context={context} />
        </li>
      ))}
    </ul>
  );
}
