import { make } from '@/components/browser/elements';
import { hooked } from '@/components/browser/hooks';

/** What is left out where words are compared: blanks and points. */
const BETWEEN = /[\s\p{P}]/gu;

/**
 * Leaves those lines of the contents that have the words of the field.
 *
 * Lines above one that is left stay with it. An empty field shows the list as it was.
 */
export function leaveLines(field: HTMLInputElement): void {
  const list = field.closest('dialog') ?? field.closest(hooked('contents'))!;
  const wanted = plain(field.value);
  for (const line of list.querySelectorAll('li')) {
    line.hidden = wanted !== '' && !has(line, wanted);
    const branch = line.querySelector<HTMLDetailsElement>(hooked('branch'));
    if (branch) openBranch(branch, wanted);
  }
  const groups = [...list.querySelectorAll<HTMLElement>(hooked('contents-group'))];
  for (const group of groups) group.hidden = !group.querySelector('li:not([hidden])');
  tell(
    field,
    groups.every(({ hidden }) => hidden),
  );
}

/** Goes to the first line that is left. */
export function followFirst(field: HTMLInputElement): void {
  const list = field.closest('dialog') ?? field.closest(hooked('contents'))!;
  const wanted = plain(field.value);
  const links = [...list.querySelectorAll<HTMLAnchorElement>('li a')];
  if (wanted !== '')
    links.find((link) => !link.matches(hooked('handle')) && plain(link.textContent).includes(wanted))?.click();
}

const plain = (words: string): string => words.normalize('NFKC').toLowerCase().replace(BETWEEN, '');

/** The words of a line and of the lines below it, without those of its buttons. */
const has = (line: Element, wanted: string): boolean =>
  [...line.querySelectorAll('a')].some(
    (link) => !link.matches(hooked('handle')) && plain(link.textContent).includes(wanted),
  );

/** Opens a branch while words are looked for that it has, and puts it back afterwards. */
function openBranch(branch: HTMLDetailsElement, wanted: string): void {
  const before = opened.get(branch);
  if (wanted === '') {
    if (before !== undefined) branch.open = before;
    opened.delete(branch);
    return;
  }
  if (before === undefined) opened.set(branch, branch.open);
  branch.open = has(branch, wanted);
}

/** Whether branches were open before something was looked for. */
const opened = new WeakMap<HTMLDetailsElement, boolean>();

/** Says that no line has the words. */
function tell(field: HTMLInputElement, isEmpty: boolean): void {
  const list = field.closest('dialog') ?? field.closest(hooked('contents'))!;
  const said = list.querySelector('output') ?? make('output', { class: 'quiet' });
  said.textContent = isEmpty ? '目录中没有这样的一节' : '';
  if (said.isConnected) return;
  (field.closest('header') ?? field).after(said);
}
