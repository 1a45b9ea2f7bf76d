import type * as ast from '@/lib/gazette/ast';
import { displayText } from '@/lib/text/typography';
import { Blocks } from './Blocks';
import { CitedHere } from './CitedHere';
import { joinMarks, markPieces } from './marked';
import { partLabel } from '@/lib/text/part-label';
import { below, headingTag, type Scene } from '@/lib/views/gazette/scene';
import { BrokenTitle } from './Title';

/** One part of a document. The notice has no heading, the page's head is it; an annexed text and an attachment have. */
export function Part({ node, scene, document }: { node: ast.Part; scene: Scene; document: ast.Document }) {
  if (node.kind === 'notice') {
    return (
      <div id={node.id} className="prose">
        <Blocks nodes={node.children} scene={{ ...scene, headShown: true }} />
      </div>
    );
  }
  const Tag = headingTag(scene.level);
  const title = node.children.find((child) => child.type === 'title');
  const label = node.children.find((child) => child.type === 'label');
  const shown = new Set<ast.Block>(label ? [label] : []);
  if (title) shown.add(title);
  return (
    <div className="prose">
      <Tag id={node.id} className={`part ${node.kind}`}>
        <a href={`${scene.documentHref}/${node.id}`}>{showLabel(partLabel(node, document), label, scene)}</a>
        <BrokenTitle
          lines={title ? title.children.map((line) => line.value) : [node.title]}
          marks={title && joinMarks(title.children, scene.marks)}
        />
      </Tag>
      <CitedHere id={node.id} scene={scene} />
      <Blocks nodes={node.children.filter((child) => !shown.has(child))} scene={below(scene)} />
    </div>
  );
}

/** 附件1 is what the print says, and may be marked; 印发的办法 is not. */
function showLabel(words: string, label: ast.Label | undefined, scene: Scene) {
  return label && displayText(label.value).startsWith(words) ? markPieces(words, scene.marks?.get(label)) : words;
}
