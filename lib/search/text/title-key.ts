import { normalise } from './normalise';

const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;
// 关于印发《…》的通知, 关于印发…的通知; a 转发 passes on another's document and gives it no second name.
const ISSUED = /印发(?<issued>.+)的通知$/u;
// An index entry holds 2.7 kB; no title of a document is that long, but a misread paragraph may be.
const LENGTH = 300;

/**
 * Takes a title in any punctuation, with or without 《》; gives the key under which equal titles
 * meet. Empty for a title without letters.
 */
export function titleKey(title: string): string {
  return normalise(title).replace(NEITHER_LETTER_NOR_DIGIT, '').slice(0, LENGTH);
}

/**
 * Takes the title of a document; gives the key of the text that it issues (印发《…》的通知), or null when
 * it issues none.
 */
export function issuedTitleKey(title: string): string | null {
  const issued = ISSUED.exec(titleKey(title))?.groups?.['issued'];
  return issued ?? null;
}
