import {
  addressParagraphs,
  articleOfParagraph,
  articlesIn,
  listArticleLines,
  paragraphName,
  wordsOfRun,
  type ArticleLine,
} from '@/lib/gazette/tree/article-lines';
import type * as ast from '@/lib/gazette/ast';
import { listPassages, type Passage } from './passages';
import { wordsKey } from './words-key';

/**
 * Lists everything in a document with an address, and behind it all 款.
 *
 * A 款 is a passage like any other, with its 项: a-t9.k2.
 */
export function listWithParagraphs(document: ast.Document): Passage[] {
  const passages = listPassages(document);
  const at = new Map(passages.map(({ address }, index) => [address, index]));
  const articles = document.children.flatMap(({ children }) => articlesIn(children));
  return [...passages, ...articles.flatMap((article) => paragraphsIn(article, at.get(article.id)!))];
}

/** Whether a passage is a 款. */
export const isParagraph = ({ address }: Pick<Passage, 'address'>): boolean => articleOfParagraph(address) !== null;

function paragraphsIn(article: ast.Section, parent: number): Passage[] {
  const addresses = addressParagraphs(article);
  if (addresses.size === 0) return [];
  const groups: ArticleLine[][] = [];
  for (const line of listArticleLines(article).lines)
    if (line.kind === 'paragraph') groups.push([line]);
    else groups.at(-1)?.push(line);
  return groups.map((lines): Passage => {
    const [{ node }] = lines as [ArticleLine];
    const address = addresses.get(node)!;
    const words = lines.map(({ run }) => wordsOfRun(run).replace(/\s+/gu, '')).join('');
    const key = wordsKey(words);
    return {
      address,
      kind: 'section',
      parent,
      marker: paragraphName(address.slice(address.lastIndexOf('.') + 1)),
      heading: '',
      words,
      body: words,
      key,
      ownKey: key,
      text: lines.map(({ marker, run }) => marker + wordsOfRun(run)).join('\n'),
      line: node.position.start.line,
    };
  });
}
