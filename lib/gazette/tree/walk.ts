import type * as ast from '../ast';

/**
 * All children of a node in source order, empty for a leaf.
 * Those outside of `children` are included.
 */
export function childrenOf(node: ast.Node): ast.Node[] {
  switch (node.type) {
    case 'section':
      return [node.marker, ...node.heading, ...node.children];
    case 'callout':
      return [...node.title, ...node.children];
    case 'table':
      return [...(node.caption ?? []), ...node.children];
    default:
      return 'children' in node ? node.children : [];
  }
}

/** Calls a function for a node and all below it, parents first. */
export function walk(node: ast.Node, visit: (node: ast.Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

/** Rows of a table without the headers that were printed again at page breaks. */
export const rowsOf = (table: ast.Table): ast.TableRow[] => table.children.filter((child) => child.type === 'tableRow');

/** Paragraphs of a cell without labels that were printed again. */
export const paragraphsOf = (cell: ast.TableCell): ast.Paragraph[] =>
  cell.children.filter((child) => child.type === 'paragraph');
