import { normalise } from './normalise';

/** What a reader typed, taken apart. All words are normalised, none is empty, none stands twice. */
export interface SearchQuery {
  /** Every one of these must occur. Empty: there is nothing to search for. */
  words: string[];
  /** None of these may occur. */
  excluded: string[];
}

/** More words than this are left out: nobody types them, and each costs a comparison a row. */
export const WORDS_LIMIT = 10;

// -"…", "…" (any quotation marks; an unclosed one runs to the end), else letters up to the next blank or quotation mark.
const TERM =
  /(?<minus>(?<=^|[\s"“”„‟＂])[-－−])?(?:["“”„‟＂](?<phrase>[^"“”„‟＂]*)["“”„‟＂]?|(?<word>[^\s"“”„‟＂]+))/gu;

/**
 * Takes the text of the search box; gives its words. `养老 服务` wants both words, `"养老 服务"` the words side by side, `-托育` excludes.
 * Never throws; a search for nothing gives no words.
 */
export function parseQuery(text: string): SearchQuery {
  const words = new Set<string>();
  const excluded = new Set<string>();
  for (const { groups } of text.matchAll(TERM)) {
    const word = normalise(groups?.['phrase'] ?? groups?.['word'] ?? '');
    if (word === '') continue;
    const set = groups?.['minus'] ? excluded : words;
    if (words.size + excluded.size < WORDS_LIMIT) set.add(word);
  }
  return { words: [...words], excluded: [...excluded] };
}
