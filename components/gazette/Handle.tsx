import type { ReactNode } from 'react';
import type { Scene } from './scene';

/** The printed marker as a link to the section's own page; `stop` puts it into the order of the tab key. */
export function Handle({
  id,
  scene,
  stop,
  children,
}: {
  id: string;
  scene: Scene;
  stop: boolean;
  children: ReactNode;
}) {
  return (
    <a className="mk" href={`${scene.documentHref}/${id}`} tabIndex={stop ? undefined : -1}>
      {children}
    </a>
  );
}
