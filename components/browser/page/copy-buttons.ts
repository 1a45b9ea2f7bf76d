import { make } from '@/components/browser/elements';
import { hooked, readHook, setState } from '@/components/browser/hooks';
import { copy } from './copy';

/** Milliseconds for which a button says that it has copied. */
const SAID_FOR = 3000;

/**
 * Makes every button with the hook `copy` copy, those that are added later too.
 * A status line says to screen readers what happened.
 */
export function startCopyButtons(): void {
  const status = make('p', { class: 'sr-only', role: 'status' });
  document.body.append(status);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest(hooked('copy')) : null;
    if (button) void press(button, status);
  });
}

async function press(button: Element, status: HTMLElement): Promise<void> {
  const done = await copy(readHook(button, 'copy') ?? '', readHook(button, 'copy-html'));
  status.textContent = done ? '已复制' : '没有复制成，请选中文字再复制';
  if (done) setState(button, 'copied', true);
  setTimeout(() => {
    setState(button, 'copied', false);
    status.textContent = '';
  }, SAID_FOR);
}
