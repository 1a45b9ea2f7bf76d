import { VALIDITY_PLACE } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { explainStanding } from '@/lib/views/document/standing';
import { ValidityTag } from './ValidityTag';

interface StandingProps {
  validity: Validity;
  /** Where the state is that of the whole document: 全文. */
  ofWhole?: boolean;
}

/**
 * Whether a document still holds, as one sentence that leads to its proof: 已失效 · 有效期至….
 * Nothing where nothing is known.
 */
export function Standing({ validity, ofWhole = false }: StandingProps) {
  if (validity.state === 'unknown') return null;
  const why = explainStanding(validity);
  return (
    <p className={`standing ${validity.state}`}>
      {ofWhole && <span className="quiet">全文</span>}
      <ValidityTag validity={validity} />
      {why !== null && <span>{why}</span>}
      <a href={`#${VALIDITY_PLACE}`}>依据</a>
    </p>
  );
}
