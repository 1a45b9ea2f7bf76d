import { make } from '@/components/browser/elements';
import { keyboardUrl } from '@/lib/addresses/urls';
import { ownKeys } from '@/lib/views/keys';
import { hooked } from '@/components/browser/hooks';

/** What each key does; 、 and ？ are what input methods make of / and ?. */
const acts: Readonly<Record<string, () => void>> = {
  '/': toSearch,
  '、': toSearch,
  '?': showHelp,
  '？': showHelp,
  t: toContents,
  j: () => walk(1),
  k: () => walk(-1),
};

/** Does what a key is for, unless a dialog is open. */
export function pressKey(key: string): void {
  if (!document.querySelector('dialog[open]')) acts[key]?.();
}

function toSearch(): void {
  const field = document.querySelector<HTMLInputElement>(hooked('search-field'));
  field?.focus();
  field?.select();
}

/** Beside the text the list is open; on small screens it is opened. */
function toContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>(hooked('contents'));
  if (!contents) return;
  contents.open = true;
  contents.querySelector<HTMLElement>('[aria-current], a')!.focus();
}

/**
 * Puts the focus on the next marker of the text, or on the one before.
 * It starts at the marker that has the focus, or at the first one in sight.
 */
function walk(by: 1 | -1): void {
  const markers = [...document.querySelectorAll<HTMLElement>(hooked('handle', 'marker'))];
  const here = markers.indexOf(document.activeElement as HTMLElement);
  const place = document.activeElement
    ?.closest(`${hooked('prose')} [id]`)
    ?.querySelector<HTMLElement>(hooked('handle', 'marker'));
  const from = here >= 0 || !place ? here : markers.indexOf(place);
  const firstInSight = markers.findIndex((marker) => marker.getBoundingClientRect().top > 60);
  const next = from >= 0 ? from + by : by > 0 ? firstInSight : firstInSight - 1;
  const marker = markers[next];
  if (!marker) return;
  // Below (一) the tab key passes markers by; here they take the focus, and Enter opens their card.
  marker.focus({ preventScroll: true });
  marker.scrollIntoView({ block: 'center' });
}

/** Shows the keys in a dialog, the same as the page 键盘说明. */
function showHelp(): void {
  const closer = make('button', { type: 'button', class: 'button' }, '关闭');
  const rows = ownKeys.map(({ key, words }) =>
    make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, words)),
  );
  const dialog = make(
    'dialog',
    { class: 'key-help', 'aria-labelledby': 'key-help-title' },
    make('header', {}, make('h2', { id: 'key-help-title' }, '键盘说明'), closer),
    make('dl', { class: 'keys' }, ...rows),
    make('p', {}, '在“显示”里可以关掉这些键。', make('a', { href: keyboardUrl() }, '完整说明')),
  );
  closer.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
