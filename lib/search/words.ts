import type { Place, Sort } from './engine';

/** How the closed sets of a search are worded, on pages and in exports alike. */

export { VALIDITY_WORDS } from '@/lib/validity/words';

export const PLACE_WORDS: Record<Place, string> = { text: '正文', table: '表格', attachment: '附件' };

export const SORT_WORDS: Record<Sort, string> = { relevance: '相关', newest: '由新到旧', oldest: '由旧到新' };
