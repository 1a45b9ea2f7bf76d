import type { MunicipalityDetail } from '@/lib/db/queries/municipalities/municipalities';
import { docNumberUrl } from '@/lib/addresses/urls';

/**
 * 常被引用而未收录: numbers of a municipality's own agencies that others mention and nobody holds. Nothing
 * where there are none.
 */
export function WantedOfMunicipality({ wanted }: { wanted: MunicipalityDetail['wanted'] }) {
  if (wanted.length === 0) return null;
  return (
    <section className="sec">
      <h2>常被引用而未收录</h2>
      <ul className="counts">
        {wanted.map(({ docNumber, mentions }) => (
          <li key={docNumber}>
            <a className="wenhao" href={docNumberUrl(docNumber)}>
              {docNumber}
            </a>
            <span className="figures">{mentions} 次</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
