import type { Line } from '../../line';
import type { MarkerMatch } from '../../words/markers';
import type { BlockContext } from '../block-context';
import { takeNumbered } from '../paragraph-lines';
import { openSection } from '../section-blocks';
import type { BlockRule } from './rule';

/** Anything numbered, from 第一编 to ①: it opens a section. */
export const numbered: BlockRule = {
  specimen: '一、总体要求',
  take(context, line) {
    if (!line.marker || isFalseArticle(context, line, line.marker)) return false;
    openSection(context, line.marker, takeNumbered(context, line));
    return true;
  },
};

/** 第一条街 in a text without articles: an article stands in a count, or is set off from its text. */
function isFalseArticle(context: BlockContext, { text }: Line, { style, ordinal, length }: MarkerMatch): boolean {
  if (style !== 'article') return false;
  // 一、将第五条修改为: / 第五条 …: an article of another text, quoted under the outline of this one.
  const begun = context.open.last('article');
  if (begun === undefined && ordinal !== 1 && context.open.find('hanComma')) return true;
  if (/^(?:[ 【(]|$)/.test(text.slice(length))) return false;
  const articles = context.articlesAhead();
  return !(begun === ordinal - 1 && ordinal > 1) && !articles.has(ordinal + 1);
}
