import type { Qr } from '@/lib/views/share/qr';
import type { ShareData } from '@/lib/views/share/share-data';
import { keyedUrl, longPictureUrl, shareUrl } from '@/lib/addresses/urls';
import { copyWords, make, setAttributes } from '@/components/browser/elements';
import { chosenSetting, hook, hooked, readHook } from '@/components/browser/hooks';

/** Pixels between the text and a card in its margin. */
const GAP = 20;
/** Pixels: the most and the least width of a card in the margin. */
const WIDTH = { most: 324, least: 230 };

/** A card and the parts of it that the server fills. */
interface Card {
  whole: HTMLElement;
  /** The button that copies the citation; it ends in a line that shows it. */
  citing: HTMLButtonElement;
  /** The link to the section in the version that is shown. */
  pinned: HTMLAnchorElement;
  qr: HTMLElement;
}

/** The card that is open: one for the page. */
let card: HTMLElement | null = null;

/**
 * Opens the one card of the page, which shares a section.
 * @param handle the marker or 转发 that was pressed: a link to the section's page
 */
export function openCard(handle: HTMLAnchorElement): void {
  card?.remove();
  // The hint has done its work once a number was pressed.
  if (chosenSetting('hint') === undefined)
    document.querySelector<HTMLElement>(`${hooked('share-hint')} button`)?.click();
  const built = buildCard(handle);
  const anchor = anchorOf(handle);
  card = built.whole;
  document.body.append(card);
  card.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') close(anchor);
  });
  card.showPopover();
  putBeside(card, anchor);
  card.querySelector('button')!.focus({ preventScroll: true });
  void fillCard(built, handle);
}

/** Gives what the card stands beside: what opened the sheet of 目录 stands in for that. */
function anchorOf(handle: HTMLElement): HTMLElement {
  if (!handle.closest('dialog')) return handle;
  const openers = [...document.querySelectorAll<HTMLElement>(hooked('open-contents'))];
  return openers.findLast((opener) => opener.checkVisibility({ visibilityProperty: true })) ?? handle;
}

/** Gives the focus back to the handle, unless the reader has put it elsewhere. */
function close(handle: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement === document.body || card?.contains(activeElement)) handle.focus({ preventScroll: true });
  card?.remove();
  card = null;
}

function buildCard(handle: HTMLAnchorElement): Card {
  const { href } = handle;
  const key = readHook(placeOf(handle)?.closest(hooked('key')), 'key');
  const shared = key === null ? href : keyedUrl(href, key);
  const name = nameOf(handle);
  const path = decodeURIComponent(new URL(href).pathname).split('/').slice(-2).join('/');
  const system = make('button', { type: 'button', ...hook('share', shared), ...hook('share-title', name) }, '分享到…');
  const citing = make(
    'button',
    { type: 'button', class: 'copy tall', ...hook('copy', ''), disabled: '' },
    ...copyWords('复制引用'),
    make('small', {}),
  );
  const pinned = make('a', { href }, '固定这一版', make('small', {}, '更正后也不变'));
  const rows = [
    make(
      'button',
      { type: 'button', class: 'copy', ...hook('copy', shared) },
      ...copyWords('复制链接'),
      make('small', {}, `…/${path}`),
    ),
    ...('share' in navigator ? [system] : []),
    citing,
    make('a', { href: pictureOf(href), download: '' }, '存为图片', make('small', {}, '长图，带二维码')),
    make('a', { href }, '单独一页', make('small', {}, '只有这一节')),
    pinned,
  ];
  const closer = make('button', { type: 'button', class: 'x', 'aria-label': '关闭' }, '×');
  closer.addEventListener('click', () => card?.hidePopover());
  const qr = make('div', { class: 'by-qr' }, make('span', { class: 'qr' }), make('p', {}, '用手机扫一扫，打开这一节'));
  // Who holds the phone has no use for the code, unless to show it to somebody.
  const scanned = make('details', { class: 'scanned' }, make('summary', {}, '让对方扫码'), qr);
  scanned.open = matchMedia('(width >= 48em)').matches;
  const whole = make(
    'div',
    { class: 'pop', popover: 'auto', role: 'dialog', 'aria-label': `转发：${name}` },
    make('p', { class: 'name' }, name),
    make('ul', {}, ...rows.map((row) => make('li', {}, row))),
    scanned,
    closer,
  );
  return { whole, citing, pinned, qr: scanned };
}

