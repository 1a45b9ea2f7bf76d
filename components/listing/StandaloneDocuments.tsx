import type { MunicipalityDetail } from '@/lib/db/queries/municipalities/municipalities';
import type { Validity } from '@/lib/validity/validity';
import { municipalityUrl } from '@/lib/addresses/urls';
import { Pager } from '@/components/shared/Pager';
import { DocumentRows } from './DocumentRows';

interface StandaloneDocumentsProps {
  municipality: MunicipalityDetail;
  /** Of the documents listed, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/**
 * 单行文件: the documents of a municipality that stand in no issue, a page of them. Nothing where there
 * are none.
 */
export function StandaloneDocuments({ municipality: { slug, standalone }, validities }: StandaloneDocumentsProps) {
  const { documents, total, page, pages } = standalone;
  if (total === 0) return null;
  return (
    <section className="sec" id="standalone">
      <header>
        <h2>单行文件</h2>
        <span className="quiet">{total} 件，不在公报期内</span>
      </header>
      <DocumentRows documents={documents} validities={validities} />
      <Pager page={page} pages={pages} href={(to) => `${municipalityUrl(slug)}?page=${to}#standalone`} />
    </section>
  );
}
