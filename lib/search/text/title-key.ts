import { normalise } from './normalise';

const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;
// 关于印发《…》的通知, 关于印发…的通知; a 转发 forwards a document of others and gives it no second title.
const ISSUED = /印发(?<issued>.+)的通知$/u;
// 《中华人民共和国港口法》 is cited as 《港口法》; of regulations the State Council drops the words itself.
const OF_THE_STATE = /^中华人民共和国(?=.*(?:法|法典|条例|实施细则)$)/u;
// An index entry has at most 2.7 kB; no title is that long, but a misread paragraph may be.
const LENGTH = 300;

/**
 * Gives the key of a title, by which titles are compared.
 * @param title in any punctuation, with or without 《》
 * @returns empty for a title without letters
 */
export function titleKey(title: string): string {
  return normalise(title).replace(NEITHER_LETTER_NOR_DIGIT, '').slice(0, LENGTH).replace(OF_THE_STATE, '');
}

/**
 * Gives the key of the title that a document issues: 印发《…》的通知.
 * @returns null where it issues none
 */
export function issuedTitleKey(title: string): string | null {
  const issued = ISSUED.exec(titleKey(title))?.groups?.['issued'];
  return issued ?? null;
}
