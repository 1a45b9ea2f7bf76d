import { keyOf } from '@/lib/gazette/words/chars';
import { findDate } from '@/lib/gazette/words/numbers';
import type * as ast from '@/lib/gazette/ast';
import type { SourceBlock, LineBlock, ReadBlocks } from '@/lib/source-files/blocks';
import { inkOf, blockLinesOf, noteOf, UnreadableContent } from '@/lib/source-files/blocks';
import { findArticle, isField, type Article } from './html-article';
import { htmlAttributeOf, htmlChildrenOf, elementsOf, isElement, isHidden, isText, parseHtml } from './html-tree';
import type { Element, HtmlNode } from './html-tree';
import { blocksOf } from './html-blocks';
import { settleTables } from './layout-tables';
import { joinKeys, startsWithKey } from '@/lib/source-files/text/portal-keys';

const searchedForCharset = 4096;
const metaCharset = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;
const xmlEncoding = /^<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i;

/** Reads the charset that a page declares in its first bytes, where browsers look. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, searchedForCharset)).toString('latin1');
  return (metaCharset.exec(head) ?? xmlEncoding.exec(head))?.[1];
}

/**
 * Reads the document of a web page, without the navigation around it.
 * @throws UnreadableContent
 */
export function readHtml(text: string): ReadBlocks {
  const elements = [...elementsOf(parseHtml(text))];
  const body = elements.find((element) => element.tagName === 'body');
  if (!body)
    throw new UnreadableContent(
      'it only shows other pages in frames',
      'Save the page inside the frame, and ingest that.',
    );
  const meta = readMeta(elements);
  const pageTitle = elements.find((element) => element.tagName === 'title' && parentName(element) === 'head');
  const titles = [meta.get('articletitle'), pageTitle && textOf(pageTitle)].map((title) => keyOf(title ?? ''));
  const head = { titles: titles.filter((title) => title !== '') };
  const hidden = elements.filter(isHidden).reduce((sum, element) => sum + inkOf(textOf(element)), 0);
  let article = findArticle(body, head, false);
  // A page that hides its text until a script shows it.
  const unhidden = article.words < 100 && hidden > 5 * article.words;
  if (unhidden) article = findArticle(body, head, true);
  refuseIndexPage(article);

  const above = nameRepeatedTitle(article);
  const kept = [...above, ...blockLinesOf(article.blocks), ...article.below];
  return {
    blocks: raiseFields([...metadataOf(meta, kept), ...above, ...article.blocks, ...article.below]),
    notes: [...notesOf(article, unhidden ? 0 : hidden), ...noteEmbedded(elements)],
  };
}

/**
 * Reads all of an HTML text that has no page around it.
 * @throws UnreadableContent
 */
export function readBareHtml(text: string): ReadBlocks {
  const walk = { skip: () => false, showHidden: false, pictures: 0, struck: [] };
  const blocks = joinKeys(settleTables(blocksOf([parseHtml(text)], walk)));
  return { blocks, notes: notesOfWalk(walk) };
}

/** What a text holds that is not in its blocks. */
function notesOfWalk({ pictures, struck }: Pick<Article, 'pictures' | 'struck'>): ast.Message[] {
  const notes: ast.Message[] = [];
  if (pictures > 0)
    notes.push(
      noteOf(
        'pictures',
        `${pictures} ${pictures === 1 ? 'picture is' : 'pictures are'} not read; text in them is missing`,
      ),
    );
  const count = struck.reduce((sum, words) => sum + inkOf(words), 0);
  if (count > 0)
    notes.push(noteOf('struck-text', `${count} characters that are struck through were left out: ${sampleOf(struck)}`));
  return notes;
}

