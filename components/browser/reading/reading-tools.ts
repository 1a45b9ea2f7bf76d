import { findReadingPositions, type ReadingPosition } from './reading-positions';
import { hooked, readHook } from '@/components/browser/hooks';

/**
 * A line below the bar, in rem: what stands above it has been reached.
 * A link brings its section to 7 rem (prose.css, ground.css).
 */
const LINE = 7.5;

const lineInPixels = (): number => LINE * parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Starts what script adds to the page of a document, with one set of listeners.
 * It says in the bar and in the contents where one is, and puts the focus where a link led. Card,
 * sheet, find field and selection are loaded when they are asked for.
 */
export function startReadingTools(): void {
  const bar = document.querySelector<HTMLElement>(hooked('reading-bar'));
  const places = findReadingPositions();
  followScroll(bar, places);
  focusOnArrival();
  addEventListener('hashchange', focusTarget);
  document.addEventListener('click', (event) => void press(event));
  document.addEventListener('input', ({ target }) => void lookInContents(target));
  document.addEventListener('selectionchange', select);
  if (bar?.querySelector(hooked('walk-marks'))) void import('./walk-marks').then(({ walkMarks }) => walkMarks(bar));
  if (document.querySelector(hooked('table')))
    void import('./table-heads').then(({ keepTableHeads, unfoldForFind }) => {
      keepTableHeads();
      unfoldForFind();
    });
  showShareButtons();
}

/** Shows where the reader is, once per frame at most. */
function followScroll(bar: HTMLElement | null, places: readonly ReadingPosition[]): void {
  const where = bar?.querySelector(hooked('reading-position'));
  let current: ReadingPosition | undefined;
  let waiting = false;
  const look = (): void => {
    waiting = false;
    const line = lineInPixels();
    const reached = places.findLast(({ target }) => target.getBoundingClientRect().top < line);
    const root = document.documentElement;
    bar?.style.setProperty('--read', String(root.scrollTop / Math.max(1, root.scrollHeight - root.clientHeight)));
    if (reached === current) return;
    current?.link.removeAttribute('aria-current');
    reached?.link.setAttribute('aria-current', 'location');
    if (current?.branch !== reached?.branch) {
      current?.branch?.removeAttribute('open');
      reached?.branch?.setAttribute('open', '');
    }
    if (where) where.textContent = reached?.words ?? '';
    current = reached;
  };
  const lookSoon = (): void => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  look();
  addEventListener('scroll', lookSoon, { passive: true });
  addEventListener('resize', lookSoon, { passive: true });
}

/** A page that is not whole yet has no target; when it is, the reader may be elsewhere already. */
function focusOnArrival(): void {
  if (document.readyState === 'complete') focusTarget();
  else addEventListener('load', () => document.activeElement === document.body && focusTarget(), { once: true });
}

/** Puts the focus on what the address names: keys and screen readers go on there. */
function focusTarget(): void {
  const target = document.querySelector<HTMLElement>(':target');
  void tellMissing(target !== null);
  if (target instanceof HTMLInputElement) target.focus();
  if (!target || target.matches('a, button, input, [tabindex]')) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Says that no place has the name in the address; the page stays at its top then. */
async function tellMissing(isThere: boolean): Promise<void> {
  const name = location.hash.slice(1);
  if (isThere || name === '') return;
  const { tellMissingPlace } = await import('./missing-place');
  tellMissingPlace(name);
}

/** Opens what a press asks for: a section's card, the contents, the find field, sharing. */
async function press(event: MouseEvent): Promise<void> {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const pressed = event.target instanceof Element ? event.target : null;
  const link = pressed?.closest<HTMLAnchorElement>(hooked('handle'));
  const isNarrow = matchMedia('(width < 64em)').matches;
  if (link && 'popover' in link) {
    event.preventDefault();
    const { openCard } = await import('./share-card');
    openCard(link);
  } else if (pressed?.closest(hooked('open-contents')) && isNarrow && document.querySelector(hooked('contents'))) {
    event.preventDefault();
    const { openContents } = await import('./contents-sheet');
    openContents();
  } else if (pressed?.closest(hooked('open-find'))) {
    event.preventDefault();
    const { openFind } = await import('./find-in-bar');
    openFind();
  } else {
    shareBySystem(pressed?.closest(hooked('share')));
  }
}

/** Leaves the lines of the contents that have the words of the field above them. */
async function lookInContents(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLInputElement) || !target.matches(hooked('find-section'))) return;
  const { leaveLines, followFirst } = await import('./find-section');
  leaveLines(target);
  target.onkeydown = ({ key, isComposing }) => {
    if (key === 'Enter' && !isComposing) followFirst(target);
  };
}

/** Shows the buttons that share by the system, which few but phones can. */
function showShareButtons(): void {
  if (!('share' in navigator)) return;
  document.querySelectorAll<HTMLElement>(hooked('share')).forEach((button) => (button.hidden = false));
}

function shareBySystem(button: Element | null | undefined): void {
  const url = readHook(button, 'share');
  if (!url) return;
  // The promise rejects when the reader closes the system's sheet.
  navigator.share({ url, title: readHook(button, 'share-title') ?? '' }).catch(() => undefined);
}

let selecting: ReturnType<typeof setTimeout> | undefined;

/** Offers to share a selection once it has rested. */
function select(): void {
  clearTimeout(selecting);
  const selection = getSelection();
  if (!selection) return;
  const offered = document.querySelector(hooked('selection-button'));
  if (selection.isCollapsed && !offered) return;
  selecting = setTimeout(() => {
    void import('./share-selection').then(({ offerSelection }) => offerSelection(selection));
  }, 300);
}