/** Gives the address of a section's picture. */
function pictureOf(href: string): string {
  const [municipality = '', document = '', section = ''] = decodeURIComponent(new URL(href).pathname)
    .split('/')
    .slice(1);
  return longPictureUrl(municipality, document, section);
}

/**
 * Gives the name of a section: 四、加强养老服务体系建设.
 * It is the words of the heading, or of a run-in heading; of a paragraph without a name its first
 * words.
 */
function nameOf(handle: HTMLAnchorElement): string {
  const line = handle.closest('li')?.querySelector('a');
  if (line && !handle.closest(hooked('prose'))) return line.textContent;
  const place = placeOf(handle);
  const named = place?.matches(hooked('table')) ? hooked('handle', 'marker') : hooked('heading');
  const words = (place?.querySelector(named) ?? place)?.cloneNode(true) as HTMLElement;
  words.querySelectorAll(`${hooked('added')}, ${hooked('correction')}`).forEach((other) => other.remove());
  const name = words.textContent.trim();
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

/** Gives the section that a handle shares: that around it, or that which a line of 目录 names. */
function placeOf(handle: HTMLAnchorElement): Element | null {
  const id = decodeURIComponent(new URL(handle.href).pathname).split('/').at(-1) ?? '';
  return document.getElementById(id) ?? handle.closest('[id]');
}

/**
 * Puts the card into the margin where that is wide enough, else below the handle.
 * So the section stays readable. Phones have it at the lower edge (share.css).
 */
function putBeside(shown: HTMLElement, handle: HTMLElement): void {
  const at = handle.getBoundingClientRect();
  const text = handle.closest(hooked('prose'))?.getBoundingClientRect();
  const edge = document.documentElement.clientWidth;
  const margin = text ? edge - text.right - 2 * GAP : 0;
  const beside = text !== undefined && margin >= WIDTH.least;
  if (beside) shown.style.width = `${Math.min(WIDTH.most, margin)}px`;
  const left = beside ? text.right + GAP : Math.max(12, Math.min(at.left, edge - shown.offsetWidth - 12));
  const lowest = Math.max(60, innerHeight - shown.offsetHeight - 12);
  // Below a handle in the text the page goes on; 目录 stays where it is.
  const top = beside ? Math.min(at.top - 18, lowest) : text ? at.bottom + 8 : Math.min(at.bottom + 8, lowest);
  shown.style.left = `${left + scrollX}px`;
  shown.style.top = `${top + scrollY}px`;
}

/**
 * Fills in the citation and the QR code of the section.
 * They come from the server: in the page they would be repeated with every section.
 */
async function fillCard({ citing, pinned, qr: drawn }: Card, handle: HTMLAnchorElement): Promise<void> {
  const [municipality = '', document = '', section = ''] = new URL(handle.href).pathname.split('/').slice(1);
  try {
    const answer = await fetch(shareUrl(municipality, document, section));
    if (!answer.ok) throw new Error(String(answer.status));
    const { citation, qr, pinned: version } = (await answer.json()) as ShareData;
    setAttributes(citing, hook('copy', citation));
    citing.disabled = false;
    pinned.href = version;
    citing.lastElementChild!.textContent = citation;
    if (qr) drawn.querySelector('span')!.replaceWith(drawQrCode(qr));
    else drawn.remove();
  } catch {
    // Without the server the link still copies; the section's own page has the rest.
    citing.remove();
    pinned.parentElement?.remove();
    drawn.remove();
  }
}

function drawQrCode({ size, path }: Qr): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const attributes = { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': '这一节地址的二维码' };
  setAttributes(svg, { ...attributes, 'shape-rendering': 'crispEdges' });
  const bars = document.createElementNS(space, 'path');
  bars.setAttribute('d', path);
  svg.append(bars);
  return svg;
}
