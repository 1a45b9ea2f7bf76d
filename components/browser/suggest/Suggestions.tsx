'use client';

import { useCombobox, type UseComboboxStateChange } from 'downshift';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type RefCallback,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import type { Suggestion } from '@/lib/search/engine';
import { Marked } from '@/components/search/Marked';
import { useSuggestions } from './use-suggestions';

type FieldProps = InputHTMLAttributes<HTMLInputElement>;

export interface SuggestionsProps {
  /** The field that is typed in. */
  field: RefObject<HTMLInputElement | null>;
  /** Beginning of the ids: that of the field is `…-field`, that of the list `…-list`. */
  ids: string;
  /** Whether an input method is at work on it. */
  composing: RefObject<boolean>;
  /** Told what the field needs to be, whenever that changes. */
  tell: (props: FieldProps) => void;
}

const KIND_WORDS: Record<Suggestion['kind'], string> = {
  document: '文件',
  heading: '小标题',
  agency: '发文机关',
  term: '常用词',
};

const { InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes;
// Passed to downshift where it looks for an element that is not there yet.
const quiet = { suppressRefError: true };

/**
 * The list below a search field, and what the field has to be for it. The field keeps its own text:
 * downshift only hears of it.
 */
export function Suggestions({ field, composing, ids, tell }: SuggestionsProps) {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(false);
  const suggestions = useSuggestions(typed);
  const isOpen = wanted && suggestions.length > 0;
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Suggestion>({
    id: ids,
    inputId: `${ids}-field`,
    menuId: `${ids}-list`,
    items: suggestions,
    itemToString: (item) => item?.text ?? '',
    isOpen,
    selectedItem: null,
    onIsOpenChange: ({ isOpen: opened }) => setWanted(opened),
    onStateChange: followChosen,
  });
  const inputProps: unknown = getInputProps(
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
  const { value: _value, ref, ...combobox } = inputProps as FieldProps & { ref: RefCallback<HTMLInputElement> };
  useTold(tell, combobox);
  // What was typed until the field heard of this. What an input method has not given out yet is not
  // typed yet.
  useEffect(() => {
    const { value, defaultValue } = field.current!;
    if (composing.current || value === defaultValue) return;
    setTyped(value);
    setWanted(true);
  }, [field, composing]);
  useLayoutEffect(() => void ref(field.current));
  return (
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
  );
}

/**
 * Tells what changed: handlers are other ones at every rendering, so the field gets one for each
 * kind of event, which calls the newest.
 */
function useTold(tell: (props: FieldProps) => void, props: FieldProps): void {
  const newest = useRef<Record<string, unknown>>({});
  const announced = useRef('');
  useLayoutEffect(() => {
    newest.current = props as Record<string, unknown>;
    const [handlers, others] = [{} as Record<string, unknown>, {} as Record<string, unknown>];
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === 'function')
        handlers[name] = (event: SyntheticEvent) => (newest.current[name] as (event: SyntheticEvent) => void)(event);
      else others[name] = value;
    }
    const key = JSON.stringify([Object.keys(handlers), others]);
    if (key === announced.current) return;
    announced.current = key;
    tell({ ...handlers, ...others });
  });
}

const isComposing = (event: Event): boolean => 'isComposing' in event && event.isComposing === true;

/** A list that is left by Tab or by a click elsewhere chooses nothing. */
function followChosen({ type, selectedItem }: UseComboboxStateChange<Suggestion>): void {
  if (selectedItem && (type === InputKeyDownEnter || type === ItemClick)) window.location.assign(selectedItem.href);
}

/**
 * Keys that are not downshift's: Enter while nothing is chosen sends the form, and Escape clears
 * the field once the list is closed, as in any search field.
 */
function beforeKey(event: KeyboardEvent<HTMLInputElement>, isOpen: boolean, highlightedIndex: number): void {
  const native: globalThis.KeyboardEvent & { preventDownshiftDefault?: boolean } = event.nativeEvent;
  const ownEnter = event.key === 'Enter' && highlightedIndex < 0;
  const ownEscape = event.key === 'Escape' && !isOpen;
  if (native.isComposing || ownEnter || ownEscape) native.preventDownshiftDefault = true;
  // Some input methods send Enter to the page as well.
  if (native.isComposing && event.key === 'Enter') event.preventDefault();
}
