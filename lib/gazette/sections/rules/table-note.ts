import type { Span } from '../../source';
import { positionAround } from '../../source';
import type { BlockContext } from '../block-context';
import { takeParagraph } from '../paragraph-lines';
import type { BlockRule } from './rule';

const noted = /^(?:备?注|说明) *(?:: *(?=(1[.、)]|\(1\))?)|(?=(1) *[.、:]))/;

/** Notes below a table. Those behind the first are numbered, and no sections. */
export const tableNote: BlockRule = {
  specimen: '| 河流 | 长度 |\n| 柏溪 | 46.2 |\n注:1.长度按中心线计算;\n2.北沟、南沟合并立项。',
  take(context, line) {
    const match = noted.exec(line.text);
    const counted = match?.[1] !== undefined || match?.[2] !== undefined;
    if (!match || line.marker || !(counted || context.siblings.at(-1)?.type === 'table')) return false;
    const spans = takeParagraph(context);
    for (let ordinal = 2; counted && isNext(context, ordinal); ordinal++)
      for (const span of takeParagraph(context)) spans.push(span);
    const children = spans.flatMap((span: Span) => context.source.words(span));
    context.push({ type: 'note', children, position: positionAround(children) });
    return true;
  },
};

/** 2.北沟、南沟合并立项。 below 注:1.…, or 注2: */
function isNext(context: BlockContext, ordinal: number): boolean {
  const line = context.lineAt(context.index);
  if (!line) return false;
  const { marker, key } = line;
  const numbered = marker !== null && /^digit(?:Point|Bracket)$/.test(marker.style) && marker.ordinal === ordinal;
  return numbered || key.startsWith(`注${ordinal}`);
}
