import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as tree } from 'parse5';
import { UnreadableContent } from '@/lib/source-files/blocks';

/**
 * HTML as a tree, read as browsers read it (parse5), within limits that no page of a person
 * reaches.
 */

export type Element = tree.Element;
export type HtmlNode = tree.Node;
export type ParentNode = tree.ParentNode;

/** Deeper than browsers go (512), and what the time of parsing grows with. */
const deepest = 600;
const mostElements = 2_000_000;

/**
 * Takes the text of a page; gives its document. Throws UnreadableContent when it is nested too
 * deeply or too large.
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
              : 'it has millions of elements',
            'Copy its text into a .txt file and ingest that.',
          );
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

export const isElement = (node: HtmlNode): node is Element => 'tagName' in node;
export const isText = (node: HtmlNode): node is tree.TextNode => node.nodeName === '#text';
export const htmlChildrenOf = (node: HtmlNode): HtmlNode[] => ('childNodes' in node ? node.childNodes : []);

/** Value of an attribute, `''` where it has none; undefined where it is not there. */
export const htmlAttributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Longer styles are no work of people. */
const longestStyle = 4000;
const noStyles = new Map<string, string>();
const styles = new WeakMap<Element, Map<string, string>>();

/** Value of a property in the `style` attribute: the last one counts. */
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

/** Elements below a node, the node itself first. */
export function* elementsOf(node: HtmlNode): Generator<Element> {
  if (isElement(node)) yield node;
  for (const child of htmlChildrenOf(node)) yield* elementsOf(child);
}

/** What no browser shows as text. */
const silent = new Set([
  'script', 'style', 'noscript', 'template', 'head', 'title', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'map',
  'button', 'input', 'select', 'textarea', 'datalist', 'img', 'rp', 'rt', 'frameset', 'noframes',
]); // prettier-ignore

/** True for elements whose text is no text of the page. */
export const isSilent = (element: Element): boolean => silent.has(element.tagName);

/** True for what the page hides by its own markup; style sheets beside it are not read. */
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

/** True for elements that begin and end a line. */
export const isBlock = (element: Element): boolean => blocks.has(element.tagName);

/**
 * A link to elsewhere, also one that a script follows; not the places <a name="…"> and <a
 * href="#…"> of a text.
 */
export function isLink(element: Element): boolean {
  if (element.tagName !== 'a') return false;
  const target = htmlAttributeOf(element, 'href');
  if (target !== undefined) return !target.startsWith('#');
  return htmlAttributeOf(element, 'name') === undefined && htmlAttributeOf(element, 'id') === undefined;
}
