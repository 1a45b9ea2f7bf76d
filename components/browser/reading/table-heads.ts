import { hook, hooked } from '@/components/browser/hooks';
import { make, unfoldRows } from '@/components/browser/elements';

/**
 * Keeps the heads of tables that scroll sideways in sight.
 *
 * A copy of the head stays at the top. A table that has room needs none: its own head stays, by
 * the style sheet.
 */
export function keepTableHeads(): void {
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fitHead(target as HTMLElement)));
  for (const figure of document.querySelectorAll<HTMLElement>(hooked('table'))) {
    const frame = figure.querySelector<HTMLElement>(hooked('table-frame'));
    if (frame) sizes.observe(frame);
  }
}

/** Shows folded rows when the browser's own field is about to search the page. */
export function unfoldForFind(): void {
  addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key.toLowerCase() === 'f' && (ctrlKey || metaKey))
      document.querySelectorAll(hooked('table')).forEach(unfoldRows);
  });
}

/** Makes the copy, brings it up to date, or takes it away, as the table has room. */
function fitHead(frame: HTMLElement): void {
  const before = frame.previousElementSibling;
  const held = before?.matches(hooked('head-copy')) ? (before as HTMLElement) : null;
  const table = frame.querySelector('table');
  const head = table?.tHead;
  const scrolls = getComputedStyle(frame).overflowX === 'auto' && frame.scrollWidth > frame.clientWidth;
  if (!head || !scrolls || head.offsetHeight === 0) {
    held?.remove();
    return;
  }
  const copy = held ?? makeCopy(frame);
  const rows = head.cloneNode(true) as HTMLTableSectionElement;
  const cells = [...head.querySelectorAll<HTMLElement>('th, td')];
  rows.querySelectorAll<HTMLElement>('th, td').forEach((cell, at) => {
    const { width, height } = cells[at]!.getBoundingClientRect();
    Object.assign(cell.style, {
      boxSizing: 'border-box',
      width: `${width}px`,
      minWidth: `${width}px`,
      maxWidth: `${width}px`,
      height: `${height}px`,
    });
  });
  const inside = make('table', {}, rows);
  inside.style.width = `${table.offsetWidth}px`;
  copy.replaceChildren(inside);
  copy.style.marginBottom = `${-copy.offsetHeight}px`;
  copy.scrollLeft = frame.scrollLeft;
}

function makeCopy(frame: HTMLElement): HTMLElement {
  const copy = make('div', { class: 'scroll head-copy', 'aria-hidden': 'true', inert: '', ...hook('head-copy') });
  frame.before(copy);
  frame.addEventListener('scroll', () => (copy.scrollLeft = frame.scrollLeft), { passive: true });
  return copy;
}
