import type { FlowBlock } from '@/lib/export/files/flow/flow';

/**
 * Paragraphs that a Word file has at most; a cell counts as two. Each takes some 10 KB of memory
 * while the file is written, and 50,000 of them end the process for all its readers.
 */
const MOST = 20_000;

/** A document or an issue is too long to be written as a Word file. */
export class TooLongForWord extends Error {
  override name = 'TooLongForWord';
}

/** @throws TooLongForWord */
export function refuseTooLong(flows: readonly (readonly FlowBlock[])[]): void {
  const size = flows.reduce((sum, flow) => sum + sizeOf(flow), 0);
  if (size > MOST) throw new TooLongForWord(`${size} paragraphs are too many for a Word file.`);
}

const sizeOf = (flow: readonly FlowBlock[]): number => flow.reduce((sum, block) => sum + sizeOfBlock(block), 0);

function sizeOfBlock(block: FlowBlock): number {
  switch (block.kind) {
    case 'table':
      return block.rows.reduce((sum, row) => sum + 2 * row.length, 0);
    case 'callout':
      return 1 + sizeOf(block.children);
    case 'lines':
      return block.lines.length;
    case 'list':
      return block.items.length;
    default:
      return 1;
  }
}
