import { make } from '@/components/browser/elements';
import { suggestUrl } from '@/lib/addresses/urls';
import type { Suggestion } from '@/lib/search/engine';
import { cutAtMarks } from '@/lib/text/cut-at-marks';
import { typesetText } from '@/lib/text/typography';
import { Combobox } from './combobox';

/** Milliseconds without a key after which the server is asked. */
const PAUSE = 100;

const KIND_WORDS: Record<Suggestion['kind'], string> = {
  document: '文件',
  heading: '小标题',
  agency: '发文机关',
  term: '常用词',
};

/**
 * Makes a search field suggest while somebody types.
 * The field keeps its own text, and an input method is never disturbed: what it has not given out
 * is not typed yet.
 * @param isComposing whether an input method is at work in the field now
 */
export function suggestIn(field: HTMLInputElement, isComposing: boolean): void {
  const combobox = new Combobox<Suggestion>(field, {
    look: 'suggestions',
    label: '您要找的可能是',
    show: showSuggestion,
    count: (count) => `有 ${count} 条建议，用上下键选择`,
    choose: ({ href }) => location.assign(href),
  });
  const ask = askWhenResting((suggestions) => combobox.setItems(suggestions));
  field.addEventListener('input', (event) => {
    combobox.open();
    if (!event.isComposing) ask(field.value);
  });
  field.addEventListener('compositionend', () => ask(field.value));
  // What was typed before this was loaded.
  if (isComposing || field.value === field.defaultValue) return;
  if (document.activeElement === field) combobox.open();
  ask(field.value);
}

/**
 * Asks the server for suggestions once the keys rest.
 * While an answer is on its way the last one stands; one that comes too late is dropped. A server
 * that does not answer suggests nothing.
 * @returns what takes the text of the field
 */
function askWhenResting(show: (suggestions: Suggestion[]) => void): (typed: string) => void {
  let asked = '';
  let request = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (typed) => {
    if (typed.trim() === asked) return;
    asked = typed.trim();
    clearTimeout(timer);
    request.abort();
    request = new AbortController();
    const { signal } = request;
    const answer = async (): Promise<void> => {
      const suggestions = await fetchSuggestions(asked, signal).catch(() => []);
      if (!signal.aborted) show(suggestions);
    };
    if (asked === '') show([]);
    else timer = setTimeout(() => void answer(), PAUSE);
  };
}

async function fetchSuggestions(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(suggestUrl(typed), { signal });
  // The portal's own answer; its tests check the shape (suggestionsSchema).
  return response.ok ? ((await response.json()) as { suggestions: Suggestion[] }).suggestions : [];
}

/** Gives the words of a suggestion, marked, and below them its number or its kind. */
function showSuggestion({ text, marks, detail, kind }: Suggestion): Node[] {
  const pieces = cutAtMarks(typesetText(text), marks);
  return [
    make(
      'span',
      { class: 'words' },
      ...pieces.map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text)),
    ),
    make('span', { class: 'quiet' }, detail ?? KIND_WORDS[kind]),
  ];
}
