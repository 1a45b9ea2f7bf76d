import type { Place, Sort } from './engine';

/** Words for a place of hits, on pages and in exports alike. */
export const PLACE_WORDS: Record<Place, string> = { text: '正文', table: '表格', attachment: '附件' };

/** Words for an order of hits. */
export const SORT_WORDS: Record<Sort, string> = { relevance: '相关', newest: '最新在前', oldest: '最早在前' };
