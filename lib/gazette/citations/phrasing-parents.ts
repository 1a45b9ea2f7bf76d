import type * as ast from '../ast';
import { dayColumnsOf, dayOfCell, type DayColumns } from '../tree/day-columns';
import { isReview, isUndecided, listedRelation, rowRelation } from './listed-relation';
import { leadWords } from '../tree/list-lead';
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
  /** Words above say that nothing is decided yet. */
  isOpen?: boolean;
  /** Columns of the table around it whose days say something. */
  days?: DayColumns;
  row?: ast.TableRow;
  cell?: ast.TableCell;
}

const wordsOf = (nodes: readonly ast.Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : '')).join('');

/** Joins the words of a cell. */
export const plainCellText = (cell: ast.TableCell): string =>
  cell.children.map((child) => (child.type === 'paragraph' ? wordsOf(child.children) : '')).join('');

/** Most characters in front of a table that may say that nothing is decided yet. */
const longestLead = 58;

/** What a heading, a title or a caption says of what stands below it. */
const below = (around: Surroundings, head: string): Surroundings => ({
  ...around,
  listed: listedRelation(head) ?? around.listed,
  isOpen: around.isOpen === true || isUndecided(head),
});

/** Lists every node of a document with phrasing, in order. */
export function phrasingParentsOf(document: ast.Document): PhrasingParent[] {
  const parents: PhrasingParent[] = [];
  const decides = isReview(document.title);
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
        gatherAll(node.children, below(around, wordsOf(node.heading)));
        return;
      }
      case 'part': {
        gatherAll(
          node.children,
          node.kind === 'notice' ? { listed: undefined } : below({ listed: undefined }, node.title),
        );
        return;
      }
      case 'callout': {
        gatherAll(node.children, around);
        return;
      }
      case 'table': {
        gatherAll(node.children, { ...below(around, wordsOf(node.caption ?? [])), days: dayColumnsOf(node) });
        return;
      }
      case 'tableRow': {
        const own = node.children.filter((cell) => !cell.header);
        const days = own.flatMap((cell) =>
          dayOfCell(cell) === null ? [] : (around.days?.get(cell.column)?.kind ?? []),
        );
        const cells = own.map(plainCellText);
        gatherAll(node.children, {
          listed: rowRelation(cells, around.listed, days, decides && !around.isOpen),
          row: node,
        });
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
    let { listed, isOpen = false } = around;
    for (const node of nodes) {
      gather(node, { ...around, listed, isOpen });
      const lead = leadWords(node)?.slice(-longestLead) ?? null;
      if (lead !== null) listed = listedRelation(lead) ?? listed;
      const words = node.type === 'section' || node.type === 'table' ? '' : wordsOf(childrenOf(node));
      // Of several attachments nobody knows which one follows.
      const isOneOfSeveral = node.type === 'attachmentList' && lead === null;
      if (words !== '') isOpen = around.isOpen === true || isOneOfSeveral || isUndecided(words.slice(-longestLead));
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
