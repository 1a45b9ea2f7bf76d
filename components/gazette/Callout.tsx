import { displayTexts } from '@/lib/display';
import type * as ast from '@/lib/gazette/ast';
import { Blocks } from './Blocks';
import { Handle } from './Handle';
import { below, headingTag, type BlockProps } from './scene';

/** 专栏: the printed box with an address of its own. */
export function Callout({ node, scene }: BlockProps<ast.Callout>) {
  const Tag = headingTag(scene.level);
  const { label, rest } = splitLabel(node);
  return (
    <div id={node.id} className="callout">
      <Tag className="box">
        <Handle id={node.id} scene={scene} stop>
          {label}
        </Handle>
        <span>{rest}</span>
      </Tag>
      <Blocks nodes={node.children} scene={below(scene)} />
    </div>
  );
}

/** 专栏1 and what it is called: the title starts with the label, perhaps with blanks inside. */
function splitLabel(node: ast.Callout): { label: string; rest: string } {
  const title = displayTexts(node.title.map((line) => line.value)).join('');
  let at = 0;
  for (const sign of node.label) {
    while (/\s/u.test(title.charAt(at))) at++;
    if (!title.startsWith(sign, at)) return { label: node.label, rest: title };
    at += sign.length;
  }
  return { label: node.label, rest: title.slice(at).replace(/^[\s:：]+/u, '') };
}
