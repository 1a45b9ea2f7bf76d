'use client';

import { useCombobox, type UseComboboxStateChange } from 'downshift';
import { useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { Suggestion } from '@/lib/search/engine';
import { Marked } from './Marked';
import { useSuggestions } from './use-suggestions';

const KIND_WORDS: Record<Suggestion['kind'], string> = {
  document: '文件',
  heading: '小标题',
  agency: '发文机关',
  term: '常用词',
};

const { InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes;
const never = () => () => undefined;
// Passed to downshift where it looks for an element that is not there before script runs.
const quiet = { suppressRefError: true };

/**
 * The field of a search form: without script a plain search field, with script a combobox that suggests while somebody types. The field keeps its own
 * text (downshift only hears of it), so that what was typed before script ran stays, and an input method is never disturbed.
 */
export function SuggestBox({ query }: { query: string }) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(false);
  const suggestions = useSuggestions(typed);
  const isOpen = wanted && suggestions.length > 0;
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Suggestion>({
    items: suggestions,
    itemToString: (item) => item?.text ?? '',
    isOpen,
    selectedItem: null,
    onIsOpenChange: ({ isOpen: opened }) => setWanted(opened),
    onStateChange: followChosen,
  });
  const {
    value: _value,
    id,
    ...combobox
  } = getInputProps(
    {
      'aria-label': '检索',
      onKeyDown: (event) => beforeKey(event, isOpen, highlightedIndex),
      onChange: (event) => {
        if (!isComposing(event.nativeEvent)) setTyped(event.currentTarget.value);
      },
      onCompositionEnd: (event) => {
        setTyped(event.currentTarget.value);
        setWanted(true);
      },
    },
    quiet,
  );
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
        id={id}
        {...(scripted && combobox)}
      />
      {scripted && (
        <>
          {/* Where the list scrolls, browsers would make it a stop of the tab key. */}
          <ul
            className="suggestions"
            hidden={!isOpen}
            tabIndex={-1}
            {...getMenuProps({ 'aria-label': '您要找的可能是' }, quiet)}
          >
            {isOpen &&
              suggestions.map((item, index) => (
                <li key={`${item.href} ${item.text}`} {...getItemProps({ item, index })}>
                  <span className="words">
                    <Marked text={item.text} marks={item.marks} />
                  </span>
                  <span className="quiet">{item.detail ?? KIND_WORDS[item.kind]}</span>
                </li>
              ))}
          </ul>
          <span className="sr-only" role="status">
            {isOpen ? `有 ${suggestions.length} 条建议，用上下键选择` : ''}
          </span>
        </>
      )}
    </>
  );
}

const isComposing = (event: Event): boolean => 'isComposing' in event && event.isComposing === true;

/** A list that is left by Tab or by a click elsewhere chooses nothing. */
function followChosen({ type, selectedItem }: UseComboboxStateChange<Suggestion>): void {
  if (selectedItem && (type === InputKeyDownEnter || type === ItemClick)) window.location.assign(selectedItem.href);
}

/** Keys that are not downshift's: Enter while nothing is chosen sends the form, and Escape clears the field once the list is closed, as in any search field. */
function beforeKey(event: KeyboardEvent<HTMLInputElement>, isOpen: boolean, highlightedIndex: number): void {
  const native: globalThis.KeyboardEvent & { preventDownshiftDefault?: boolean } = event.nativeEvent;
  const ownEnter = event.key === 'Enter' && highlightedIndex < 0;
  const ownEscape = event.key === 'Escape' && !isOpen;
  if (native.isComposing || ownEnter || ownEscape) native.preventDownshiftDefault = true;
  // Some input methods send Enter to the page as well.
  if (native.isComposing && event.key === 'Enter') event.preventDefault();
}
