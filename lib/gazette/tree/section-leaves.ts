import type * as ast from '../ast';
import { printedName } from './names';
import { isAddressed, listSectionTexts, ownBlocks, type Addressed, type SectionText } from './outline';
import { childrenOf } from './walk';

/** A node whose `value` is printed text. */
export type Leaf = Extract<ast.Node, { value: string }>;

/**
 * A leaf in the string that it is part of: `string.slice(start, end)` is `leaf.value` from `from`
 * on, to its end or, in a heading that is cut, to the cut. All in UTF-16 units.
 */
export interface PlacedLeaf {
  leaf: Leaf;
  start: number;
  end: number;
  from: number;
}

/**
 * A section's text with the leaves of its name and its `text`.
 * The leaves are in the order of the string.
 */
export interface SectionLeaves {
  section: SectionText;
  /**
   * Of marker and heading joined (`printedName`); the first words of a paragraph without a name
   * stand in `text` too.
   * Between the leaves are blanks alone (or the colon of a label); behind them may stand the `…` of
   * a cut. None for a part that prints neither label nor title (正文).
   */
  heading: PlacedLeaf[];
  /**
   * Between the leaves stand line breaks, tabs (between cells) and blanks (between the paragraphs
   * of a cell) alone.
   */
  text: PlacedLeaf[];
}

/**
 * Lists the leaves of each section text of a document.
 * The order is that of `listSectionTexts`.
 */
export function listSectionLeaves(document: ast.Document): SectionLeaves[] {
  const nodes = document.children.flatMap(addressedNodes);
  return listSectionTexts(document).map((section, index) => {
    const node = nodes[index]!;
    const own = ownBlocks(node).flatMap(textLeaves);
    return { section, heading: placeInHeading(printedName(section), node, own), text: placeInText(section.text, own) };
  });
}

/**
 * Finds what of each leaf lies in a stretch of their string.
 * @param leaves in the order of the string
 * @returns units of the leaf's value
 */
export function leavesAt(
  placed: readonly PlacedLeaf[],
  stretch: { start: number; end: number },
): { leaf: Leaf; start: number; end: number }[] {
  const found: { leaf: Leaf; start: number; end: number }[] = [];
  for (let at = firstBehind(placed, stretch.start); at < placed.length; at++) {
    const { leaf, start, end, from } = placed[at]!;
    if (start >= stretch.end) break;
    const cut = { start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) };
    if (cut.start < cut.end) found.push({ leaf, start: cut.start - start + from, end: cut.end - start + from });
  }
  return found;
}

/** Index of the first leaf that ends behind a place. */
function firstBehind(placed: readonly PlacedLeaf[], place: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What has an address, in the order of `listSectionTexts`. */
function addressedNodes(node: Addressed): Addressed[] {
  if (node.type === 'table') return [node];
  return [node, ...(node.children as ast.Node[]).filter(isAddressed).flatMap(addressedNodes)];
}

/** Leaves of a block of its own; residue is text only where it is the block itself. */
function textLeaves(block: ast.Node): Leaf[] {
  if ('value' in block) return [block];
  return childrenOf(block)
    .filter((child) => child.type !== 'residue')
    .flatMap(textLeaves);
}

/**
 * Only layout stands between leaves, and no leaf begins with layout: each begins where its words
 * come next.
 */
function placeInText(text: string, leaves: readonly Leaf[]): PlacedLeaf[] {
  let at = 0;
  return leaves.map((leaf) => {
    const start = text.indexOf(leaf.value, at);
    at = start + leaf.value.length;
    return { leaf, start, end: at, from: 0 };
  });
}

function headingLeaves(node: Addressed, own: readonly Leaf[]): Leaf[] {
  switch (node.type) {
    case 'part':
      return node.children
        .filter((child) => child.type === 'label' || child.type === 'title')
        .flatMap((child): Leaf[] => (child.type === 'label' ? [child] : child.children));
    case 'section':
      return [node.marker, ...node.heading.filter((child) => child.type !== 'residue'), ...(hasName(node) ? [] : own)];
    case 'callout':
      return node.title;
    case 'table':
      return node.caption ?? [];
  }
}

const hasName = ({ heading }: ast.Section): boolean => heading.some(({ value }) => value.trim() !== '');

/**
 * A heading drops blanks, the mark at its end, and what is too long of a paragraph without a name.
 * So each leaf is taken as far as it goes on from where the one before it ended, blanks on either
 * side aside (and the colon of a label: 附:); a leaf that does not go on is no part of the heading
 * (a second title).
 */
function placeInHeading(heading: string, node: Addressed, own: readonly Leaf[]): PlacedLeaf[] {
  const placed: PlacedLeaf[] = [];
  let at = 0;
  for (const leaf of headingLeaves(node, own)) {
    for (let from = 0; from < leaf.value.length;) {
      while (isBlank(leaf.value, from)) from++;
      while (/[\s:：]/u.test(heading.charAt(at)) && heading[at] !== leaf.value[from]) at++;
      let length = 0;
      while (isSame(leaf.value, from + length, heading, at + length)) length++;
      if (length === 0) break;
      placed.push({ leaf, start: at, end: at + length, from });
      at += length;
      from += length;
    }
  }
  return placed;
}

const isBlank = (text: string, at: number): boolean => at < text.length && /\s/u.test(text.charAt(at));

const isSame = (one: string, at: number, other: string, otherAt: number): boolean =>
  at < one.length && otherAt < other.length && one[at] === other[otherAt];
