/** How a former version spelt some characters of texts for matching. */
export interface FormerSpelling {
  /** Characters as the former version left them, one after the other. */
  from: string;
  /** What this version makes of each, at the same place: one character of the basic plane. */
  to: string;
}

/**
 * Former spellings, by the word `text:N` of their search scheme (./scheme.ts).
 *
 * A change of ./normalise.ts raises `text` there and gets a row here: `'text:1': { from: '樹', to:
 * '树' }` for a version that did not write 樹 as 树. Rows of that version are then found by words
 * with 树 too, although slower. A change that is not character by character cannot be written so:
 * its release note has to say that searches miss such words until the files are read anew.
 */
export const formerSpellings: Readonly<Record<string, FormerSpelling>> = {};
