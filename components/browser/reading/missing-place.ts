import { make } from '@/components/browser/elements';
import { hook, hooked } from '@/components/browser/hooks';

/** Longest name that is shown, in characters. */
const SHOWN = 40;

/** Says below the title that a place is not there, and leads to 目录. */
export function tellMissingPlace(name: string): void {
  const title = document.querySelector(hooked('title'));
  if (!title) return;
  const shown = read(name);
  const where = document.querySelector(hooked('contents'))
    ? [make('a', { href: '#contents', ...hook('open-contents') }, '目录')]
    : [];
  const said = make(
    'p',
    { class: 'missing-place', role: 'status' },
    `没有找到“${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown}”这一节。`,
    ...where,
  );
  told?.remove();
  told = said;
  title.after(said);
  addEventListener('hashchange', () => said.remove(), { once: true });
}

let told: HTMLElement | undefined;

/** The name as it was meant; as it stands where its encoding is broken. */
function read(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
