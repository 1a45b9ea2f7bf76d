import { unfoldRows } from '@/components/browser/elements';
import { hooked, readHook, setState } from '@/components/browser/hooks';

/** Makes 上一处 and 下一处 walk through the marked words, and counts them in the bar. */
export function walkMarks(bar: HTMLElement): void {
  const marks = [...document.querySelectorAll<HTMLElement>(`${hooked('prose')} mark`)];
  const walk = bar.querySelector<HTMLElement>(hooked('walk-marks'))!;
  const count = walk.querySelector('output')!;
  if (marks.length === 0) return;
  let at = -1;
  const showCount = (): void => {
    count.textContent = at < 0 ? `${marks.length} 次` : `${at + 1} / ${marks.length}`;
  };
  walk.addEventListener('click', ({ target }) => {
    const step = Number(readHook((target as Element).closest(hooked('step')), 'step'));
    if (step === 0) return;
    setState(marks[at], 'current', false);
    at = at < 0 ? firstFrom(marks, step) : (at + step + marks.length) % marks.length;
    const mark = marks[at]!;
    unfoldRows(mark);
    setState(mark, 'current', true);
    mark.scrollIntoView({ block: 'center', inline: 'nearest' });
    showCount();
  });
  showCount();
  walk.hidden = false;
}

/** Gives the first mark below the middle of the window, or the last one above. */
function firstFrom(marks: readonly HTMLElement[], step: number): number {
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > innerHeight / 2);
  if (step > 0) return Math.max(0, below);
  return below < 0 ? marks.length - 1 : Math.max(0, below - 1);
}
