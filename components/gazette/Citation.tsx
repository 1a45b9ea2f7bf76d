import { Tag } from '@/components/ui/Tag';
import type * as ast from '@/lib/gazette/ast';
import type { CitationView } from './scene';

/**
 * One mention of another document in the running text. Held: a link. Not held: a dashed link to the number's page, and a
 * word. Several: a word that counts. A bare title that the portal does not hold stays text.
 */
export function Citation({ node, text, view }: { node: ast.Citation; text: string; view: CitationView | undefined }) {
  const words = node.docNumber ? <TightNumber text={node.value} /> : text;
  if (!view?.href) return words;
  return (
    <>
      <a className={view.state === 'absent' ? 'cite absent' : 'cite'} href={view.href}>
        {words}
      </a>
      {view.state === 'absent' && !node.aliasDefinition && <Tag>未收录</Tag>}
      {view.state === 'several' && <Tag>{view.count === undefined ? '多件' : `${view.count} 件`}</Tag>}
      {view.note && (
        <span className="aside" aria-hidden="true">
          <b>{view.note.lead}</b>
          {view.note.text}
        </span>
      )}
    </>
  );
}

/** A number may break only before its bracket: 本政办发|〔2018〕58号. */
function TightNumber({ text }: { text: string }) {
  const bracket = text.search(/[〔﹝[［【(（〈]\s*\d{4}/);
  if (bracket < 1 || text.length - bracket > 16) return text;
  return (
    <>
      {text.slice(0, bracket)}
      <span className="keep">{text.slice(bracket)}</span>
    </>
  );
}
