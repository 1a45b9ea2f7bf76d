'use client';

import {
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type InputHTMLAttributes,
} from 'react';
import { hook } from '@/components/browser/hooks';
import type { SuggestionsProps } from './Suggestions';

/** What a field that suggests says of itself before anybody typed. */
const CLOSED = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, autoComplete: 'off' } as const;

const never = () => () => undefined;

/**
 * The field of a search form: without script a plain search field, with script a combobox that
 * suggests while somebody types. What suggests (Suggestions, a third of all the script that is
 * ours) is fetched when the field is entered, and works on this very field: what was typed before
 * stays, and an input method is never disturbed.
 */
export function SuggestBox({ query }: { query: string }) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const ids = useId();
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const [Fetched, setFetched] = useState<ComponentType<SuggestionsProps> | null>(null);
  const [combobox, setCombobox] = useState<InputHTMLAttributes<HTMLInputElement>>(CLOSED);
  const fetchSuggestions = (): void => {
    if (Fetched) return;
    void import('./Suggestions').then((parts) => setFetched(() => parts.Suggestions));
  };
  // The field may have been entered before script ran.
  useEffect(() => {
    if (document.activeElement === field.current) fetchSuggestions();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
  return (
    <>
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={200}
        aria-label="检索"
        placeholder="文号、标题或正文中的字句"
        enterKeyHint="search"
        ref={field}
        id={`${ids}-field`}
        {...hook('search-field')}
        onFocus={fetchSuggestions}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={() => (composing.current = false)}
        {...(scripted && { 'aria-controls': `${ids}-list`, ...combobox })}
      />
      {Fetched && <Fetched field={field} composing={composing} ids={ids} tell={setCombobox} />}
    </>
  );
}
