import { typesetText } from '@/lib/text/typography';
import { ListedTitle } from '@/components/shared/ListedTitle';
import { Day } from '@/components/shared/DocumentFactList';
import { Quotation } from '@/components/shared/Quotation';
import { ValidityStatements } from '@/components/shared/ValidityStatements';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { documentUrl } from '@/lib/addresses/urls';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { DAY_BASIS_WORDS } from '@/lib/validity/words';

/** A document of the register: its state, its first and last day, and what proves it. */
export function RegisterRow({ entry }: { entry: RegisterEntry }) {
  const { document, validity, first, lastDay, daysLeft, titleYear, titleEndYear, staleBases } = entry;
  const { municipality, slug, title, docNumber, agency } = document;
  return (
    <li>
      <p className="by">
        <ValidityTag validity={validity} always />
        {docNumber && <span className="wenhao">{docNumber}</span>}
        {agency && <span>{agency}</span>}
      </p>
      <a className="t" href={documentUrl(municipality.slug, slug)}>
        <ListedTitle title={title} />
      </a>
      <p className="by">
        {first && (
          <span>
            施行 <Day date={first.day} />
            {first.dayFrom !== 'named' && `（${DAY_BASIS_WORDS[first.dayFrom]}）`}
          </span>
        )}
        {lastDay && (
          <span>
            最后有效日 <Day date={lastDay} />
          </span>
        )}
        {daysLeft !== null && <span>还有 {daysLeft} 天</span>}
        {titleEndYear !== null && (
          <span>
            名称所示期限 {titleYear}—{titleEndYear}年
          </span>
        )}
      </p>
      {validity.proof.length > 0 && (
        <details className="validity-note">
          <summary>依据 {validity.proof.length} 句</summary>
          <ValidityStatements statements={validity.proof} />
        </details>
      )}
      {staleBases.length > 0 && (
        <details className="validity-note">
          <summary>制定依据已废止或较新 {staleBases.length} 件</summary>
          {staleBases.map((basis) => (
            <div key={basis.document.id} className="quoted statement">
              <p>
                <ValidityTag validity={basis.validity} always />
                <a href={documentUrl(basis.document.municipality.slug, basis.document.slug)}>
                  {typesetText(basis.document.title)}
                </a>
                {basis.document.signedOn && <Day date={basis.document.signedOn} />}
              </p>
              <Quotation sentence={basis.sentence} words={basis.words} wordsAt={basis.wordsAt} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}
