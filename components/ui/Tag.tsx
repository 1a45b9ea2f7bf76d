import type { ReactNode } from 'react';

/** A word in a thin frame that tells a state. `held` sets it in the colour of what can be pressed. */
export function Tag({ held = false, children }: { held?: boolean; children: ReactNode }) {
  return <span className={held ? 'tag held' : 'tag'}>{children}</span>;
}
