import type * as ast from '../ast';
import { BlockContext } from './block-context';
import type { BlockRange, BlockSurroundings } from './block-context';
import { stretchSections } from './open-sections';
import { blockRules } from './rules';

const orderedRules = Object.values(blockRules);

/** Builds the blocks of a range: the first rule that fits takes the line. */
export function buildBlocks(surroundings: BlockSurroundings, range: BlockRange): ast.Block[] {
  const context = new BlockContext(surroundings, range, buildBlocks);
  for (let line = context.lineAt(context.index); line; line = context.lineAt(context.index))
    for (const { take } of orderedRules) if (take(context, line)) break;
  context.blocks.forEach(stretchSections);
  return context.blocks;
}
