import { typesetTexts } from '@/lib/text/typography';
import type * as ast from '@/lib/gazette/ast';
import { Blocks } from './Blocks';
import { CitedHere } from './CitedHere';
import { Formerly } from './Formerly';
import { Handle, Share } from './Handle';
import { joinMarks, markPieces } from './marked';
import { below, headingTag, type BlockProps } from '@/lib/views/gazette/render-context';
import { hook } from '@/components/browser/hooks';

/** 专栏: the printed box with an address of its own. */
export function Callout({ node, context }: BlockProps<ast.Callout>) {
  const Tag = headingTag(context.level);
  const title = typesetTexts(node.title.map((line) => line.value)).join('');
  const marks = joinMarks(node.title, context.marks);
  const { labelAt, restAt } = splitLabel(title, node.label);
  const isMarked = (at: number): boolean => marks.some(({ start, end }) => start <= at && at < end);
  const labelMarks = labelAt.flatMap((at, index) => (isMarked(at) ? [{ start: index, end: index + 1 }] : []));
  return (
    <div id={node.id} className="callout" {...hook('key', context.keys?.get(node.id))}>
      <Tag className="box" {...hook('heading')}>
        <Handle id={node.id} context={context} stop>
          {markPieces(node.label, labelMarks)}
        </Handle>
        <span>{markPieces(title, marks, restAt)}</span>
        <Share id={node.id} context={context} />
      </Tag>
      <CitedHere id={node.id} context={context} />
      <Formerly id={node.id} context={context} />
      <Blocks nodes={node.children} context={below(context)} />
    </div>
  );
}

/**
 * 专栏1 and what it is called: the title starts with the label, perhaps with blanks inside. Gives
 * where each unit of the label stands in the title (nowhere, when it starts otherwise), and where
 * the rest begins.
 */
function splitLabel(title: string, label: string): { labelAt: number[]; restAt: number } {
  const labelAt: number[] = [];
  let at = 0;
  for (const unit of label.split('')) {
    while (/\s/u.test(title.charAt(at))) at++;
    if (title[at] !== unit) return { labelAt: [], restAt: 0 };
    labelAt.push(at++);
  }
  return { labelAt, restAt: at + /^[\s:：]*/u.exec(title.slice(at))![0].length };
}
