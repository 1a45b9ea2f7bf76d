import type { ShareData } from '@/lib/views/share/share-data';
import { shareUrl } from '@/lib/addresses/urls';
import { copyWords, make } from '@/components/browser/elements';

/** Pixels between the text and a card in its margin. */
const GAP = 20;
/** Pixels that a card in the margin is wide, if there is so much room, and has at least. */
const WIDTH = { most: 324, least: 230 };

let card: HTMLElement | null = null;

/**
 * Opens the one card of the page for the section whose marker (or 分享) was pressed. The marker is a
 * link to the section's page.
 */
export function openCard(handle: HTMLAnchorElement): void {
  card?.remove();
  // Whoever presses a number knows that it can be pressed.
  document.querySelector<HTMLElement>(':root:not([data-hint]) .hint button')?.click();
  card = buildCard(handle);
  document.body.append(card);
  card.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') close(handle);
  });
  card.showPopover();
  place(card, handle);
  card.querySelector('button')!.focus({ preventScroll: true });
  void fill(card, handle);
}

/** Focus goes back to the handle, unless the reader has put it elsewhere. */
function close(handle: HTMLAnchorElement): void {
  const { activeElement } = document;
  if (activeElement === document.body || card?.contains(activeElement)) handle.focus({ preventScroll: true });
  card?.remove();
  card = null;
}

function buildCard(handle: HTMLAnchorElement): HTMLElement {
  const { href } = handle;
  const name = nameOf(handle);
  const path = decodeURIComponent(new URL(href).pathname).split('/').slice(-2).join('/');
  const system = make('button', { type: 'button', 'data-share': href, 'data-share-title': name }, '用手机应用分享');
  const rows = [
    make(
      'button',
      { type: 'button', class: 'copy', 'data-copy': href },
      ...copyWords('复制链接'),
      make('small', {}, `…/${path}`),
    ),
    make(
      'button',
      { type: 'button', class: 'copy tall', 'data-copy': '', disabled: '' },
      ...copyWords('复制引用'),
      make('small', {}),
    ),
    make('a', { href }, '单独看这一节', make('small', {}, '适合转发')),
    ...('share' in navigator ? [system] : []),
  ];
  const closer = make('button', { type: 'button', class: 'x', 'aria-label': '关闭' }, '×');
  closer.addEventListener('click', () => card?.hidePopover());
  return make(
    'div',
    { class: 'pop', popover: 'auto', role: 'dialog', 'aria-label': `分享：${name}` },
    make('p', { class: 'name' }, name),
    make('ul', {}, ...rows.map((row) => make('li', {}, row))),
    make('div', { class: 'by-qr' }, make('span', { class: 'qr' }), make('p', {}, '用手机扫一扫，打开这一节')),
    closer,
  );
}

/**
 * 四、加强养老服务体系建设: the words of the heading, or of a run-in heading; of a paragraph without a name its
 * first words.
 */
function nameOf(handle: HTMLAnchorElement): string {
  const place = handle.closest('[id]');
  const words = (place?.querySelector(':scope > b, .box, figcaption > a') ?? place)?.cloneNode(true) as HTMLElement;
  words.querySelectorAll('.share, .tag, .aside, .cited-here, small').forEach((other) => other.remove());
  const name = words.textContent.trim();
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

/**
 * Beside the text where the margin is wide enough, so that the section stays readable; else below
 * the handle. Phones have it at the lower edge (share.css).
 */
function place(shown: HTMLElement, handle: HTMLElement): void {
  const at = handle.getBoundingClientRect();
  const text = handle.closest('.prose')!.getBoundingClientRect();
  const edge = document.documentElement.clientWidth;
  const room = edge - text.right - 2 * GAP;
  const beside = room >= WIDTH.least;
  if (beside) shown.style.width = `${Math.min(WIDTH.most, room)}px`;
  const left = beside ? text.right + GAP : Math.max(12, Math.min(at.left, edge - shown.offsetWidth - 12));
  const top = beside ? Math.min(at.top - 18, Math.max(60, innerHeight - shown.offsetHeight - 12)) : at.bottom + 8;
  shown.style.left = `${left + scrollX}px`;
  shown.style.top = `${top + scrollY}px`;
}

/** Citation and QR code come from the server: both are too heavy to travel with every section. */
async function fill(shown: HTMLElement, handle: HTMLAnchorElement): Promise<void> {
  const [municipality = '', document = '', section = ''] = new URL(handle.href).pathname.split('/').slice(1);
  const cite = shown.querySelector<HTMLButtonElement>('[data-copy=""]')!;
  try {
    const answer = await fetch(shareUrl(municipality, document, section));
    if (!answer.ok) throw new Error(String(answer.status));
    const { citation, qr } = (await answer.json()) as ShareData;
    cite.dataset.copy = citation;
    cite.disabled = false;
    cite.lastElementChild!.textContent = citation;
    shown.querySelector('.qr')!.replaceWith(drawing(qr));
  } catch {
    // Without the server the link still copies; the section's own page has the rest.
    shown.querySelectorAll('.tall, .by-qr').forEach((part) => part.remove());
  }
}

function drawing({ size, path }: ShareData['qr']): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const attributes = { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': '这一节地址的二维码' };
  for (const [key, value] of Object.entries({ ...attributes, 'shape-rendering': 'crispEdges' }))
    svg.setAttribute(key, value);
  const bars = document.createElementNS(space, 'path');
  bars.setAttribute('d', path);
  svg.append(bars);
  return svg;
}
