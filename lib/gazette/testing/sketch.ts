import type * as ast from '@/lib/gazette/ast';
import type { ParseResult } from '@/lib/gazette';
import { childrenOf, paragraphsOf } from '@/lib/gazette/tree/walk';

/**
 * A tree as a careful reader would note it down: one line a node, indented by depth, with the
 * source line it starts on, its kind, its facts and the beginning and end of its words. Fixtures
 * expect sketches, so that a change of the grammar reads as a short diff.
 */
export interface Sketch {
  tree: string[];
  /** `heading-gap 12: 4 follows 2 (hanComma)` */
  messages: string[];
}

const longestWords = 44;

/** Words with visible line breaks, blanks of every kind as one, cut in the middle. */
function words(value: string): string {
  const line = value
    .replace(/\r\n|[\n\r]/g, '⏎')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
  if (line.length <= longestWords) return `「${line}」`;
  return `「${line.slice(0, longestWords - 14)}…${line.slice(-12)}」`;
}

const inline = (nodes: readonly ast.Phrasing[]): string =>
  nodes.map((node) => (node.type === 'residue' ? '' : node.value)).join('');
/** Words of several printed lines, a break where the print has one. */
const broken = (nodes: readonly ast.Phrasing[]): string =>
  nodes
    .map((node, at) => (at > 0 && nodes[at - 1]!.position.end.line < node.position.start.line ? '⏎' : '') + node.value)
    .join('');

/** `key=value` for every fact that is there. */
const facts = (pairs: Record<string, string | number | boolean | undefined>): string =>
  Object.entries(pairs)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? key : `${key}=${value}`))
    .join(' ');

/** What stands behind the node's type. */
function factsOf(node: ast.Node): string {
  switch (node.type) {
    case 'gazette': {
      const { kind, municipality, issue } = node;
      return `${kind} ${facts({ municipality, year: issue?.year, number: issue?.number, last: issue?.lastNumber, edition: issue?.edition, total: issue?.totalNumber, publishedOn: issue?.publishedOn, publisher: issue?.publisher })}`;
    }
    case 'metadataField':
      return `${node.key}=${node.value}`;
    case 'tocGroup':
      return node.heading;
    case 'tocEntry':
      return `${words(node.title)} ${facts({ docNumber: node.docNumber?.canonical, page: node.page })}`;
    case 'document': {
      const { docNumber, genre, category, letterhead, agency, signedOn, publishedOn } = node;
      return `${words(node.title)} ${facts({ docNumber: docNumber?.canonical, genre, category, letterhead, agency, signedOn, publishedOn })}`;
    }
    case 'part':
      return `${node.id} ${facts({ kind: node.kind, label: node.label })} ${words(node.title)}`;
    case 'section':
      return `${node.id} ${node.marker.style} ${node.marker.value} ${node.heading.length > 0 ? words(broken(node.heading)) : '–'}${node.runIn ? ' run-in' : ''}`;
    case 'callout':
      return `${node.id} ${node.label} ${words(broken(node.title))}`;
    case 'table':
      return `${node.id} ${node.confidence} ${facts({ columns: node.columns, reason: node.reason })}${node.caption ? ` ${words(inline(node.caption))}` : ''}`;
    case 'tableRow':
      return node.children
        .map(
          (cell) =>
            (cell.header ? '*' : '') +
            (cell.inferred ? '~' : '') +
            (cell.rowSpan > 1 ? `↓${cell.rowSpan} ` : '') +
            (cell.colSpan > 1 ? `→${cell.colSpan} ` : '') +
            paragraphsOf(cell)
              .map((paragraph) => inline(paragraph.children))
              .join('⏎'),
        )
        .join(' | ');
    case 'signature':
      return `${facts({ agencies: node.agencies.join('+') || undefined, signedOn: node.signedOn })} ${words(broken(node.children))}`;
    case 'paragraph':
    case 'listItem':
      return `${facts({ role: node.role, label: 'label' in node ? node.label : undefined })} ${words(broken(node.children))}`;
    case 'title':
    case 'addressee':
    case 'note':
    case 'attachmentList':
    case 'imprint':
      return words(broken(node.children));
    case 'citation':
      return `${facts({ relation: node.relation, docNumber: node.docNumber?.canonical, through: node.through?.serial, title: node.title, locator: node.locator, alias: node.aliasDefinition })} ${words(node.value)}`;
    default:
      return 'value' in node ? words(node.value) : '';
  }
}

/** Children with a line of their own: texts and markers are shown by the node that holds them. */
function shownChildren(node: ast.Node): ast.Node[] {
  if (node.type === 'tableRow') return [];
  return childrenOf(node).filter((child) => child.type !== 'text' && child.type !== 'marker');
}

/** First line, and the last one where the reader must decide where the node ends. */
function linesOf({ type, position: { start, end } }: ast.Node): string {
  return /^(?:part|callout|table)$/.test(type) ? `${start.line}–${end.line}` : `${start.line}`;
}

/** The sketch of a parse. */
export function sketchOf({ tree, messages }: ParseResult): Sketch {
  const lines: string[] = [];
  const add = (node: ast.Node, depth: number): void => {
    const line = `${'  '.repeat(depth)}${linesOf(node)} ${node.type} ${factsOf(node)}`;
    lines.push(line.replace(/(?<=\S) {2,}/g, ' ').trimEnd());
    for (const child of shownChildren(node)) add(child, depth + 1);
  };
  add(tree, 0);
  return {
    tree: lines,
    messages: messages.map(({ rule, reason, position }) => `${rule} ${position?.start.line ?? '–'}: ${reason}`),
  };
}
