import { hooked } from '@/components/browser/hooks';

/** What a field that suggests says of itself from the start, with its list closed. */
const COMBOBOX = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', autocomplete: 'off' };

/**
 * Makes the page's search field a combobox.
 * Its list is loaded when it is first entered. Without script it is a plain search field.
 */
export function offerSuggestions(): void {
  const field = document.querySelector<HTMLInputElement>(hooked('search-field'));
  if (!field) return;
  for (const [name, value] of Object.entries(COMBOBOX)) field.setAttribute(name, value);
  let isComposing = false;
  field.addEventListener('compositionstart', () => (isComposing = true));
  field.addEventListener('compositionend', () => (isComposing = false));
  const load = async (): Promise<void> => {
    field.removeEventListener('focus', enter);
    const { suggestIn } = await import('./suggest-in');
    suggestIn(field, isComposing);
  };
  const enter = (): void => void load();
  field.addEventListener('focus', enter);
  // It may have been entered before script ran.
  if (document.activeElement === field) enter();
}
