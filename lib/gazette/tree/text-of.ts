import type * as ast from '../ast';
import { childrenOf } from './walk';

/**
 * Plain text of nodes: blocks on lines of their own, cells parted by tabs, everything else as
 * printed.
 */
export function textOf(node: ast.Node | readonly ast.Node[]): string {
  if (Array.isArray(node)) return (node as readonly ast.Node[]).map(textOf).filter(Boolean).join('\n');
  return textOfNode(node as ast.Node);
}

/** Plain text of a run, without residue. */
export function inlineText(nodes: readonly ast.Node[]): string {
  return withoutResidue(nodes).map(textOfNode).join('');
}

const withoutResidue = (nodes: readonly ast.Node[]): ast.Node[] => nodes.filter((node) => node.type !== 'residue');

function textOfNode(node: ast.Node): string {
  switch (node.type) {
    case 'paragraph':
    case 'listItem':
    case 'addressee':
    case 'title':
    case 'note':
      return inlineText(node.children);
    case 'section': {
      const [first, ...rest] = node.children;
      const head = node.marker.value + inlineText(node.heading);
      if (first?.type === 'paragraph' && (node.runIn || node.heading.length === 0))
        return [head + textOfNode(first), ...rest.map(textOfNode)].join('\n');
      return [head, ...node.children.map(textOfNode)].join('\n');
    }
    case 'tableRow':
      return node.children.map(textOfNode).join('\t');
    case 'tableCell':
      return withoutResidue(node.children).map(textOfNode).join(' ');
    case 'table':
      return withoutResidue(childrenOf(node)).map(textOfNode).join('\n');
    default:
      return 'value' in node ? node.value : childrenOf(node).map(textOfNode).filter(Boolean).join('\n');
  }
}
