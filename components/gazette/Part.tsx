import type * as ast from '@/lib/gazette/ast';
import { typesetText } from '@/lib/text/typography';
import { Amended } from './Amended';
import { Blocks } from './Blocks';
import { CitedHere } from './CitedHere';
import { Formerly } from './Formerly';
import { joinMarks, markPieces } from './marked';
import { partLabel, showHeading } from '@/lib/text/section-names';
import { below, headingTag, type RenderContext } from '@/lib/views/gazette/render-context';
import { BrokenTitle } from './Title';
import { hook } from '@/components/browser/hooks';

/**
 * One part of a document. The notice has no heading, the page's head is it; an annexed text and an
 * attachment have.
 */
export function Part({ node, context, document }: { node: ast.Part; context: RenderContext; document: ast.Document }) {
  if (node.kind === 'notice') {
    return (
      <div id={node.id} className="prose" {...hook('prose')} {...hook('key', context.keys?.get(node.id))}>
        <Formerly id={node.id} context={context} />
        <Blocks nodes={node.children} context={{ ...context, headShown: true }} />
      </div>
    );
  }
  const Tag = headingTag(context.level);
  const title = node.children.find((child) => child.type === 'title');
  const label = node.children.find((child) => child.type === 'label');
  const shown = new Set<ast.Block>(label ? [label] : []);
  if (title) shown.add(title);
  return (
    <div className="prose" {...hook('prose')}>
      <Tag id={node.id} className={`part ${node.kind}`} {...hook('key', context.keys?.get(node.id))}>
        <a href={partHref(node.id, context)} {...hook('part-label')}>
          {showLabel(partLabel(node, document), label, context)}
        </a>
        <BrokenTitle
          lines={title ? title.children.map((line) => line.value) : [node.title]}
          marks={title && joinMarks(title.children, context.marks)}
        />
      </Tag>
      <CitedHere id={node.id} context={context} />
      <Amended clauses={context.amended?.get(node.id)} />
      <Formerly id={node.id} context={context} />
      <Blocks
        nodes={node.children.filter((child) => !shown.has(child))}
        context={{ ...below(context), tableName: tableNameIn(node) }}
      />
    </div>
  );
}

/** A table without a caption is called by its attachment. */
const tableNameIn = ({ kind, title }: ast.Part): string | undefined =>
  kind === 'attachment' && title !== '' ? showHeading(title) : undefined;

const partHref = (id: string, { documentHref, formerHref }: RenderContext): string =>
  formerHref === undefined ? `${documentHref}/${id}` : `${formerHref}#${id}`;

/** 附件1 is what the print says, and may be marked; 印发的办法 is not. */
function showLabel(words: string, label: ast.Label | undefined, context: RenderContext) {
  return label && typesetText(label.value).startsWith(words) ? markPieces(words, context.marks?.get(label)) : words;
}
