import { splitTitle } from '@/lib/text/typography';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';
import type { FlowBlock, FlowContext } from './flow';
import { flowBlocks, flowPart } from './flow-blocks';

/**
 * Makes the flow of a document's text, without its head.
 * @param level the level of the headings of parts
 */
export function flowDocument({ tree, links }: FileDocument, level = 1): FlowBlock[] {
  return tree.children.flatMap((part) => flowPart(part, { level, links, headShown: false }));
}

/** Makes the flow of a section with all its content. */
export function flowOfSection({ document, node }: FileSection): FlowBlock[] {
  const context: FlowContext = { level: 1, links: document.links, headShown: false };
  return node.type === 'part' ? flowPart(node, context) : flowBlocks([node], context);
}

/**
 * Splits the title of a document where it may break by sense. It may break where the print broke
 * it, and at its seams.
 */
export function titlePieces({ tree, title }: FileDocument): string[] {
  const printed = tree.children[0]?.children.find((block) => block.type === 'title');
  const lines = printed?.children.map(({ value }) => value) ?? [];
  return splitTitle(lines.join('') === title ? lines : [title]);
}
