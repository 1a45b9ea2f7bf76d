import type { MunicipalityDetail } from '@/lib/db/queries/municipalities/municipalities';
import { searchUrl } from '@/lib/addresses/search-params';
import type { Validity } from '@/lib/validity/validity';
import { DocumentRows } from './DocumentRows';

interface NewestDocumentsProps {
  municipality: MunicipalityDetail;
  /** Of the documents listed, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/** 最近的文件: what a municipality signed last, with the way to all. */
export function NewestDocuments({ municipality: { slug, newest, documentCount }, validities }: NewestDocumentsProps) {
  return (
    <section className="sec">
      <header>
        <h2>最近的文件</h2>
        {documentCount > newest.length && (
          <a href={searchUrl({ municipality: slug, sort: 'newest' })}>全部 {documentCount} 件</a>
        )}
      </header>
      <DocumentRows documents={newest} validities={validities} />
    </section>
  );
}
