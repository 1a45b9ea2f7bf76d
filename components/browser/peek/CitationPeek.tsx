'use client';

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { PeekFacts } from './PeekFacts';
import { placeCard } from './place-card';
import { watchCitations, type Shown } from './watch-citations';
import { hook } from '@/components/browser/hooks';

const FACTS = 'peek-facts';
/** Pixels between the tapped words and the sheet. */
const CLEAR = 24;

/**
 * The one card of the page that shows what a citation leads to.
 * It is filled when it is asked for. Beside a link that the pointer or the focus rests on it is a
 * tooltip, for a finger a dialog at the lower edge with a button that opens the link. Without
 * script a citation is simply a link.
 */
export function CitationPeek() {
  const card = useRef<HTMLDivElement>(null);
  const shown = usePeek(card);
  const { link, manner, line, peek } = shown ?? {};
  const isSheet = manner === 'touch';

  useLayoutEffect(() => {
    const element = card.current;
    if (!element || !link || !line) return;
    element.showPopover();
    if (isSheet) element.focus({ preventScroll: true });
    else {
      const { left, top } = placeCard(line, element.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: window.innerHeight,
      });
      element.style.translate = `${Math.round(left + window.scrollX)}px ${Math.round(top + window.scrollY)}px`;
      // Screen readers read it after the link's own words: the facts, without the lines of text.
      link.setAttribute('aria-describedby', FACTS);
    }
    return () => {
      link.removeAttribute('aria-describedby');
      element.style.translate = '';
      element.hidePopover();
    };
  }, [link, line, isSheet]);

  useLayoutEffect(() => {
    const element = card.current;
    if (!isSheet || !element || !link) return;
    // The sheet must not lie over the words that were tapped.
    const covered = link.getBoundingClientRect().bottom + CLEAR - element.getBoundingClientRect().top;
    if (covered > 0) window.scrollBy({ top: covered, behavior: 'instant' });
  }, [link, peek, isSheet]);

  return (
    <div
      className={isSheet ? 'peek sheet-below' : 'peek'}
      ref={card}
      popover="manual"
      role={isSheet ? 'dialog' : 'tooltip'}
      aria-label={isSheet ? '引用的文件' : undefined}
      tabIndex={isSheet ? -1 : undefined}
    >
      {link && (
        <>
          {peek ? <PeekFacts peek={peek} id={FACTS} /> : <p role="status">{link.textContent}，正在读取……</p>}
          {isSheet && (
            <p className="ways">
              <a className="button solid" href={link.href}>
                打开
              </a>
              <button className="button" type="button" {...hook('close')}>
                关闭
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/**
 * Gives what the card is to show, null for nothing.
 * A browser without popovers shows none: a citation is then the link that it is.
 */
function usePeek(card: RefObject<HTMLElement | null>): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (!('popover' in HTMLElement.prototype)) return;
    return watchCitations((node) => card.current?.contains(node) ?? false, setShown);
  }, [card]);
  return shown;
}
