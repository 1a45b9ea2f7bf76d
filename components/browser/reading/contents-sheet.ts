import { make } from '@/components/browser/elements';
import { hooked } from '@/components/browser/hooks';

/** Opens a copy of the contents list as a sheet from below. Its field stands in the head. */
export function openContents(): void {
  const list = document.querySelector(hooked('contents'))!.cloneNode(true) as HTMLDetailsElement;
  list.querySelector('summary')!.remove();
  const field = list.querySelector<HTMLInputElement>(hooked('find-section'));
  const sheet = make(
    'dialog',
    { class: 'sheet-below', 'aria-label': '目录' },
    make(
      'header',
      {},
      make('h2', {}, '目录'),
      ...(field ? [field] : []),
      // The field would bring up the keyboard of a phone.
      make('button', { type: 'button', class: 'button', autofocus: '' }, '关闭'),
    ),
    make('p', {}, make('a', { href: '#main' }, '回顶部')),
    make('div', { class: 'toc' }, ...list.children),
  );
  sheet.addEventListener('click', ({ target }) => {
    // The dialog itself is pressed where its backdrop is.
    if (target === sheet || (target as Element).closest('a, button')) sheet.close();
  });
  // The browser gives the focus back to the bar; a link takes it to where it leads.
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  sheet.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}
