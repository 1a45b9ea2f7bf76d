import type { Line } from '../../line';
import type { BlockContext } from '../block-context';
import { takeParagraph } from '../paragraph-lines';
import { openSection } from '../section-blocks';
import type { BlockRule } from './rule';

const asked = /^(?:【|\[)?(?:记者)?问(?:题)?[一二三四五六七八九十\d]{0,3}(?:】|\])? *: */;
const answered = /^(?:【|\[)?答/;
/** Lines of a question, and between it and its answer. */
const mostLines = 6;

/** A question of an interpretation (政策解读): it opens a section, and its answer stands below. */
export const question: BlockRule = {
  specimen: '问:什么是渡口?\n答:渡口是供人上下渡船的地方。',
  take(context, line) {
    const length = asked.exec(line.text)?.[0].length;
    if (length === undefined || length === line.text.length || !isAnswered(context, line)) return false;
    const ordinal = (context.open.last('question') ?? 0) + 1;
    openSection(context, { style: 'question', ordinal, length }, takeParagraph(context));
    return true;
  },
};

function isAnswered({ lines, index, to }: BlockContext, { kind }: Line): boolean {
  if (kind !== 'other') return false;
  const below = lines.slice(index + 1, Math.min(to, index + mostLines));
  const end = below.findIndex(({ text }) => asked.test(text));
  return below.slice(0, end < 0 ? below.length : end).some(({ text }) => answered.test(text));
}
