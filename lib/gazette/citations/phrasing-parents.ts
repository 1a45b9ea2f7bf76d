import type * as ast from '../ast';
import { listedRelation, rowRelation } from './listed-relation';
import { childrenOf } from '../tree/walk';

/** A node with phrasing, and what its surroundings say of the documents in it. */
export interface PhrasingParent {
  children: readonly ast.Phrasing[];
  replace: (children: ast.Phrasing[]) => void;
  /** The note on when the document was adopted and amended. */
  adoption?: true;
  /** Relation of all documents that are listed here. */
  listed?: ast.Relation;
  /** Row and cell around it. */
  row?: ast.TableRow;
  cell?: ast.TableCell;
}

interface Surroundings {
  listed: ast.Relation | undefined;
  row?: ast.TableRow;
  cell?: ast.TableCell;
}

const wordsOf = (nodes: readonly ast.Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : '')).join('');

/** Joins the words of a cell. */
export const plainCellText = (cell: ast.TableCell): string =>
  cell.children.map((child) => (child.type === 'paragraph' ? wordsOf(child.children) : '')).join('');

/** 以下文件自…起废止: and what follows it is the list. */
const leadsList = (node: ast.Node): string | null => {
  if (node.type !== 'paragraph') return null;
  const words = wordsOf(node.children).trim();
  return /[:：]$/.test(words) ? words.slice(-58) : null;
};

/** Lists every node of a document with phrasing, in order. */
export function phrasingParentsOf(document: ast.Document): PhrasingParent[] {
  const parents: PhrasingParent[] = [];
  const add = (node: { children: ast.Phrasing[] }, around: Surroundings): void => {
    parents.push({ children: node.children, replace: (children) => (node.children = children), ...clean(around) });
  };
  const gather = (node: ast.Node, around: Surroundings): void => {
    switch (node.type) {
      case 'paragraph':
      case 'note': {
        add(node, around);
        if (/^[(（]/.test(wordsOf(node.children).trimStart())) parents.at(-1)!.adoption = true;
        return;
      }
      case 'listItem': {
        add(node, around);
        return;
      }
      case 'section': {
        if (node.heading.length > 0)
          parents.push({ children: node.heading, replace: (heading) => (node.heading = heading), ...clean(around) });
        gatherAll(node.children, { ...around, listed: listedRelation(wordsOf(node.heading)) ?? around.listed });
        return;
      }
      case 'part': {
        gatherAll(node.children, { listed: node.kind === 'notice' ? undefined : listedRelation(node.title) });
        return;
      }
      case 'callout': {
        gatherAll(node.children, around);
        return;
      }
      case 'table': {
        gatherAll(node.children, {
          listed: (node.caption && listedRelation(wordsOf(node.caption))) ?? around.listed,
        });
        return;
      }
      case 'tableRow': {
        const cells = node.children.filter((cell) => !cell.header).map(plainCellText);
        gatherAll(node.children, { listed: rowRelation(cells, around.listed), row: node });
        return;
      }
      case 'tableCell': {
        gatherAll(node.children, { ...around, cell: node });
        return;
      }
      default: {
        gatherAll(childrenOf(node), around);
        return;
      }
    }
  };
  const gatherAll = (nodes: readonly ast.Node[], around: Surroundings): void => {
    let listed = around.listed;
    for (const node of nodes) {
      gather(node, { ...around, listed });
      const lead = leadsList(node);
      if (lead !== null) listed = listedRelation(lead) ?? listed;
    }
  };
  gather(document, { listed: undefined });
  return parents;
}

const clean = ({ listed, row, cell }: Surroundings): Surroundings => ({
  ...(listed ? { listed } : { listed: undefined }),
  ...(row ? { row } : {}),
  ...(cell ? { cell } : {}),
});
