import { unfoldRows } from '@/components/browser/elements';
import { setState } from '@/components/browser/hooks';

const NAME = 'aloud';
/** The block that is marked where the browser cannot mark words. */
let block: Element | null = null;

/**
 * Marks the words that are being read, and nothing else.
 * They are a highlight of the browser's own, which leaves the page as it is; where there is none
 * their whole block is marked.
 * @param words null takes the mark away
 */
export function markPassage(words: Range | null): void {
  setState(block, 'read-aloud', false);
  block = null;
  if ('highlights' in CSS) {
    if (words) CSS.highlights.set(NAME, new Highlight(words));
    else CSS.highlights.delete(NAME);
  } else if (words) {
    const { commonAncestorContainer: around } = words;
    block = around instanceof Element ? around : around.parentElement;
    setState(block, 'read-aloud', true);
  }
}

/** Scrolls the words into the window, unless they are well inside it. */
export function showPassage(words: Range): void {
  unfoldRows(words.startContainer.parentElement);
  const { top, bottom } = words.getBoundingClientRect();
  if (top > innerHeight * 0.12 && bottom < innerHeight * 0.7) return;
  const gentle = matchMedia('(prefers-reduced-motion: no-preference)').matches;
  scrollBy({ top: top - innerHeight * 0.3, behavior: gentle ? 'smooth' : 'instant' });
}
