import type * as ast from '../ast';
import { isValidity } from './closing-sentences';
import { leadingWords } from './printed-words';

const longestLabelled = 600;

/**
 * Reads which role a paragraph has, and its label.
 * @param folded words of the paragraph
 * @param section that is open around it
 * @param isRunIn the paragraph goes on behind a heading on the same line
 */
export function paragraphRole(
  folded: string,
  section: ast.Section | undefined,
  isRunIn: boolean,
): Pick<ast.Paragraph, 'role' | 'label'> {
  if (/^(?:——|--|—)/.test(folded)) return { role: 'dash' }; // ——就业更充分。
  if (isQuotedRule(folded, section)) return { role: 'quote' };
  if (isValidity(folded)) return { role: 'validity' }; // 本办法自发布之日起施行,有效期5年。
  const label = /^([\u4e00-\u9fff]{2,8}):(?=.)/.exec(folded)?.[1];
  // 牵头单位:市民政局
  return label && folded.length <= longestLabelled && !isRunIn ? { role: 'labelled', label } : {};
}

/** “(一)一店一招;… below 将第八条修改为:“第八条…: words that go into another document. */
function isQuotedRule(folded: string, section: ast.Section | undefined): boolean {
  if (!section || !/^(?:[“"]|第[^条]{1,7}条)/.test(folded)) return false;
  return /修改为|改为|增加|[改作]如下/.test(leadingWords(section));
}
