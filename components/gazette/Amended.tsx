import { sectionPlaceUrl } from '@/lib/addresses/urls';
import { formatDate, machineDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { endedWords, REASON_WORDS } from '@/lib/validity/amendments/change-words';
import type { ClauseChange, DecidedOperation } from '@/lib/validity/amendments/changes';
import { VALIDITY_SIGNS } from '@/lib/validity/words';
import type { AmendedClause } from '@/lib/views/document/amended-view';
import { hook } from '@/components/browser/hooks';

const KIND_WORDS: Record<AmendedClause['kind'], string> = {
  changed: '已修改',
  deleted: '已删去',
  added: '新增',
  open: '有修改，本站未能整理',
  ahead: '将修改',
};

interface AmendedProps {
  clauses: readonly AmendedClause[] | undefined;
  /** Whether the article above has the new words already. */
  isWorkedIn?: boolean;
}

/**
 * What decisions do to the article above: how it reads now, from which day, by which sentence, and
 * how it read before. What does not fit is told, and the article stands as printed. Nothing where
 * no decision touches it.
 */
export function Amended({ clauses, isWorkedIn = false }: AmendedProps) {
  return clauses?.map((clause, at) => (
    <aside
      key={at}
      id={isWorkedIn && clause.kind === 'deleted' ? clause.address : undefined}
      className="amended-clause"
      aria-label={`${clause.name}的修改`}
      {...hook('added')}
    >
      <p className="amended-head">
        <span className="state amended">
          <span aria-hidden="true">{VALIDITY_SIGNS.amended} </span>
          {clause.kind === 'added' || isWorkedIn ? clause.name : ''}
          {KIND_WORDS[clause.kind]}
        </span>
        {clause.kind === 'open' && <span className="quiet">条文照登，请以修改决定为准。</span>}
      </p>
      {!isWorkedIn && (clause.kind === 'changed' || clause.kind === 'added') && <NewWords clause={clause} />}
      {clause.changes.map((change, index) => (
        <Change key={index} change={change} />
      ))}
    </aside>
  ));
}

/** How the article reads now. It is no official text. */
function NewWords({ clause: { name, lines } }: { clause: AmendedClause }) {
  return (
    <div className="new-words">
      {lines.map((line, at) => (
        <p key={at}>
          {at === 0 && <b>{name}　</b>}
          {typesetText(line)}
        </p>
      ))}
      <p className="quiet">本站依修改决定整理，非正式文本。</p>
    </div>
  );
}

/** One operation: its day, its decision, its sentence, and the words before it. */
function Change({ change }: { change: ClauseChange }) {
  const { operation, status, reason, former } = change;
  const ended = endedWords(change);
  const { day, decision, sentence } = operation;
  return (
    <div className="quoted statement">
      <p>
        {day && (
          <time className="figures" dateTime={machineDate(day)}>
            自{formatDate(day)}起
          </time>
        )}
        <a href={sectionPlaceUrl(decision.municipality.slug, decision.slug, decision.address)}>
          {decision.docNumber ?? `《${typesetText(decision.title)}》`}
        </a>
        {status === 'open' && reason && <span className="quiet">未整理：{REASON_WORDS[reason]}</span>}
        {status === 'ahead' && <span className="quiet">尚未施行</span>}
        {ended !== '' && <span className="quiet">{ended}</span>}
      </p>
      <blockquote>{typesetText(sentence)}</blockquote>
      {former !== undefined && former.length > 0 && changesWords(operation) && (
        <details>
          <summary>这次修改前的文字</summary>
          {former.map((line, at) => (
            <p key={at}>{typesetText(line)}</p>
          ))}
        </details>
      )}
    </div>
  );
}

const changesWords = ({ kind }: DecidedOperation): boolean => kind !== 'renumber';

/** Changes whose clause nobody can tell, in front of the text. */
export function OpenAmendments({ open }: { open: readonly ClauseChange[] }) {
  if (open.length === 0) return null;
  return (
    <aside className="amended-clause" aria-label="未能整理的修改" {...hook('added')}>
      <p className="amended-head">
        <span className="state amended">另有 {open.length} 处修改</span>
      </p>
      {open.map((change, at) => (
        <Change key={at} change={change} />
      ))}
    </aside>
  );
}
