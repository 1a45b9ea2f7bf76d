import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as tree } from 'parse5';
import { UnreadableContent } from '@/lib/source-files/blocks';

/** An element of HTML, which is read as browsers read it (parse5). */
export type Element = tree.Element;

/** A node of the tree. */
export type HtmlNode = tree.Node;

/** A node with children. */
export type ParentNode = tree.ParentNode;

/** Most levels. Browsers stop at 512, and the time of parsing grows with depth. */
const deepest = 600;
/** The longest page of a gazette has a tenth of them. */
const mostElements = 500_000;

/**
 * Parses the text of a page as a document.
 * @throws UnreadableContent when it is nested too deeply or too large
 */
export function parseHtml(text: string): tree.Document {
  let depth = 0;
  let elements = 0;
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        elements++;
        if (++depth > deepest || elements > mostElements)
          throw new UnreadableContent(
            depth > deepest
              ? `its elements stand more than ${deepest} deep in each other`
              : `it has more than ${mostElements.toLocaleString('en')} elements`,
            'Copy its text into a .txt file and ingest that.',
          );
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

/** Tests for an element. */
export const isElement = (node: HtmlNode): node is Element => 'tagName' in node;

/** Tests for text. */
export const isText = (node: HtmlNode): node is tree.TextNode => node.nodeName === '#text';

/** Lists the children of a node. */
export const htmlChildrenOf = (node: HtmlNode): HtmlNode[] => ('childNodes' in node ? node.childNodes : []);

/** Gives an attribute, `''` where it has no value, undefined where it is missing. */
export const htmlAttributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Longer styles are not written by people. */
const longestStyle = 4000;
const noStyles = new Map<string, string>();
const styles = new WeakMap<Element, Map<string, string>>();

/** Gives a property of the `style` attribute; the last one counts. */
export function styleOf(element: Element, property: string): string | undefined {
  if (element.attrs.length === 0) return undefined;
  let known = styles.get(element);
  if (!known) {
    const style = htmlAttributeOf(element, 'style');
    known = style === undefined ? noStyles : readStyle(style.slice(0, longestStyle));
    styles.set(element, known);
  }
  return known.get(property);
}

function readStyle(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      found.set(
        declaration.slice(0, colon).trim(),
        declaration
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      );
  }
  return found;
}

/** Yields the elements below a node, the node itself first. */
export function* elementsOf(node: HtmlNode): Generator<Element> {
  if (isElement(node)) yield node;
  for (const child of htmlChildrenOf(node)) yield* elementsOf(child);
}

/** Elements whose text no browser shows. */
const silent = new Set([
  'script', 'style', 'noscript', 'template', 'head', 'title', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'map',
  'button', 'input', 'select', 'textarea', 'datalist', 'img', 'rp', 'rt', 'frameset', 'noframes',
]); // prettier-ignore

/** Tests for elements whose text is no text of the page. */
export const isSilent = (element: Element): boolean => silent.has(element.tagName);

/** Tests for what the page hides by its own markup. Style sheets beside it are not read. */
export const isHidden = (element: Element): boolean =>
  htmlAttributeOf(element, 'hidden') !== undefined ||
  styleOf(element, 'display') === 'none' ||
  styleOf(element, 'visibility') === 'hidden' ||
  styleOf(element, 'mso-hide') === 'all' ||
  /^(?:comment-list|comment|header|footer)$/.test(styleOf(element, 'mso-element') ?? '');

const blocks = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol',
  'p', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'xmp',
]); // prettier-ignore

/** Tests for elements that begin and end a line. */
export const isBlock = (element: Element): boolean => blocks.has(element.tagName);

/**
 * Tests for a link to another page, also one that a script follows. <a name="…"> and
 * <a href="#…"> are places of the text.
 */
export function isLink(element: Element): boolean {
  if (element.tagName !== 'a') return false;
  const target = htmlAttributeOf(element, 'href');
  if (target !== undefined) return !target.startsWith('#');
  return htmlAttributeOf(element, 'name') === undefined && htmlAttributeOf(element, 'id') === undefined;
}
