import type * as ast from '@/lib/gazette/ast';
import { Formerly } from './Formerly';
import { Phrasings } from './Phrasings';
import type { BlockProps } from '@/lib/views/gazette/render-context';

/** A paragraph of text. `——` items and 牵头单位: are text with an indent of their own, not lists. */
export function Paragraph({ node, context }: BlockProps<ast.Paragraph>) {
  const id = context.paragraphs?.get(node);
  return (
    <>
      <p id={id} className={node.role === 'quote' ? 'quote' : undefined}>
        <Phrasings nodes={node.children} context={context} />
      </p>
      {id !== undefined && <Formerly id={id} context={context} />}
    </>
  );
}
