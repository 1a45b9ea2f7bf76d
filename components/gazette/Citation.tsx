import type { ReactNode } from 'react';
import { Tag } from '@/components/shared/Tag';
import type * as ast from '@/lib/gazette/ast';
import type { Range } from '@/lib/search/text/normalise';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { markPieces } from './marked';
import type { CitationView } from '@/lib/views/gazette/render-context';
import { hook } from '@/components/browser/hooks';

interface CitationProps {
  node: ast.Citation;
  /** Its words as they are shown. */
  text: string;
  view: CitationView | undefined;
  /** Stretches of the words that were searched for. */
  marks?: readonly Range[] | undefined;
}

/**
 * One mention of another document in the running text. Held: a link. Not held: a dashed link to the
 * number's page, and a word. Several: a word that counts. No longer in force: a word, held or not.
 * A bare title that the portal does not hold stays text. What editors say of it stands behind it.
 * On paper a link is the number of its note (print.css).
 */
export function Citation({ node, text, view, marks }: CitationProps) {
  const words = node.docNumber ? <TightNumber text={node.value} marks={marks} /> : markPieces(text, marks);
  if (!view) return words;
  const { href, state, validity, correction, note } = view;
  const look = ['cite', state === 'absent' && 'absent', validity && validity !== 'conflict' && 'over'];
  return (
    <>
      {href === undefined ? (
        words
      ) : (
        <a className={look.filter(Boolean).join(' ')} href={href} {...hook('citation')} {...hook('note', note?.number)}>
          {words}
        </a>
      )}
      {href !== undefined && <States view={view} defines={node.aliasDefinition === true} />}
      {correction !== undefined && (
        <small className="correction" {...hook('correction')}>
          （编辑更正：{correction}）
        </small>
      )}
      {note?.first && (
        <span className="aside" aria-hidden="true" {...hook('added')}>
          <b>{note.lead}</b>
          {note.text}
        </span>
      )}
    </>
  );
}

/**
 * What the reader should know before he follows the link, in words. The definition of an alias is
 * not called so a second time.
 */
function States({ view: { state, count, validity }, defines }: { view: CitationView; defines: boolean }): ReactNode {
  return (
    <>
      {validity && !defines && <Tag over={validity !== 'conflict'}>{VALIDITY_WORDS[validity]}</Tag>}
      {state === 'absent' && !defines && <Tag>未收录</Tag>}
      {state === 'several' && <Tag>{count === undefined ? '多件' : `${count} 件`}</Tag>}
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
