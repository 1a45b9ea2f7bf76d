import { unfoldRows } from '@/components/browser/elements';
import { hooked, readHook, setHook } from '@/components/browser/hooks';

/** 上一处, 下一处: walks through the marked words of the text, and counts them in the bar. */
export function walkMarks(bar: HTMLElement, signal: AbortSignal): void {
  const marks = [...document.querySelectorAll<HTMLElement>(`${hooked('prose')} mark`)];
  const walk = bar.querySelector<HTMLElement>(hooked('walk-marks'))!;
  const count = walk.querySelector('output')!;
  if (marks.length === 0) return;
  let at = -1;
  const say = (): void => {
    count.textContent = at < 0 ? `${marks.length} 处` : `${at + 1} / ${marks.length}`;
  };
  walk.addEventListener(
    'click',
    ({ target }) => {
      const step = Number(readHook((target as Element).closest(hooked('step')), 'step'));
      if (step === 0) return;
      setHook(marks[at], 'current', null);
      at = at < 0 ? firstFrom(marks, step) : (at + step + marks.length) % marks.length;
      const mark = marks[at]!;
      unfoldRows(mark);
      setHook(mark, 'current', '');
      mark.scrollIntoView({ block: 'center', inline: 'nearest' });
      say();
    },
    { signal },
  );
  say();
  walk.hidden = false;
}

/** The first mark below the middle of the window, or the last one above. */
function firstFrom(marks: readonly HTMLElement[], step: number): number {
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > innerHeight / 2);
  if (step > 0) return Math.max(0, below);
  return below < 0 ? marks.length - 1 : Math.max(0, below - 1);
}
