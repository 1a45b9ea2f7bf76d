import { unfoldRows } from '@/components/browser/elements';
import { setHook } from '@/components/browser/hooks';

const NAME = 'aloud';
/** The block that is marked where the browser cannot mark words. */
let block: Element | null = null;

/**
 * Marks the words that are being read, and nothing else: as a highlight of the browser's own, which
 * leaves the page as it is; else their whole block. None: takes the mark away.
 */
export function markPassage(words: Range | null): void {
  setHook(block, 'read-aloud', null);
  block = null;
  if ('highlights' in CSS) {
    if (words) CSS.highlights.set(NAME, new Highlight(words));
    else CSS.highlights.delete(NAME);
  } else if (words) {
    const { commonAncestorContainer: around } = words;
    block = around instanceof Element ? around : around.parentElement;
    setHook(block, 'read-aloud', '');
  }
}

/** Brings the words into the middle of the window, unless they are well in sight. */
export function showPassage(words: Range): void {
  unfoldRows(words.startContainer.parentElement);
  const { top, bottom } = words.getBoundingClientRect();
  if (top > innerHeight * 0.12 && bottom < innerHeight * 0.7) return;
  const gentle = matchMedia('(prefers-reduced-motion: no-preference)').matches;
  scrollBy({ top: top - innerHeight * 0.3, behavior: gentle ? 'smooth' : 'instant' });
}
