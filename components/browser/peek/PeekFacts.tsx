import { typesetText } from '@/lib/text/typography';
import { formatDate, machineDate } from '@/lib/text/format';
import type { DocumentPeek, NumberPeek, Peek } from '@/lib/views/document/peek';
import { SectionPath } from '@/components/shared/SectionPath';
import { ValidityTag } from '@/components/shared/ValidityTag';

/**
 * What is known of a citation's target.
 * Number, date, title and validity stand in an element with the id; below it the first lines, or
 * the titles by which it is cited.
 */
export function PeekFacts({ peek, id }: { peek: Peek; id: string }) {
  return peek.kind === 'document' ? <DocumentFacts peek={peek} id={id} /> : <NumberFacts peek={peek} id={id} />;
}

function DocumentFacts({ peek, id }: { peek: DocumentPeek; id: string }) {
  const { title, docNumber, municipality, sample, signedOn, validity, section, lines } = peek;
  return (
    <>
      <div id={id}>
        <p className="by">
          {docNumber && <b className="wenhao">{docNumber}</b>}
          {signedOn && <Day day={signedOn} />}
          <span>
            {municipality}
            {sample && '（示例）'}
          </span>
        </p>
        <p className="t">{typesetText(title)}</p>
        <ValidityFact validity={validity} />
      </div>
      {(section ?? lines) && (
        <div className="lines">
          {section && (
            <p className="at">
              <SectionPath section={section} />
            </p>
          )}
          {lines && <p>{typesetText(lines)}</p>}
        </div>
      )}
    </>
  );
}

function NumberFacts({ peek, id }: { peek: NumberPeek; id: string }) {
  const { docNumber, held, citing, titles, validity } = peek;
  return (
    <>
      <div id={id}>
        <p className="by">
          <b className="wenhao">{docNumber}</b>
          <span>{held > 0 ? `${held} 件文件用这个文号` : '本站未收录原文'}</span>
        </p>
        {titles[0] && <p className="t">{typesetText(titles[0].title)}</p>}
        <ValidityFact validity={validity} />
      </div>
      <div className="lines">
        {titles.length > 1 && (
          <>
            <p>引用时还写作：</p>
            <ul>
              {titles.slice(1).map(({ title, count }) => (
                <li key={title}>
                  {typesetText(title)}（{count} 处）
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{citing > 0 ? `已收录的文件中，有 ${citing} 件引用它。` : '已收录的文件中，还没有别的文件引用它。'}</p>
      </div>
    </>
  );
}

/** — 已废止 本政规〔2023〕4号，2023年4月3日 */
function ValidityFact({ validity }: { validity: Peek['validity'] }) {
  const { by, day } = validity;
  return (
    <p className="by">
      <ValidityTag validity={validity} always />
      {by && (
        <span className="wenhao">
          {typesetText(by)}
          {day && `，${formatDate(day)}`}
        </span>
      )}
    </p>
  );
}

function Day({ day }: { day: string }) {
  return (
    <time className="figures" dateTime={machineDate(day)}>
      {formatDate(day)}
    </time>
  );
}
