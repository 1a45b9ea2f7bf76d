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
import type { SuggestionsProps } from './Suggestions';

/** What a field that suggests says of itself before anybody typed. */
const CLOSED = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, autoComplete: 'off' } as const;

interface Fetched {
  Suggestions: ComponentType<SuggestionsProps>;
  /** What was typed meanwhile. */
  typed: string;
}

const never = () => () => undefined;

/**
 * The field of a search form: without script a plain search field, with script a combobox that suggests while somebody types. What suggests (Suggestions, a third
 * of all the script that is ours) is fetched when the field is entered, and works on this very field: what was typed before stays, and an input method is
 * never disturbed.
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
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [combobox, setCombobox] = useState<InputHTMLAttributes<HTMLInputElement>>(CLOSED);
  const fetchSuggestions = (): void => {
    if (fetched) return;
    void import('./Suggestions').then(({ Suggestions }) => {
      const { value, defaultValue } = field.current!;
      // What an input method has not given out yet is not typed yet.
      setFetched({ Suggestions, typed: composing.current || value === defaultValue ? '' : value });
    });
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
        onFocus={fetchSuggestions}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={() => (composing.current = false)}
        {...(scripted && { 'aria-controls': `${ids}-list`, ...combobox })}
      />
      {fetched && <fetched.Suggestions field={field} ids={ids} typed={fetched.typed} tell={setCombobox} />}
    </>
  );
}