const fileName = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|zip|rar)(?=$|[?#&])/i;

/** Files that a page shows in a frame; their text is not in the page. */
function noteEmbedded(elements: readonly Element[]): ast.Message[] {
  const files = elements
    .filter((element) => /^(?:iframe|embed|object)$/.test(element.tagName))
    .map((element) => htmlAttributeOf(element, 'src') ?? htmlAttributeOf(element, 'data') ?? '')
    .filter((address) => fileName.test(address));
  if (files.length === 0) return [];
  const reason = `the page shows files that are not read; open them and ingest their text: ${sampleOf([...new Set(files)])}`;
  return [noteOf('embedded-files', reason, 'warning')];
}

function sampleOf(words: readonly string[]): string {
  const sample = words.join(' ').replace(/[\s\u3000\u00a0]+/g, ' ');
  return sample.length > sampleLength ? `${sample.slice(0, sampleLength)}…` : sample;
}

const textOf = (node: HtmlNode): string =>
  isText(node)
    ? node.value
    : isElement(node) && /^(?:script|style)$/.test(node.tagName)
      ? ''
      : htmlChildrenOf(node).map(textOf).join('');

const parentName = (element: Element): string | undefined => element.parentNode?.nodeName;

/**
 * Reads <meta name="ArticleTitle" content="…"> and the like, which portals of governments write by
 * rule. Names are in small letters.
 */
function readMeta(elements: readonly Element[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of elements) {
    const name = element.tagName === 'meta' ? htmlAttributeOf(element, 'name')?.toLowerCase() : undefined;
    const content = htmlAttributeOf(element, 'content')?.trim();
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return found;
}

const headLines = 40;

/**
 * Moves date and source from below the page's title to above it, where a document has its fields.
 * Its number follows its title.
 */
function raiseFields(blocks: readonly SourceBlock[]): SourceBlock[] {
  const end = blocks.findIndex((block, at) => at >= headLines || block.type === 'table' || /。/.test(block.text));
  const head = blocks.slice(0, end < 0 ? blocks.length : end);
  const fields = head.filter((block) => block.type === 'line' && isField(block.text));
  return [...fields, ...head.filter((block) => !fields.includes(block)), ...blocks.slice(head.length)];
}

const fewWords = 40;

function refuseIndexPage({ words, links }: Article): void {
  if (words < fewWords && links >= 10)
    throw new UnreadableContent(
      'the page holds links and no document',
      'Open the document that it links to, save that page, and ingest it.',
    );
}

/** Makes the portal's title a field (标题: …) where the text below begins with its title itself. */
function nameRepeatedTitle({ above, blocks }: Article): LineBlock[] {
  const beginning = keyOf(
    blockLinesOf(blocks.slice(0, 30))
      .slice(0, 30)
      .map(({ text }) => text)
      .join(''),
  );
  const isTitle = (line: LineBlock): boolean => !startsWithKey(line.text) && keyOf(line.text).length >= 8;
  return above.map((line) =>
    isTitle(line) && beginning.includes(keyOf(line.text)) ? { type: 'line', text: `标题: ${line.text.trim()}` } : line,
  );
}

/** Writes facts of the page's head that its text does not show, as lines that the parser knows. */
function metadataOf(meta: ReadonlyMap<string, string>, kept: readonly LineBlock[]): LineBlock[] {
  const keys = kept.map(({ text }) => keyOf(text));
  const facts: [key: string, value: string | null | undefined, shown: (key: string) => boolean][] = [
    ['标题', meta.get('articletitle'), (key) => key.startsWith('标题:')],
    ['发布日期', findDate(meta.get('pubdate') ?? ''), (key) => /^(?:发布|公开)(?:日期|时间):/.test(key)],
    ['来源', meta.get('contentsource'), (key) => key.includes('来源:')],
  ];
  const whole = keys.join('');
  return facts
    .flatMap(([name, value, shown]): LineBlock[] => {
      if (!value || keys.some(shown) || (name === '标题' && whole.includes(keyOf(value)))) return [];
      // A title that the text has nowhere is the text's title.
      return [{ type: 'line', text: name === '标题' ? value : `${name}: ${value}` }];
    })
    .sort((one, other) => Number(!one.text.includes(': ')) - Number(!other.text.includes(': ')));
}

const sampleLength = 60;

function notesOf(article: Article, hidden: number): ast.Message[] {
  const notes: ast.Message[] = [];
  const { leftOut } = article;
  const count = leftOut.reduce((sum, line) => sum + inkOf(line), 0);
  if (count > 0) {
    const reason = `${count} characters around the text were left out as navigation: ${sampleOf(leftOut)}`;
    notes.push(noteOf('navigation', reason));
  }
  if (hidden > 0) notes.push(noteOf('hidden-text', `${hidden} characters that the page hides were left out`));
  return [...notes, ...notesOfWalk(article)];
}
