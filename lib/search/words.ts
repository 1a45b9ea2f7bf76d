import type { Place, Sort, Validity } from './engine';

/** How the closed sets of a search are worded, on pages and in exports alike. */

/** What is known of whether a document still holds. Nothing found is said as such: it does not prove that it holds. */
export const VALIDITY_WORDS: Record<Validity, string> = {
  repealed: '已废止',
  amended: '已被修改',
  unknown: '未见废止信息',
};

export const PLACE_WORDS: Record<Place, string> = { text: '正文', table: '表格', attachment: '附件' };

export const SORT_WORDS: Record<Sort, string> = { relevance: '相关', newest: '由新到旧', oldest: '由旧到新' };
