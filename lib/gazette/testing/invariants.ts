import { titlesAgree } from '@/lib/gazette/words/agreement';
import { isBlank } from '@/lib/gazette/words/chars';
import type * as ast from '@/lib/gazette/ast';
import { childrenOf, rowsOf, walk } from '@/lib/gazette/tree/walk';

/** What holds for every tree, as lists of what breaks it: empty where nothing does. */

const where = (node: ast.Node): string => `${node.type} in line ${node.position.start.line}`;
const isLeaf = (node: ast.Node): boolean => !('children' in node);

/**
 * Tiling: every character with ink lies in exactly one leaf; only `|` lies in the row that it
 * parts.
 */
export function brokenTiling(text: string, tree: ast.Gazette): string[] {
  const covered = new Uint8Array(text.length);
  const inRow = new Uint8Array(text.length);
  walk(tree, (node) => {
    const { start, end } = node.position;
    if (node.type === 'tableRow') inRow.fill(1, start.offset, end.offset);
    if (isLeaf(node)) for (let at = start.offset; at < end.offset; at++) covered[at]! += 1;
  });
  const broken: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isBlank(text[at]!) || covered[at] === 1) continue;
    if (covered[at] === 0 && /[|｜│┃║]/.test(text[at]!) && inRow[at] === 1) continue;
    broken.push(`${JSON.stringify(text.slice(at, at + 12))} at ${at} lies in ${covered[at]} leaves`);
  }
  return broken;
}

/**
 * Place: children inside their parent, in source order, none over another; ends not in front of
 * starts. Cells of a row may go on in the next line, each below its own beginning.
 */
export function brokenNesting(tree: ast.Gazette): string[] {
  const broken: string[] = [];
  walk(tree, (node) => {
    const { start, end } = node.position;
    if (end.offset < start.offset) broken.push(`${where(node)} ends in front of its start`);
    let last = start.offset;
    for (const child of childrenOf(node)) {
      const { start: from, end: to } = child.position;
      if (from.offset < start.offset || to.offset > end.offset) broken.push(`${where(child)} leaves its ${node.type}`);
      if (from.offset < last && node.type !== 'tableRow')
        broken.push(`${where(child)} begins before its neighbour ends`);
      last = to.offset;
    }
  });
  return broken;
}

/** A leaf shows its stretch of the source: characters for characters, only layout left out. */
export function brokenValues(text: string, tree: ast.Gazette): string[] {
  const broken: string[] = [];
  walk(tree, (node) => {
    // A metadata field's value stands behind its key, a contents entry's title without leader and
    // page.
    if (!('value' in node) || node.type === 'metadataField') return;
    const { start, end } = node.position;
    const slice = text.slice(start.offset, end.offset);
    // A reference that the source broke over two lines is printed without the break and the indent.
    const same = node.type === 'citation' ? inkOf(node.value) === inkOf(slice) : node.value === slice;
    if (!same) broken.push(`${where(node)}: ${JSON.stringify(node.value)} for ${JSON.stringify(slice)}`);
    if (node.type !== 'text' && slice !== slice.trim()) broken.push(`${where(node)} has blanks at its edge`);
  });
  return broken;
}

const inkOf = (text: string): string => [...text].filter((character) => !isBlank(character)).join('');

/** Line and column say the same as the offset. */
export function brokenPoints(text: string, tree: ast.Gazette): string[] {
  const broken: string[] = [];
  const check = (point: ast.Point, node: ast.Node): void => {
    const lineStart = point.offset - point.column + 1;
    const before = text.slice(Math.max(0, lineStart - 1), lineStart);
    if (lineStart !== 0 && before !== '\n' && before !== '\r') broken.push(`${where(node)}: column ${point.column}`);
  };
  walk(tree, (node) => {
    check(node.position.start, node);
    check(node.position.end, node);
  });
  return broken;
}

/** Addresses of one document. */
export function idsOf(document: ast.Document): string[] {
  const ids: string[] = [];
  walk(document, (node) => {
    if ('id' in node) ids.push(node.id);
  });
  return ids;
}

export function documentsOf(tree: ast.Gazette): ast.Document[] {
  return tree.children.filter((child): child is ast.Document => child.type === 'document');
}

/** Addresses are unique in a document, and hold what an address may hold. */
export function brokenIds(tree: ast.Gazette): string[] {
  return documentsOf(tree).flatMap((document) => {
    const ids = idsOf(document);
    const repeated = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`);
    return [...repeated, ...ids.filter((id) => !/^[a-z0-9][a-z0-9.-]*$/.test(id)).map((id) => `${id} is no address`)];
  });
}

/**
 * A cell's column agrees with the spans: every place of the grid belongs to exactly one cell. In a
 * table that was not rebuilt the cells of a row are counted.
 */
export function brokenColumns(tree: ast.Gazette): string[] {
  const broken: string[] = [];
  const check = (table: ast.Table): void => {
    const rows = rowsOf(table);
    const { columns } = table;
    if (columns === undefined) {
      for (const row of rows)
        if (row.children.some(({ column, rowSpan, colSpan }, at) => column !== at || rowSpan * colSpan !== 1))
          broken.push(`${where(row)} counts its cells wrongly`);
      return;
    }
    const covered = rows.map(() => new Array<number>(columns).fill(0));
    rows.forEach((row, at) => {
      let free = 0; // As a browser places cells: at the first place that none from above takes.
      for (const cell of row.children) {
        while (covered[at]![free] === 1) free++;
        if (cell.column !== free) broken.push(`${where(cell)} says column ${cell.column} and stands in ${free}`);
        for (let down = at; down < at + cell.rowSpan; down++)
          for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
            if (covered[down]?.[column] === undefined) broken.push(`${where(cell)} leaves its table`);
            else covered[down]![column]!++;
          }
      }
    });
    for (const [at, counts] of covered.entries())
      if (counts.some((count) => count !== 1))
        broken.push(`${where(rows[at]!)} has places of no cell or of two: ${counts.join(' ')}`);
  };
  walk(tree, (node) => {
    if (node.type === 'table') check(node);
  });
  return broken;
}

/** All citations of a node, in order. */
export function citationsOf(node: ast.Node): ast.Citation[] {
  const citations: ast.Citation[] = [];
  walk(node, (each) => {
    if (each.type === 'citation') citations.push(each);
  });
  return citations;
}

/**
 * Lists contents entries that meet no document and have no message.
 * An entry meets its document by number or by title.
 */
export function brokenContents(tree: ast.Gazette, messages: readonly ast.Message[]): string[] {
  const documents = documentsOf(tree);
  const entries: ast.TocEntry[] = [];
  walk(tree, (node) => {
    if (node.type === 'tocEntry') entries.push(node);
  });
  const reported = new Set(
    messages.filter(({ rule }) => /^toc-/.test(rule)).map(({ position }) => position?.start.offset),
  );
  const agrees = (entry: ast.TocEntry, document: ast.Document): boolean =>
    [document, ...document.children].some(
      ({ title }) => titlesAgree(title, entry.title) || title.includes(entry.title),
    );
  return entries
    .filter(
      (entry) =>
        !reported.has(entry.position.start.offset) &&
        !documents.some(
          (document) =>
            (entry.docNumber !== undefined && document.docNumber?.canonical === entry.docNumber.canonical) ||
            agrees(entry, document),
        ),
    )
    .map((entry) => `${where(entry)}: ${entry.title} meets no document and no message says so`);
}
