import type { RenderContext } from '@/lib/views/gazette/render-context';
import { hook } from '@/components/browser/hooks';

/**
 * A quiet line at a section that others cite: 被引用 3 次, leading to who does. Nothing at the others.
 */
export function CitedHere({ id, context }: { id: string; context: RenderContext }) {
  const count = context.citedSections?.get(id);
  if (count === undefined) return null;
  return (
    <p className="cited-here" {...hook('added')}>
      <a href={`${context.documentHref}/${id}#cited-by`}>这一节被引用 {count} 次</a>
    </p>
  );
}
