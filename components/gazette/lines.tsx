import type * as ast from '@/lib/gazette/ast';
import { Amended } from './Amended';
import { joinMarks, markPieces } from './marked';
import { Phrasings, showPhrasings } from './Phrasings';
import type { BlockProps, RenderContext } from '@/lib/views/gazette/render-context';
import { BrokenTitle } from './Title';

const Lines = ({ texts, context }: { texts: readonly ast.Text[]; context: RenderContext }) =>
  showPhrasings(
    texts.map((text) => [text]),
    context,
  ).map((line, index) => <p key={index}>{line}</p>);

/** 本溪市人民政府办公室文件: the head of the page shows it once. */
export function Letterhead({ node, context }: BlockProps<ast.Letterhead>) {
  return context.headShown ? null : <p className="flush">{node.value}</p>;
}

/** The document's own number: the head of the page shows it once. */
export function NumberLine({ node, context }: BlockProps<ast.NumberLine>) {
  return context.headShown ? null : <p className="flush wenhao">{node.value}</p>;
}

/**
 * A second title inside the text of a part.
 * The part's own title stands in its heading.
 */
export function PartTitle({ node, context }: BlockProps<ast.Title>) {
  if (context.headShown) return null;
  return (
    <p className="flush second-title">
      <BrokenTitle lines={node.children.map((line) => line.value)} marks={joinMarks(node.children, context.marks)} />
    </p>
  );
}

/** 附件1 */
export function Label({ node, context }: BlockProps<ast.Label>) {
  return context.headShown ? null : <p className="flush">{showPhrasings([[node]], context)}</p>;
}

/** 主送机关, flush left. */
export function Addressee({ node, context }: BlockProps<ast.Addressee>) {
  return (
    <p className="to">
      <Phrasings nodes={node.children} context={context} />
    </p>
  );
}

/** 落款: agency and date centred on each other, at the right. */
export function Signature({ node, context }: BlockProps<ast.Signature>) {
  return (
    <div className="signature">
      <Lines texts={node.children} context={context} />
    </div>
  );
}

/** 附注: (此件公开发布); in a worked-in text what decisions did to the article above. */
export function Note({ node, context }: BlockProps<ast.Note>) {
  const clause = context.workedIn?.get(node);
  if (clause) return <Amended clauses={[clause]} isWorkedIn />;
  return (
    <p className="note">
      <Phrasings nodes={node.children} context={context} />
    </p>
  );
}

/** 附件说明 below the body. */
export function AttachmentList({ node, context }: BlockProps<ast.AttachmentList>) {
  return (
    <div className="attachments">
      <Lines texts={node.children} context={context} />
    </div>
  );
}

/** 版记: 抄送, 印发. */
export function Imprint({ node, context }: BlockProps<ast.Imprint>) {
  return (
    <div className="imprint">
      <Lines texts={node.children} context={context} />
    </div>
  );
}

/** Text that the parser could not place: shown as it came, and called what it is. */
export function Unparsed({ node, context }: BlockProps<ast.Unparsed>) {
  return (
    <div className="unplaced">
      <small>未能识别的文字，原样照录（原文第 {node.position.start.line} 行）</small>
      <p className="flush">{markPieces(node.value, context.marks?.get(node))}</p>
    </div>
  );
}
