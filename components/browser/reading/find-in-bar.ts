import { make } from '@/components/browser/elements';
import { hooked, setState } from '@/components/browser/hooks';

/**
 * Puts the focus into the field of 查找.
 * On a wide screen that is the field beside the contents; else a copy of it opens in the bar.
 */
export function openFind(): void {
  const form = document.querySelector<HTMLFormElement>(hooked('find-inside'))!;
  const bar = document.querySelector<HTMLElement>(hooked('reading-bar'))!;
  if (matchMedia('(width >= 64em)').matches) {
    form.querySelector('input')!.focus({ preventScroll: true });
    return;
  }
  const opener = bar.querySelector<HTMLElement>(hooked('open-find'))!;
  const copy = form.cloneNode(true) as HTMLFormElement;
  const field = copy.querySelector('input')!;
  setState(copy, 'find-inside', false);
  field.removeAttribute('id');
  const closer = make('button', { type: 'button' }, '收起');
  copy.append(closer);
  const close = (): void => {
    setState(bar, 'finding', false);
    copy.remove();
    opener.focus({ preventScroll: true });
  };
  closer.addEventListener('click', close);
  copy.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  setState(bar, 'finding', true);
  opener.after(copy);
  field.focus();
}
