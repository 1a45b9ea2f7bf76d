import type * as ast from '../ast';
import { fold } from '../words/chars';

/** A sentence of a decision, with the lines that it gives to another text. */
export interface AmendmentGroup {
  /** Address of the section that holds it. */
  address: string;
  /** As printed, without the marker of its section. */
  lines: string[];
  /** Citations outside of quotations. */
  citations: ast.Citation[];
}

interface PrintedLine {
  address: string;
  /** （一）; empty in front of a paragraph that continues. */
  marker: string;
  run: readonly ast.Phrasing[];
}

/** Lists the groups of a part in the order of its text. */
export function listAmendmentGroups(part: ast.Part): AmendmentGroup[] {
  const groups: AmendmentGroup[] = [];
  let depth = 0;
  for (const { address, marker, run } of linesOf(part)) {
    const text = wordsOf(run);
    const before = depth;
    depth = depthBehind(text, depth);
    const last = groups.at(-1);
    // Inside a quotation a numbered line is a line of the other text.
    if (before > 0 && last) last.lines.push(marker + text);
    else groups.push({ address, lines: [text], citations: citationsOutside(run) });
  }
  return groups;
}

/** How many quotations are open behind a line; inside one, each line opens with “ anew. */
function depthBehind(text: string, depth: number): number {
  let open = depth;
  const words = depth > 0 ? text.trimStart().replace(/^“/, '') : text;
  for (const mark of words) {
    if (mark === '“') open++;
    if (mark === '”') open = Math.max(0, open - 1);
  }
  return open;
}

function citationsOutside(run: readonly ast.Phrasing[]): ast.Citation[] {
  let depth = 0;
  return run.flatMap((child) => {
    const isOutside = depth === 0;
    if (child.type !== 'residue') depth = depthBehind(child.value, depth);
    return child.type === 'citation' && isOutside ? [child] : [];
  });
}

function linesOf(node: ast.Part | ast.Section): PrintedLine[] {
  const [first, ...rest] = node.children;
  const lines: PrintedLine[] = [];
  let blocks: readonly ast.Block[] = node.children;
  if (node.type === 'section') {
    const isOneLine = first?.type === 'paragraph' && (node.runIn || node.heading.length === 0);
    const run = isOneLine ? [...node.heading, ...first.children] : node.heading;
    lines.push({ address: node.id, marker: node.marker.value, run });
    if (isOneLine) blocks = rest;
  }
  for (const block of blocks) {
    if (block.type === 'section') for (const line of linesOf(block)) lines.push(line);
    else if (block.type === 'paragraph') lines.push({ address: node.id, marker: '', run: block.children });
    else if (block.type === 'list')
      for (const item of block.children) lines.push({ address: node.id, marker: '', run: item.children });
  }
  return lines;
}

const wordsOf = (run: readonly ast.Phrasing[]): string =>
  straightened(run.map((child) => (child.type === 'residue' ? '' : child.value)).join(''));

/** "三元" is “三元” where a line has pairs of them alone. */
function straightened(text: string): string {
  if (/[“”]/.test(text) || (text.split('"').length - 1) % 2 === 1) return text;
  let isOpen = false;
  return text.replace(/"/g, () => ((isOpen = !isOpen) ? '“' : '”'));
}

/** A group without the words in its quotations. */
export interface Skeleton {
  /** Folded, without blanks, with the number of each quotation in its place: 第九条修改为:“0”. */
  words: string;
  /** The quotations, line by line, as printed. */
  quotations: string[][];
}

/** Takes the quotations out of a group; null where one stays open. */
export function skeletonOf(lines: readonly string[]): Skeleton | null {
  const quotations: string[][] = [];
  let words = '';
  let depth = 0;
  let quoted = '';
  for (const [at, line] of lines.entries()) {
    const text = at > 0 && depth > 0 ? line.trimStart().replace(/^“/, '') : line;
    if (at > 0 && depth > 0) quoted += '\n';
    for (const mark of text) {
      if (mark === '”' && --depth === 0) {
        words += `“${quotations.length}”`;
        quotations.push(quoted.split('\n').map((each) => each.trim()));
        quoted = '';
      } else if (mark === '“' && ++depth === 1) quoted = '';
      else if (depth > 0) quoted += mark;
      else words += mark;
      if (depth < 0) return null;
    }
  }
  return depth === 0 ? { words: fold(words).replace(/\s/g, ''), quotations } : null;
}
