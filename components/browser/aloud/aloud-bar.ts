import { make } from '@/components/browser/elements';
import { listSpokenPassages, type SpokenPassage } from './passages';
import { Reader, type ReaderState } from './reader';
import { chosenSetting } from '@/components/browser/hooks';

/** 语速: the word and the rate of each step. */
const speeds = [
  { word: '正常', rate: 1 },
  { word: '快', rate: 1.25 },
  { word: '很快', rate: 1.5 },
  { word: '慢', rate: 0.75 },
] as const;
/** The key of local storage that keeps the word. */
const SPEED = 'aloud-speed';
/** Pixels from the top of the window; what begins below them is in sight. */
const EDGE = 80;

const words: Record<ReaderState, string> = { resting: '朗读', reading: '暂停', paused: '继续' };

/** The bar of the page, once it has been asked for. */
let bar: HTMLElement | null = null;

/**
 * Shows the bar of 朗读 at the lower edge.
 * Outside 长者模式 it has a button that ends it.
 * @param begin whether reading starts at once
 */
export function openAloud(begin: boolean): void {
  if (bar) return;
  const listening = new AbortController();
  const { signal } = listening;
  const passages = listSpokenPassages();
  const press = make('button', { type: 'button' }, words.resting);
  const back = make('button', { type: 'button' }, '上一句');
  const on = make('button', { type: 'button' }, '下一句');
  const speed = make('button', { type: 'button' });
  const end = make('button', { type: 'button' }, '结束');
  const said = make('p', { role: 'status' });
  const isElder = chosenSetting('elder') !== undefined;

  const reader = new Reader(passages, (state, trouble) => {
    press.textContent = words[state];
    said.textContent = trouble ? '这个浏览器没有能用的中文语音，读不出来。' : '';
  });
  let pace = Math.max(
    0,
    speeds.findIndex(({ word }) => word === recall()),
  );
  const setPace = (): void => {
    reader.rate = speeds[pace]!.rate;
    speed.replaceChildren('语速', make('small', {}, speeds[pace]!.word));
  };
  const listen = (button: HTMLElement, act: () => void): void => button.addEventListener('click', act, { signal });
  const readFromSight = (): void => reader.readFrom(firstInSight(passages));

  listen(press, () => {
    if (reader.state === 'reading') reader.pause();
    else if (reader.state === 'paused') reader.readFrom();
    else readFromSight();
  });
  const step = (by: 1 | -1) => () => (reader.state === 'resting' ? readFromSight() : reader.step(by));
  listen(back, step(-1));
  listen(on, step(1));
  listen(speed, () => {
    pace = (pace + 1) % speeds.length;
    remember(speeds[pace]!.word);
    setPace();
    reader.retry();
  });
  const leave = (): void => {
    reader.stop();
    listening.abort();
    bar?.remove();
    bar = null;
  };
  listen(end, leave);
  // A link that is followed while the text is read moves the reading to where it leads.
  addEventListener('hashchange', () => reader.state === 'reading' && requestAnimationFrame(readFromSight), { signal });
  document.addEventListener(
    'click',
    (event) => {
      const at = reader.state === 'resting' ? -1 : passageAt(passages, event);
      if (at >= 0) reader.readFrom(at);
    },
    { signal },
  );
  addEventListener('pagehide', () => reader.stop(), { signal });

  setPace();
  bar = make(
    'section',
    { class: 'listen', 'aria-label': '朗读' },
    make('div', { class: 'wrap' }, press, back, on, speed, ...(isElder ? [] : [end])),
    said,
  );
  document.body.append(bar);
  if (!begin) return;
  press.focus({ preventScroll: true });
  readFromSight();
}

/**
 * Gives the first passage that is not above the window.
 * After arriving by a link that is the section that it led to.
 */
const firstInSight = (passages: readonly SpokenPassage[]): number =>
  Math.max(
    0,
    passages.findIndex(({ words: range }) => range.getBoundingClientRect().top >= EDGE),
  );

/** Gives the passage whose words were pressed, -1 for a link or a button. */
function passageAt(passages: readonly SpokenPassage[], { target, clientX, clientY }: MouseEvent): number {
  if (!(target instanceof Element) || target.closest('a, button, summary, input, label')) return -1;
  return passages.findIndex(({ words: range }) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
    ),
  );
}

// Browsers that keep nothing for a site throw here.
function recall(): string | null {
  try {
    return localStorage.getItem(SPEED);
  } catch {
    return null;
  }
}

function remember(word: string): void {
  try {
    localStorage.setItem(SPEED, word);
  } catch {
    // It holds for this page.
  }
}
