import type { ReactNode } from 'react';
import type { RenderContext } from '@/lib/views/gazette/render-context';
import { hook } from '@/components/browser/hooks';

/**
 * 转发 at the edge of a heading: for the eye and the mouse the same as its marker, which the keyboard
 * and screen readers have.
 */
export const Share = ({ id, context }: { id: string; context: RenderContext }) =>
  context.formerHref === undefined && (
    <a
      className="share"
      href={`${context.documentHref}/${id}`}
      tabIndex={-1}
      aria-hidden="true"
      {...hook('handle', 'share')}
      {...hook('added')}
    >
      转发
    </a>
  );

/**
 * The printed marker as a link to the section's own page.
 *
 * In a former version it leads to its place there.
 * `stop` puts it into the order of the tab key.
 */
export function Handle({
  id,
  context,
  stop,
  children,
}: {
  id: string;
  context: RenderContext;
  stop: boolean;
  children: ReactNode;
}) {
  if (context.formerHref !== undefined)
    return (
      <a className="mk" href={`${context.formerHref}#${id}`} tabIndex={stop ? undefined : -1}>
        {children}
      </a>
    );
  return (
    <a
      className="mk"
      href={`${context.documentHref}/${id}`}
      tabIndex={stop ? undefined : -1}
      {...hook('handle', 'marker')}
    >
      {children}
    </a>
  );
}
