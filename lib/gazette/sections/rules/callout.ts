import type { Line } from '../../line';
import { positionAround } from '../../source';
import { readMarker } from '../../words/markers';
import { calloutEnd } from '../callouts';
import type { BlockRule } from './rule';

const longestTitle = 40;

/** A boxed list (专栏): its label, then numbered items. */
export const callout: BlockRule = {
  specimen: '专栏1 公共卫生能力建设工程\n1.疾病预防。建设市级疾控中心。\n2.医疗救治。改造县级医院。',
  take(context, line) {
    if (line.kind !== 'callout') return false;
    const { lines, index, open, prefix, source } = context;
    const { setting } = context.surroundings;
    const end = calloutEnd(lines, index + 1, context.to, setting, (marker) => open.continues(marker));
    const label = /专栏(?:之?[一二三四五六七八九十]{1,3}|\d{1,3})?/.exec(line.key)![0];
    const ordinal = readMarker(`${label.slice(2)}、`)?.ordinal;
    const id = context.takeId(`${prefix}zhuanlan${ordinal ?? ''}`, line.span);
    const titleLines = titleStandsBelow(line, label, index + 1 < end ? lines[index + 1] : undefined) ? 2 : 1;
    const title = context.take(titleLines).map((each) => source.textNode(each.span));
    const children = context.buildInside(`${id}.`, end);
    context.push({ type: 'callout', id, label, title, children, position: positionAround([...title, ...children]) });
    return true;
  },
};

/** 专栏1 alone on its line, and its title on the next. */
function titleStandsBelow({ key }: Line, label: string, next: Line | undefined): boolean {
  const isAlone = key.replace(label, '').replace(/[【】[\]()]/g, '') === '';
  return isAlone && next?.kind === 'other' && next.key.length <= longestTitle && !/[。;:,]$/.test(next.key);
}
