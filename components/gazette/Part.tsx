import type * as ast from '@/lib/gazette/ast';
import { Blocks } from './Blocks';
import { partLabel } from './part-label';
import { below, headingTag, type Scene } from './scene';
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
  const shown = new Set<ast.Block>(node.children.filter((child) => child.type === 'label').slice(0, 1));
  if (title) shown.add(title);
  return (
    <div className="prose">
      <Tag id={node.id} className="part">
        <a href={`${scene.documentHref}/${node.id}`}>{partLabel(node, document)}</a>
        <BrokenTitle lines={title ? title.children.map((line) => line.value) : [node.title]} />
      </Tag>
      <Blocks nodes={node.children.filter((child) => !shown.has(child))} scene={below(scene)} />
    </div>
  );
}
