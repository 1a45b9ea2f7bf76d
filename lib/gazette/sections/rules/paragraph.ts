import type * as ast from '../../ast';
import type { Line } from '../../line';
import type { BlockContext } from '../block-context';
import { closesText, startsNotes } from '../closing-sentences';
import { takeParagraph } from '../paragraph-lines';
import { lastWords, printedWords } from '../printed-words';
import { addParagraph } from '../section-blocks';
import type { BlockRule } from './rule';

/** Running text: takes every line. */
export const paragraph: BlockRule = {
  specimen: '各部门要密切配合,确保各项任务落实到位。',
  take(context, line) {
    const spans = takeParagraph(context);
    if (context.open.top) leaveSections(context, context.open.top.node, line);
    addParagraph(context, spans);
    return true;
  },
};

const longestLabel = 12;
/** Closing sentences that may stand in a row. */
const mostClosing = 4;

/**
 * Closes the sections that a paragraph without a number does not belong to.
 * @param section that is open, the innermost one
 * @param line first line of the paragraph; the cursor stands behind its last
 */
function leaveSections(context: BlockContext, section: ast.Section, line: Line): void {
  const { open } = context;
  if (startsNotes(line) || (closesText(line) && !lacksText(context, section) && closesSoon(context))) {
    open.closeAll();
    return;
  }
  const next = context.lines[context.index];
  // 策略措施: in front of a new 1.: the label belongs to what the numbers belong to.
  if (line.key.length <= longestLabel && line.key.endsWith(':') && next?.marker?.ordinal === 1)
    open.close(next.marker.style);
  // An item of an article holds one paragraph; what follows goes on with the article.
  else if (!/[:：]$/.test(lastWords(section))) open.closeBelow('article');
}

/** Nothing but further closing sentences stands in front of the end. */
function closesSoon(context: BlockContext): boolean {
  const reach = Math.min(context.to, context.index + mostClosing);
  let index = context.index;
  while (index < reach && closesText(context.lines[index]!)) index++;
  return context.closesAt(index);
}

/** 3.2 预案实施时间: a heading without text, as those beside it have some, or as it says. */
function lacksText(context: BlockContext, section: ast.Section): boolean {
  const heading = printedWords(section.heading);
  if (section.children.length > 0 || heading.trimEnd().endsWith('。')) return false;
  const around = context.open.stack.at(-2)?.node.children ?? context.blocks;
  const beside = around.findLast((block): block is ast.Section => block.type === 'section' && block !== section);
  return beside ? beside.children.length > 0 : /施行|实施|时间|期限|效力|附则|解释/.test(heading);
}
