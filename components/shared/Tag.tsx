import type { ReactNode } from 'react';
import { hook } from '@/components/browser/hooks';

interface TagProps {
  /** Sets it in the colour of what can be pressed. */
  held?: boolean;
  /** Sets it in the colour of what no longer holds. */
  over?: boolean;
  children: ReactNode;
}

/** A word in a thin frame that names a state. */
export function Tag({ held = false, over = false, children }: TagProps) {
  return (
    <span className={['tag', held && 'held', over && 'over'].filter(Boolean).join(' ')} {...hook('added')}>
      {children}
    </span>
  );
}
