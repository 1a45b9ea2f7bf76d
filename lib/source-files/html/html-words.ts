import { writeFormula } from '@/lib/source-files/text/formulas';
import { htmlChildrenOf, isBlock, isElement, isHidden, isSilent, isText, styleOf } from './html-tree';
import type { Element, HtmlNode } from './html-tree';

/** Gives the words that a browser shows below a node, on one line. */
export function shownText(node: HtmlNode): string {
  if (isText(node)) return node.value;
  if (isElement(node) && (isSilent(node) || isHidden(node))) return '';
  return htmlChildrenOf(node).map(shownText).join('');
}

/** Tells whether a page strikes words through: they hold no more. */
export const isStruck = (element: Element): boolean =>
  /^(?:s|strike|del)$/.test(element.tagName) ||
  /line-through/.test(`${styleOf(element, 'text-decoration') ?? ''} ${styleOf(element, 'text-decoration-line') ?? ''}`);

const longestRaised = 8;
const places: Record<string, 'above' | 'below' | undefined> = { sup: 'above', super: 'above', sub: 'below' };

/**
 * Tells where words stand that are set above or below the line.
 * @returns undefined for words on the line, and for whole sentences above it
 */
export function lineOfScript(element: Element): 'above' | 'below' | undefined {
  const place = places[element.tagName] ?? places[styleOf(element, 'vertical-align') ?? ''];
  if (place === undefined || (isBlock(element) && element.tagName !== 'sup')) return undefined;
  return shownText(element).trim().length <= longestRaised ? place : undefined;
}

const kinds = {
  mfrac: 'fraction',
  msup: 'power',
  msub: 'index',
  msqrt: 'root',
  mroot: 'root',
} as const;

/** Writes a formula of MathML as one line. */
export function mathText(node: HtmlNode): string {
  if (isText(node)) return node.value.replace(/\s+/g, '');
  if (isElement(node) && /^annotation/.test(node.tagName)) return '';
  const children = htmlChildrenOf(node).filter((child) => !isText(child) || child.value.trim() !== '');
  const parts = children.map(mathText);
  const kind = isElement(node) ? kinds[node.tagName as keyof typeof kinds] : undefined;
  return writeFormula({ kind: kind ?? 'row', parts });
}
