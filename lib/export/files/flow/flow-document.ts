import { splitTitle } from '@/lib/text/typography';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';
import type { FlowBlock, FlowContext } from './flow';
import { flowBlocks, flowPart } from './flow-blocks';

/**
 * Takes a document and the level of its parts' headings; gives its whole text as a flow, without
 * its head.
 */
export function flowDocument({ tree, links }: FileDocument, level = 1): FlowBlock[] {
  return tree.children.flatMap((part) => flowPart(part, { level, links, headShown: false }));
}

/** A section with all that stands in it. */
export function flowOfSection({ document, node }: FileSection): FlowBlock[] {
  const context: FlowContext = { level: 1, links: document.links, headShown: false };
  return node.type === 'part' ? flowPart(node, context) : flowBlocks([node], context);
}

/**
 * The title of a document, cut where it may break by sense: where the print broke it, and at its
 * seams.
 */
export function titlePieces({ tree, title }: FileDocument): string[] {
  const printed = tree.children[0]?.children.find((block) => block.type === 'title');
  const lines = printed?.children.map(({ value }) => value) ?? [];
  return splitTitle(lines.join('') === title ? lines : [title]);
}
