/** 上一处, 下一处: walks through the marked words of the text, and counts them in the bar. */
export function walkMarks(bar: HTMLElement, signal: AbortSignal): void {
  const marks = [...document.querySelectorAll<HTMLElement>('.prose mark')];
  const walk = bar.querySelector<HTMLElement>('.walk')!;
  const count = walk.querySelector('output')!;
  if (marks.length === 0) return;
  let at = -1;
  const say = (): void => {
    count.textContent = at < 0 ? `${marks.length} 处` : `${at + 1} / ${marks.length}`;
  };
  walk.addEventListener(
    'click',
    ({ target }) => {
      const step = Number((target as Element).closest<HTMLElement>('[data-step]')?.dataset.step ?? 0);
      if (step === 0) return;
      marks[at]?.removeAttribute('data-current');
      at = at < 0 ? firstFrom(marks, step) : (at + step + marks.length) % marks.length;
      const mark = marks[at]!;
      // A row of a long table may be folded away on a phone.
      mark.closest('figure')?.querySelector('.rest')?.setAttribute('open', '');
      mark.dataset.current = '';
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
