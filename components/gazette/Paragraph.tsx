import type * as ast from '@/lib/gazette/ast';
import { Phrasings } from './Phrasings';
import type { BlockProps } from '@/lib/views/gazette/render-context';

/** A paragraph of text. `——` items and 牵头单位: are text with an indent of their own, not lists. */
export function Paragraph({ node, context }: BlockProps<ast.Paragraph>) {
  return (
    <p id={context.paragraphs?.get(node)} className={node.role === 'quote' ? 'quote' : undefined}>
      <Phrasings nodes={node.children} context={context} />
    </p>
  );
}
