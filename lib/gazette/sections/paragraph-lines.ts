import type { Line } from '../line';
import { continues, continuesOverPage } from '../lines/paragraphs';
import type { Span } from '../source';
import { countPieces } from '../tables/pieces';
import type { BlockContext } from './block-context';
import { signatureAt } from './signature';

/**
 * Takes the lines of the paragraph that begins here.
 * @returns one span, or several where the source broke the paragraph
 */
export function takeParagraph(context: BlockContext): Span[] {
  const { lines, to } = context;
  const { setting } = context.surroundings;
  const spans: Span[] = [];
  for (;;) {
    const line = context.take(1)[0]!;
    spans.push(line.span);
    const print = printLinesAt(context);
    const behind = context.index + print.length;
    const next = context.lineAt(behind);
    if (!next) return spans;
    const goesOn = print.length > 0 ? continuesOverPage : continues;
    if (countPieces(context.source, next, 'tabbed') > 1 && countPieces(context.source, line, 'tabbed') === 1)
      return spans;
    if (!goesOn(line, next, setting) || signatureAt(lines, behind, to)) return spans;
    for (const each of print) spans.push(each.span); // blank in the folded text, residue in the tree
    context.index = behind;
  }
}

/** Page number and running head that stand at the cursor. */
function printLinesAt(context: BlockContext): Line[] {
  let count = 0;
  while (context.lineAt(context.index + count)?.print) count++;
  return context.lines.slice(context.index, context.index + count);
}

/** Takes the lines of a numbered paragraph; a chapter's name may stand below: 第一篇 / 规划基础. */
export function takeNumbered(context: BlockContext, line: Line): Span[] {
  const below = context.lineAt(context.index + 1);
  const alone =
    line.marker !== null &&
    line.marker.length === line.text.length &&
    /^(?:bian|chapter|division)$/.test(line.marker.style);
  if (!alone || !below || !namesChapter(below)) return takeParagraph(context);
  context.take(2);
  return [line.span, below.span];
}

const longestChapterName = 30;
const namesChapter = ({ kind, key }: Line): boolean =>
  kind === 'other' && key.length <= longestChapterName && !/[。;:,]/.test(key);
