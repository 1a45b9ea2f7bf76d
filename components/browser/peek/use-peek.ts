import { useEffect, useState, type RefObject } from 'react';
import { watchCitations, type Shown } from './watch-citations';

/**
 * Takes the element that the card is; gives what it is to show, null for nothing. A browser without
 * popovers shows none: a citation is then the link that it is.
 */
export function usePeek(card: RefObject<HTMLElement | null>): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (!('popover' in HTMLElement.prototype)) return;
    return watchCitations((node) => card.current?.contains(node) ?? false, setShown);
  }, [card]);
  return shown;
}
