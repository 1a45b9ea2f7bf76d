import type { Relation } from '@/lib/gazette/ast';

/** What one document does with another, as a reader would say it. */
const words: Record<Relation, string> = {
  implements: '贯彻落实',
  repeals: '废止',
  amends: '修改',
  extends: '延续',
  cites: '引用',
};

/** 贯彻落实 for `implements`; an unknown relation is a citation. */
export const relationWord = (relation: string): string =>
  (words as Record<string, string | undefined>)[relation] ?? words.cites;
