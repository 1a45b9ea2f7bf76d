import { hooked } from '@/components/browser/hooks';
import { fetchPeek } from './fetch-peek';
import type * as peekCard from './peek-card';
import type { Manner, Shown } from './peek-card';
import type { Box } from './place-card';

/**
 * Milliseconds that pointer or focus rest on a link before the card opens.
 * A pointer that passes over a text must open none.
 */
const BEFORE_OPENING = 350;
/** Milliseconds after which the server is asked, so that the answer is there by then. */
const BEFORE_ASKING = 120;
/** Milliseconds that the pointer has to get from the link into the card, or back. */
const BEFORE_CLOSING = 300;

let card: Promise<typeof peekCard> | undefined;

/**
 * Loads what draws the card, once for the page.
 * It is one promise, so that what is shown first is drawn first: two of import() may change places.
 */
const loadCard = (): Promise<typeof peekCard> =>
  (card ??= import('./peek-card').catch((error: unknown) => {
    card = undefined;
    throw error;
  }));

/** Shows the card, null for none; where it cannot be loaded a tapped link is a link. */
const show = (shown: Shown | null): void =>
  void loadCard().then(
    ({ showPeek }) => showPeek(shown),
    () => shown?.manner === 'touch' && location.assign(shown.link.href),
  );

/**
 * Watches all citations of the page with one set of listeners.
 * The card is dismissable (Escape), hoverable (the pointer may move into it) and persistent (it
 * does not close by itself while pointer or focus stay), as WCAG 1.4.13 asks.
 */
export function watchCitations(): void {
  let current: Shown | null = null;
  /** What an opening waits for. */
  let awaited: Manner | null = null;
  /**
   * The link whose card the reader closed while pointer or focus were still on it.
   * It does not open by itself again before they have left.
   */
  let dismissed: HTMLAnchorElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressedBy = '';
  /** Counts openings and closings, so that late answers are dropped. */
  let turn = 0;

  const set = (next: Shown | null) => {
    awaited = null;
    current = next;
    show(next);
  };
  const close = () => {
    turn++;
    awaited = null;
    clearTimeout(timer);
    if (current) set(null);
  };
  const dismiss = () => {
    if (!current) return;
    const { link, manner } = current;
    dismissed = link;
    close();
    if (manner === 'touch') link.focus({ preventScroll: true });
  };
  const openSoon = (link: HTMLAnchorElement, manner: Manner, findLine: () => Box) => {
    clearTimeout(timer);
    if (link === current?.link || link === dismissed) return;
    const mine = ++turn;
    awaited = manner;
    timer = setTimeout(() => {
      loadCard().catch(() => undefined);
      const answer = fetchPeek(addressOf(link));
      timer = setTimeout(() => {
        void answer.then((peek) => {
          if (mine === turn) set(peek && { link, manner, line: findLine(), peek });
        });
      }, BEFORE_OPENING - BEFORE_ASKING);
    }, BEFORE_ASKING);
  };
  /** After a tap something must be seen at once. */
  const openNow = (link: HTMLAnchorElement) => {
    clearTimeout(timer);
    const mine = ++turn;
    const opened: Shown = { link, manner: 'touch', line: lineOf(link), peek: null };
    set(opened);
    void fetchPeek(addressOf(link)).then((peek) => {
      if (mine !== turn) return;
      if (peek) set({ ...opened, peek });
      else window.location.assign(link.href);
    });
  };
  const isInside = (target: EventTarget | null) => target instanceof Element && target.closest(hooked('peek')) !== null;
  const on = <Kind extends keyof DocumentEventMap>(kind: Kind, listen: (event: DocumentEventMap[Kind]) => void) =>
    document.addEventListener(kind, listen, { capture: true });

  on('pointerover', ({ pointerType, target, clientY }) => {
    if (pointerType === 'touch' || current?.manner === 'touch') return;
    const link = citationAt(target);
    if (link !== dismissed && dismissed !== document.activeElement) dismissed = null;
    if (link) openSoon(link, 'pointer', () => lineOf(link, clientY));
    else if (isInside(target)) clearTimeout(timer);
    else if (current?.manner === 'pointer') timer = restart(timer, close, BEFORE_CLOSING);
    else if (awaited === 'pointer') close();
  });
  on('focusin', ({ target }) => {
    const link = citationAt(target);
    if (link?.matches(':focus-visible') && current?.manner !== 'touch') openSoon(link, 'focus', () => lineOf(link));
    else if (!isInside(target) && target !== current?.link) close();
  });
  on('focusout', ({ target }) => {
    if (target === dismissed) dismissed = null;
    if (awaited === 'focus' || (current?.manner === 'focus' && target === current.link)) close();
  });
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !current) return;
    event.preventDefault();
    dismiss();
  });
  on('pointerdown', ({ pointerType, target }) => {
    pressedBy = pointerType;
    if (current?.manner === 'touch' && !isInside(target) && citationAt(target) !== current.link) close();
  });
  on('click', (event) => {
    if (isInside(event.target) && event.target instanceof Element && event.target.closest(hooked('close'))) {
      dismiss();
      return;
    }
    const link = citationAt(event.target);
    // Without a detail the click came from a key or from an assistive technology; with a key held
    // it is for another tab.
    const isTap = pressedBy === 'touch' && event.detail > 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !isTap || link === current?.link) return;
    event.preventDefault();
    openNow(link);
  });
  // A page that the reader comes back to stands as it was left.
  addEventListener('pagehide', close);
}

function restart(timer: ReturnType<typeof setTimeout> | undefined, work: () => void, milliseconds: number) {
  clearTimeout(timer);
  return setTimeout(work, milliseconds);
}

const citationAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(hooked('citation')) : null;

const addressOf = ({ pathname, search, hash }: HTMLAnchorElement): string => pathname + search + hash;

/**
 * Gives the box beside which the card of a link stands.
 * A link may be broken over several lines: the card stands clear of all of them, at the left edge
 * of the one that the pointer is at, else of the last.
 */
function lineOf(link: HTMLAnchorElement, y?: number): Box {
  const { top, bottom, left, right } = link.getBoundingClientRect();
  const lines = [...link.getClientRects()];
  const line = lines.find((each) => y !== undefined && each.top <= y && y <= each.bottom) ?? lines.at(-1);
  return { top, bottom, left: line?.left ?? left, right: line?.right ?? right };
}
