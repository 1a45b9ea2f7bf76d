import type { Peek } from '@/lib/views/document/peek';
import { make } from '@/components/browser/elements';
import { hook } from '@/components/browser/hooks';
import { peekFacts } from './peek-facts';
import { placeCard, type Box } from './place-card';

/**
 * How the reader came to the card.
 * For a finger it is a sheet with a button that opens the link; else a note beside the link.
 */
export type Manner = 'pointer' | 'focus' | 'touch';

/** What the card shows, and for which link. */
export interface Shown {
  link: HTMLAnchorElement;
  manner: Manner;
  /** Where the link stands in the window. */
  line: Box;
  /** Null while the answer is on its way. */
  peek: Peek | null;
}

const FACTS = 'peek-facts';
/** Pixels between the tapped words and the sheet. */
const CLEAR = 24;

/** The card that is open: one for the page. */
let open: { card: HTMLElement; link: HTMLAnchorElement; line: Box } | null = null;

/**
 * Shows in the page's one card what a citation leads to.
 * Null closes it. Beside a link that the pointer or the focus rests on it is a tooltip, for a
 * finger a dialog at the lower edge with a button that opens the link.
 */
export function showPeek(shown: Shown | null): void {
  if (!shown) {
    close();
    return;
  }
  const { link, manner, line, peek } = shown;
  const isSheet = manner === 'touch';
  const content = peek ? peekFacts(peek, FACTS) : [make('p', { role: 'status' }, `${link.textContent}，正在读取……`)];
  if (isSheet) content.push(ways(link));
  // What comes later fills the card that is open.
  if (open?.link === link && open.line === line) open.card.replaceChildren(...content);
  else {
    close();
    const card = isSheet ? makeSheet(content) : makeNote(content);
    open = { card, link, line };
    document.body.append(card);
    card.showPopover();
    if (isSheet) card.focus({ preventScroll: true });
    else putBeside(card, open);
  }
  if (isSheet) uncover(link, open.card);
}

function close(): void {
  open?.link.removeAttribute('aria-describedby');
  open?.card.remove();
  open = null;
}

const makeNote = (content: readonly HTMLElement[]): HTMLElement =>
  make('div', { class: 'peek', popover: 'manual', role: 'tooltip', ...hook('peek') }, ...content);

const makeSheet = (content: readonly HTMLElement[]): HTMLElement =>
  make(
    'div',
    {
      class: 'peek sheet-below',
      popover: 'manual',
      role: 'dialog',
      'aria-label': '引用的文件',
      tabindex: '-1',
      ...hook('peek'),
    },
    ...content,
  );

/** What can be done from the sheet. */
const ways = ({ href }: HTMLAnchorElement): HTMLElement =>
  make(
    'p',
    { class: 'ways' },
    make('a', { class: 'button solid', href }, '打开'),
    make('button', { class: 'button', type: 'button', ...hook('close') }, '关闭'),
  );

function putBeside(card: HTMLElement, { link, line }: { link: HTMLAnchorElement; line: Box }): void {
  const { left, top } = placeCard(line, card.getBoundingClientRect(), {
    width: document.documentElement.clientWidth,
    height: innerHeight,
  });
  card.style.translate = `${Math.round(left + scrollX)}px ${Math.round(top + scrollY)}px`;
  // Screen readers read it after the link's own words: the facts, without the lines of text.
  link.setAttribute('aria-describedby', FACTS);
}

/** The sheet must not lie over the words that were tapped. */
function uncover(link: HTMLAnchorElement, sheet: HTMLElement): void {
  const covered = link.getBoundingClientRect().bottom + CLEAR - sheet.getBoundingClientRect().top;
  if (covered > 0) scrollBy({ top: covered, behavior: 'instant' });
}
