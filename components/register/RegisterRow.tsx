import { ListedTitle } from '@/components/shared/ListedTitle';
import { Day } from '@/components/shared/DocumentFactList';
import { ValidityStatements } from '@/components/shared/ValidityStatements';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { documentUrl } from '@/lib/addresses/urls';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { DAY_BASIS_WORDS } from '@/lib/validity/words';

/** A document of the register: its state, its first and last day, and what proves it. */
export function RegisterRow({ entry }: { entry: RegisterEntry }) {
  const { document, validity, first, lastDay, daysLeft, titleYear, titleEndYear } = entry;
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
    </li>
  );
}
