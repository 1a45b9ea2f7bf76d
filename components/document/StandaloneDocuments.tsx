import type { MunicipalityDetail } from '@/lib/db/queries/municipalities';
import { municipalityUrl } from '@/lib/urls';
import { Pager } from '@/components/ui/Pager';
import { DocumentRows } from './DocumentRows';

/** 单行文件: the documents of a municipality that stand in no issue, a page of them. Nothing where there are none. */
export function StandaloneDocuments({ municipality: { slug, standalone } }: { municipality: MunicipalityDetail }) {
  const { documents, total, page, pages } = standalone;
  if (total === 0) return null;
  return (
    <section className="sec" id="standalone">
      <header>
        <h2>单行文件</h2>
        <span className="quiet">{total} 件，不在公报期内</span>
      </header>
      <DocumentRows documents={documents} />
      <Pager page={page} pages={pages} href={(to) => `${municipalityUrl(slug)}?page=${to}#standalone`} />
    </section>
  );
}
