import { textDirective, type Selected } from '@/lib/text/text-fragment';
import { copyWords, make } from '@/components/browser/elements';
import { keyedUrl } from '@/lib/addresses/urls';
import { hook, hooked, readHook } from '@/components/browser/hooks';

/** What is not the gazette's text: an address cannot run through it. */
const SEAMS = `${hooked('added')}, svg`;
const BLOCKS = 'p, li, h2, h3, h4, h5, h6, td, th, figcaption';

let button: HTMLButtonElement | null = null;

/**
 * Offers a button beside selected words of the text, which copies their address.
 * It goes when nothing is selected.
 */
export function offerSelection(selection: Selection): void {
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const block = range && blockOf(range.startContainer);
  const lastBlock = range && blockOf(range.endContainer);
  const directive =
    range && block && lastBlock && !range.collapsed ? textDirective(read(range, block, lastBlock)) : null;
  // A press on the button may change the selection: it stays until it has said that it copied.
  if (button?.matches(hooked('copied'))) return;
  button?.remove();
  button = null;
  if (!directive || !lastBlock) return;
  const { id, key } = sectionOf(range);
  const address = `${location.origin}${location.pathname}${key}#${id}:~:${directive}`;
  button = make(
    'button',
    {
      type: 'button',
      class: 'share-selected copy',
      popover: 'manual',
      ...hook('copy', address),
      ...hook('selection-button'),
    },
    ...copyWords('复制选中文字的链接'),
  );
  // A press must not undo the selection.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('keydown', ({ key }) => key === 'Escape' && selection.removeAllRanges());
  // Behind the last block of the selection: there the tab key finds it.
  lastBlock.after(button);
  button.showPopover();
  putBelow(button, range);
}

const blockOf = (node: Node): HTMLElement | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(hooked('prose')) ? element.closest<HTMLElement>(BLOCKS) : null;
};

/**
 * Gives the section in which the selection begins: its address, and its key as a query.
 * Browsers that know no text fragments go there.
 */
function sectionOf(range: Range): { id: string; key: string } {
  const begun = [...document.querySelectorAll(hooked('key'))].filter((place) => range.comparePoint(place, 0) <= 0);
  const place = begun.at(-1);
  const key = readHook(place, 'key');
  return { id: place?.id ?? '', key: key === null ? '' : keyedUrl('', key) };
}

/** The words before, in and behind the selection. */
function read(range: Range, first: HTMLElement, last: HTMLElement): Selected {
  const before = document.createRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(last, last.childNodes.length);
  return { before: wordsOf(before), words: wordsOf(range), after: wordsOf(after) };
}

function wordsOf(range: Range): string {
  const copy = make('div', {}, range.cloneContents());
  copy.querySelectorAll(SEAMS).forEach((seam) => seam.replaceWith('\n'));
  copy.querySelectorAll(BLOCKS).forEach((block) => block.append('\n'));
  return copy.textContent;
}

/**
 * Puts the button below the end of the selection.
 * Phones have it at the lower edge, away from their own menu (share.css).
 */
function putBelow(shown: HTMLElement, range: Range): void {
  const end = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const left = Math.min(
    end.right - shown.offsetWidth / 2,
    document.documentElement.clientWidth - shown.offsetWidth - 12,
  );
  shown.style.left = `${Math.max(12, left) + scrollX}px`;
  shown.style.top = `${end.bottom + scrollY + 10}px`;
}
