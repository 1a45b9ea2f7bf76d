import type * as ast from '../ast';
import { addressParagraphs } from './article-lines';
import { textOf } from './text-of';
import { isAddressed, ownBlocks, type Addressed } from './outline';

/** A paragraph, an item of a list or a note, as one line. */
export interface SectionLine {
  text: string;
  /** That of its 款, where its article has several, else that of its section. */
  address: string;
}

/** The lines of an addressed stretch of text, or its table. */
export interface SectionLines {
  address: string;
  /** Its heading without the number; empty where it has none. */
  heading: string;
  /** Without what an amendment puts into another text. */
  lines: SectionLine[];
  table?: ast.Table;
}

/** Lists the lines of every addressed stretch of a document, in its order. */
export const listSectionLines = (document: ast.Document): SectionLines[] => document.children.flatMap(linesBelow);

function linesBelow(node: Addressed): SectionLines[] {
  if (node.type === 'table') return [{ address: node.id, heading: '', lines: [], table: node }];
  const below = (node.children as ast.Node[]).filter(isAddressed).flatMap(linesBelow);
  return [node.type === 'section' ? ofSection(node) : ofBlocks(node), ...below];
}

const ofBlocks = (node: ast.Part | ast.Callout): SectionLines => ({
  address: node.id,
  heading: '',
  lines: ownBlocks(node).flatMap((block) => textsOf(block).map((text) => ({ text, address: node.id }))),
});

function ofSection(node: ast.Section): SectionLines {
  const paragraphs = addressParagraphs(node);
  const own = ownBlocks(node);
  const [first] = own;
  const heading = textOf({ type: 'paragraph', children: node.heading, position: node.position });
  const isRunOn = first?.type === 'paragraph' && first === node.children[0] && (node.runIn || heading === '');
  const lines: SectionLine[] = [];
  const add = (text: string, block: ast.Paragraph | ast.Section): void => {
    if (text.trim() !== '') lines.push({ text, address: paragraphs.get(block) ?? node.id });
  };
  add(isRunOn ? heading + textsOf(first).join('') : heading, node);
  for (const block of isRunOn ? own.slice(1) : own)
    for (const text of textsOf(block)) add(text, block.type === 'paragraph' ? block : node);
  const isName = heading.trim() !== '' && (isRunOn || own.length > 0);
  return { address: node.id, heading: isName ? heading.replace(/\s+|[。：:；;.]\s*$/gu, '') : '', lines };
}

/** The texts of a block that says something: an item of a list each. */
function textsOf(block: ast.Node): string[] {
  if (block.type === 'paragraph') return block.role === 'quote' ? [] : [textOf(block)];
  if (block.type === 'note') return [textOf(block)];
  return block.type === 'list' ? block.children.map((item) => textOf(item)) : [];
}
