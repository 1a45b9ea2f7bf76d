import { Tag } from '@/components/ui/Tag';
import type * as ast from '@/lib/gazette/ast';
import type { Range } from '@/lib/search/normalise';
import { markPieces } from './marked';
import type { CitationView } from './scene';

interface CitationProps {
  node: ast.Citation;
  /** Its words as they are shown. */
  text: string;
  view: CitationView | undefined;
  /** Stretches of the words that were searched for. */
  marks?: readonly Range[] | undefined;
}

/**
 * One mention of another document in the running text. Held: a link. Not held: a dashed link to the number's page, and a
 * word. Several: a word that counts. A bare title that the portal does not hold stays text.
 */
export function Citation({ node, text, view, marks }: CitationProps) {
  const words = node.docNumber ? <TightNumber text={node.value} marks={marks} /> : markPieces(text, marks);
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
function TightNumber({ text, marks }: { text: string; marks: CitationProps['marks'] }) {
  const bracket = text.search(/[〔﹝[［【(（〈]\s*\d{4}/);
  if (bracket < 1 || text.length - bracket > 16) return markPieces(text, marks);
  return (
    <>
      {markPieces(text, marks, 0, bracket)}
      <span className="keep">{markPieces(text, marks, bracket)}</span>
    </>
  );
}
