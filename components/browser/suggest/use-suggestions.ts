import { useEffect, useState } from 'react';
import type { Suggestion } from '@/lib/search/engine';
import { suggestUrl } from '@/lib/addresses/urls';

/** Milliseconds without a key after which the server is asked. */
const PAUSE = 100;
const none: Suggestion[] = [];

/**
 * Takes the text of the search box; gives what the server suggests for it. While an answer is on
 * its way the last one stands; one that comes too late is dropped. A server that does not answer
 * suggests nothing.
 */
export function useSuggestions(typed: string): Suggestion[] {
  const [suggestions, setSuggestions] = useState(none);
  const asked = typed.trim();
  useEffect(() => {
    if (asked === '') return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      fetchSuggestions(asked, request.signal)
        .catch(() => none)
        .then((answer) => {
          if (!request.signal.aborted) setSuggestions(answer);
        })
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [asked]);
  return asked === '' ? none : suggestions;
}

async function fetchSuggestions(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(suggestUrl(typed), { signal });
  // The portal's own answer, in the shape that its tests check (suggestionsSchema): the reader is
  // spared a second look.
  return response.ok ? ((await response.json()) as { suggestions: Suggestion[] }).suggestions : none;
}
