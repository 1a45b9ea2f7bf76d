import { chooseSetting, chosenSetting, hooked, setState } from '@/components/browser/hooks';
import { offerSuggestions } from '@/components/browser/suggest/offer-suggestions';

/**
 * Starts what script adds to the frame of every page.
 * It listens to the page once for all: 显示 without a reload, keys, 朗读, suggestions.
 */
export function startPageControls(): void {
  document.addEventListener('submit', chooseAtOnce);
  document.addEventListener('click', press);
  document.addEventListener('keydown', pressKey);
  offerSuggestions();
  if ('speechSynthesis' in window && document.querySelector(hooked('prose'))) void offerAloud();
}

/**
 * Shows a choice under 显示 at once, and sends it for the pages to come.
 * 长者模式 is another page: it is loaded, at the place where one reads.
 */
function chooseAtOnce(event: SubmitEvent): void {
  const { submitter, target: form } = event;
  if (!(submitter instanceof HTMLButtonElement && form instanceof HTMLFormElement)) return;
  if (!form.matches(hooked('display'))) return;
  const { name, value } = submitter;
  if (name === 'elder') {
    form.action += `#${placeOfReading()}`;
    return;
  }
  event.preventDefault();
  chooseSetting(name, value);
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[aria-pressed]'))
    if (button.name === name) button.setAttribute('aria-pressed', String(button === submitter));
  // The answer leads back to the page, which is here already.
  const sent = { method: 'POST', body: new URLSearchParams({ [name]: value }), redirect: 'manual', keepalive: true };
  void fetch(form.action, sent as RequestInit).catch(() => undefined);
}

/** Gives the last address above the middle of the window; none at the top. */
const placeOfReading = (): string =>
  scrollY < innerHeight / 2
    ? ''
    : ([...document.querySelectorAll(`${hooked('prose')} [id]:not(${hooked('added')})`)].findLast(
        (place) => place.getBoundingClientRect().top < innerHeight / 2,
      )?.id ?? '');

const openMenu = (): HTMLDetailsElement | null => document.querySelector(`${hooked('display-menu')}[open]`);

/** Closes 显示 at a press beside it, and opens 朗读 at its button. */
function press({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const opened = openMenu();
  if (opened && !opened.contains(target)) opened.open = false;
  if (target.closest(hooked('aloud')))
    void import('@/components/browser/aloud/aloud-bar').then(({ openAloud }) => openAloud(true));
}

/** Shows the bar of 朗读 in 长者模式, elsewhere its button, where the browser has a Chinese voice. */
async function offerAloud(): Promise<void> {
  if (!(await hasVoice())) return;
  if (chosenSetting('elder') !== undefined)
    void import('@/components/browser/aloud/aloud-bar').then(({ openAloud }) => openAloud(false));
  else document.querySelectorAll(hooked('aloud')).forEach((button) => setState(button, 'waiting', false));
}

/** Milliseconds in which a browser has to name its voices: some do only when they are asked. */
const NAMING = 3000;

/** Whether a voice of the browser speaks Chinese. */
async function hasVoice(): Promise<boolean> {
  const speaks = (): boolean => speechSynthesis.getVoices().some(({ lang }) => /^(?:zh|cmn|yue)/iu.test(lang));
  if (speaks()) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), NAMING);
    speechSynthesis.addEventListener('voiceschanged', () => {
      if (!speaks()) return;
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** Keys that do something alone, with what input methods make of / and ?. */
const KEYS = '/、?？tjk';

/** Does what a key is for outside fields, and closes 显示 at Escape. */
function pressKey(event: KeyboardEvent): void {
  const { key, target } = event;
  const opened = openMenu();
  if (key === 'Escape' && opened) {
    opened.open = false;
    opened.querySelector('summary')!.focus();
  }
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key.length !== 1 || !KEYS.includes(key) || chosenSetting('keys') === 'off') return;
  if (target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]'))
    return;
  event.preventDefault();
  void import('@/components/browser/keyboard/press-key').then(({ pressKey: act }) => act(key));
}
