import { make } from '@/components/browser/elements';
import { hooked, setHook } from '@/components/browser/hooks';

/**
 * 查找: where the field beside the contents is in sight it takes the focus, else a copy of it opens
 * in the bar.
 */
export function openFind(signal: AbortSignal): void {
  const form = document.querySelector<HTMLFormElement>(hooked('find-inside'))!;
  const bar = document.querySelector<HTMLElement>(hooked('reading-bar'))!;
  if (matchMedia('(width >= 1024px)').matches) {
    form.querySelector('input')!.focus({ preventScroll: true });
    return;
  }
  const opener = bar.querySelector<HTMLElement>(hooked('open-find'))!;
  const copy = form.cloneNode(true) as HTMLFormElement;
  const field = copy.querySelector('input')!;
  setHook(copy, 'find-inside', null);
  field.removeAttribute('id');
  const closer = make('button', { type: 'button' }, '收起');
  copy.append(closer);
  const close = (): void => {
    setHook(bar, 'finding', null);
    copy.remove();
    opener.focus({ preventScroll: true });
  };
  closer.addEventListener('click', close, { signal });
  copy.addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal });
  setHook(bar, 'finding', '');
  opener.after(copy);
  field.focus();
}
