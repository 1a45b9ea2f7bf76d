import type * as ast from '../ast';
import { hanNumber } from '../clauses/amendment-rules';

/** A line of an article: a 款, or a 项. */
export interface ArticleLine {
  kind: 'paragraph' | 'item';
  /** （一）; empty for a paragraph. */
  marker: string;
  run: readonly ast.Phrasing[];
  /** The node that holds it; of the line of the article's own number the article. */
  node: ast.Paragraph | ast.Section;
}

/** The lines of an article, in the order of the text. */
export interface ArticleLines {
  lines: ArticleLine[];
  /** Nothing in it but 款 and 项: only then they can be counted. */
  isPlain: boolean;
}

/** Words on a line of their own behind the number that are text, and no title of the article. */
const endsLikeText = /[。：:；;，,]\s*$/;

/** Lists the lines of an article. */
export function listArticleLines(article: ast.Section): ArticleLines {
  const { line, rest, isTitled } = firstLine(article);
  const lines: ArticleLine[] = [];
  let isPlain = !isTitled;
  if (wordsOfRun(line) !== '') lines.push({ kind: 'paragraph', marker: '', run: line, node: article });
  for (const block of rest) {
    if (block.type === 'paragraph') lines.push({ kind: 'paragraph', marker: '', run: block.children, node: block });
    else if (block.type === 'section' && block.marker.style === 'hanBracket') {
      const item = firstLine(block);
      lines.push({ kind: 'item', marker: block.marker.value, run: item.line, node: block });
      if (item.rest.length > 0) isPlain = false;
    } else if (block.type !== 'residue') isPlain = false;
  }
  return { lines, isPlain };
}

/** The words behind the number on its line, and what follows. */
function firstLine({ heading, runIn, children }: ast.Section): {
  line: readonly ast.Phrasing[];
  rest: readonly ast.Block[];
  isTitled: boolean;
} {
  const [first, ...others] = children;
  const isOneLine = first?.type === 'paragraph' && (runIn || heading.length === 0);
  const line = isOneLine ? [...heading, ...first.children] : heading;
  const rest = isOneLine ? others : children;
  const isTitled =
    line.length > 0 && rest.some(({ type }) => type === 'paragraph') && !endsLikeText.test(wordsOfRun(line));
  return { line, rest, isTitled };
}

/** The words of a line, without residue. */
export const wordsOfRun = (run: readonly ast.Phrasing[]): string =>
  run
    .map((child) => (child.type === 'residue' ? '' : child.value))
    .join('')
    .trim();

/**
 * Gives the addresses of the 款 of an article that has several: a-t9.k1, a-t9.k2.
 * @returns by their nodes, in the order of the text; empty where they cannot be counted
 */
export function addressParagraphs(article: ast.Section): ReadonlyMap<ArticleLine['node'], string> {
  if (article.marker.style !== 'article') return none;
  const { lines, isPlain } = listArticleLines(article);
  const paragraphs = lines.filter(({ kind }) => kind === 'paragraph');
  if (!isPlain || paragraphs.length < 2) return none;
  return new Map(paragraphs.map(({ node }, at) => [node, `${article.id}.k${at + 1}`]));
}

const none: ReadonlyMap<ArticleLine['node'], string> = new Map();

/** An address by 款, and the one that it is found at. */
export interface ParagraphAddress {
  /** a-t9.k2, and a-t9.k2.1 for the first 项 of that 款. */
  address: string;
  /** a-t9.k2, and a-t9.1-2. */
  at: string;
}

/**
 * Lists the addresses by 款 of a document.
 * @returns by the address of the article
 */
export function listParagraphAddresses(document: ast.Document): ReadonlyMap<string, ParagraphAddress[]> {
  const found = new Map<string, ParagraphAddress[]>();
  for (const article of document.children.flatMap(({ children }) => articlesIn(children))) {
    const paragraphs = addressParagraphs(article);
    if (paragraphs.size === 0) continue;
    let paragraph = '';
    const own: ParagraphAddress[] = [];
    for (const { kind, node } of listArticleLines(article).lines) {
      paragraph = paragraphs.get(node) ?? paragraph;
      if (kind === 'paragraph') own.push({ address: paragraph, at: paragraph });
      else if (node.type === 'section') own.push({ address: `${paragraph}.${node.marker.ordinal}`, at: node.id });
    }
    found.set(article.id, own);
  }
  return found;
}

/** 第二款 of k2, 第二款第（一）项 of k2.1. */
export function paragraphName(local: string): string {
  const [, paragraph, item] = /^k(\d+)(?:\.(\d+))?$/.exec(local) ?? [];
  if (paragraph === undefined) return '';
  return `第${hanNumber(Number(paragraph))}款${item === undefined ? '' : `第（${hanNumber(Number(item))}）项`}`;
}

/** The articles among blocks, in chapters too. */
export function articlesIn(blocks: readonly ast.Block[]): ast.Section[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'section') return [];
    return block.marker.style === 'article' ? [block] : articlesIn(block.children);
  });
}

/** a-t9 of a-t9.k2; null for the address of anything else. */
export const articleOfParagraph = (address: string): string | null => /^(.+)\.k\d+$/.exec(address)?.[1] ?? null;
