import type * as ast from '@/lib/gazette/ast';
import { aknBlocks, aknInline, atLeastOne, type AknContext } from './akn-blocks';
import { element, type XmlElement } from '@/lib/export/xml';

/**
 * Marker style → element of the hierarchy. In rules 项 (一) and 目 1. stand below articles, in plans
 * they are sections.
 */
const names: Record<ast.MarkerStyle, string> = {
  bian: 'part',
  chapter: 'chapter',
  division: 'section',
  article: 'article',
  hanComma: 'section',
  hanBracket: 'subsection',
  digitPoint: 'paragraph',
  decimal: 'level',
  digitBracket: 'subparagraph',
  circled: 'point',
  question: 'section',
};
const namesInArticles: Partial<Record<ast.MarkerStyle, string>> = { hanBracket: 'point', digitPoint: 'indent' };

/**
 * Writes a numbered section: number, heading, then its words or its subsections with their
 * introduction.
 * @param as the element to use where no hierarchy is allowed, as in a box
 */
export function aknSection(node: ast.Section, context: AknContext, as?: 'tblock', inArticle = false): XmlElement {
  const { id, marker, heading, children, runIn } = node;
  const head = [
    element('num', {}, marker.value),
    ...(heading.length > 0 ? [element('heading', {}, ...aknInline(heading, context))] : []),
  ];
  const attributes = { eId: id, class: runIn ? 'runIn' : undefined };
  if (as) return element(as, attributes, ...head, ...atLeastOne(aknBlocks(children, context)));
  const name = (inArticle ? namesInArticles[marker.style] : undefined) ?? names[marker.style];
  return element(name, attributes, ...head, ...body(node, context, inArticle || marker.style === 'article'));
}

/** Hierarchy and words may not be siblings: words between sections get a container. */
function body({ id, children }: ast.Section, context: AknContext, inArticle: boolean): XmlElement[] {
  const first = children.findIndex(({ type }) => type === 'section');
  if (first < 0) return [element('content', { eId: `${id}__content` }, ...aknBlocks(children, context))];
  const intro = aknBlocks(children.slice(0, first), context);
  const parts: XmlElement[] = intro.length > 0 ? [element('intro', { eId: `${id}__intro` }, ...intro)] : [];
  let words: ast.Block[] = [];
  let count = 0;
  const close = (): void => {
    const blocks = aknBlocks(words, context);
    words = [];
    if (blocks.length === 0) return;
    const eId = `${id}__text_${++count}`;
    parts.push(element('hcontainer', { eId, name: 'text' }, element('content', { eId: `${eId}__content` }, ...blocks)));
  };
  for (const child of children.slice(first)) {
    if (child.type !== 'section') {
      words.push(child);
      continue;
    }
    close();
    parts.push(aknSection(child, context, undefined, inArticle));
  }
  close();
  return parts;
}
