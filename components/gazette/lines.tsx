import { displayText, displayTexts } from '@/lib/display';
import type * as ast from '@/lib/gazette/ast';
import type { BlockProps } from './scene';
import { BrokenTitle } from './Title';

const Lines = ({ texts }: { texts: readonly ast.Text[] }) =>
  displayTexts(texts.map((text) => text.value)).map((line, index) => <p key={index}>{line}</p>);

/** 本溪市人民政府办公室文件: the head of the page shows it once. */
export function Letterhead({ node, scene }: BlockProps<ast.Letterhead>) {
  return scene.headShown ? null : <p className="flush">{node.value}</p>;
}

/** The document's own number: the head of the page shows it once. */
export function NumberLine({ node, scene }: BlockProps<ast.NumberLine>) {
  return scene.headShown ? null : <p className="flush wenhao">{node.value}</p>;
}

/** A title inside the text, where a part has a second one; the part's own stands in its heading. */
export function PartTitle({ node, scene }: BlockProps<ast.Title>) {
  if (scene.headShown) return null;
  return (
    <p className="flush second-title">
      <BrokenTitle lines={node.children.map((line) => line.value)} />
    </p>
  );
}

/** 附件1 */
export function Label({ node, scene }: BlockProps<ast.Label>) {
  return scene.headShown ? null : <p className="flush">{displayText(node.value)}</p>;
}

/** 主送机关, flush left. */
export function Addressee({ node }: BlockProps<ast.Addressee>) {
  return <p className="to">{displayTexts(node.children.map((text) => text.value))}</p>;
}

/** 落款: agency and date centred on each other, at the right. */
export function Signature({ node }: BlockProps<ast.Signature>) {
  return (
    <div className="signature">
      <Lines texts={node.children} />
    </div>
  );
}

/** 附注: (此件公开发布) */
export function Note({ node }: BlockProps<ast.Note>) {
  return <p className="note">{displayTexts(node.children.map((text) => text.value))}</p>;
}

/** 附件说明 below the body. */
export function AttachmentList({ node }: BlockProps<ast.AttachmentList>) {
  return (
    <div className="attachments">
      <Lines texts={node.children} />
    </div>
  );
}

/** 版记: 抄送, 印发. */
export function Imprint({ node }: BlockProps<ast.Imprint>) {
  return (
    <div className="imprint">
      <Lines texts={node.children} />
    </div>
  );
}

/** Text that the parser could not place: shown as it came, and called what it is. */
export function Unparsed({ node }: BlockProps<ast.Unparsed>) {
  return (
    <div className="unplaced">
      <small>未能识别的文字，原样照录（原文第 {node.position.start.line} 行）</small>
      <p className="flush">{node.value}</p>
    </div>
  );
}
