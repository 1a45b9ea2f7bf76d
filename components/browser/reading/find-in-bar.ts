import { make } from '@/components/browser/elements';

/**
 * 查找: where the field beside the contents is in sight it takes the focus, else a copy of it opens
 * in the bar.
 */
export function openFind(signal: AbortSignal): void {
  const form = document.querySelector<HTMLFormElement>('.beside .find')!;
  const bar = document.querySelector<HTMLElement>('.bar')!;
  if (matchMedia('(width >= 1024px)').matches) {
    form.querySelector('input')!.focus({ preventScroll: true });
    return;
  }
  const copy = form.cloneNode(true) as HTMLFormElement;
  const field = copy.querySelector('input')!;
  field.removeAttribute('id');
  const closer = make('button', { type: 'button' }, '收起');
  copy.append(closer);
  const close = (): void => {
    bar.classList.remove('finding');
    copy.remove();
    bar.querySelector<HTMLElement>('.to-find')!.focus({ preventScroll: true });
  };
  closer.addEventListener('click', close, { signal });
  copy.addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal });
  bar.classList.add('finding');
  bar.querySelector('.wrap')!.append(copy);
  field.focus();
}
