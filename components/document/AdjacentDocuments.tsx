import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { typesetText } from '@/lib/text/typography';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { documentUrl } from '@/lib/addresses/urls';
import { AdjacentPages } from '@/components/shared/AdjacentPages';
import { ValidityTag } from '@/components/shared/ValidityTag';

interface DocumentNeighboursProps {
  document: DocumentDetail;
  /** Of its neighbours, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/** The documents before and after: in the issue, or by date among those that stand in none. */
export function AdjacentDocuments({ document, validities }: DocumentNeighboursProps) {
  const { municipality, issue, previous, next } = document;
  const link = (other: DocumentDetail['previous'], lead: string) =>
    other && {
      href: documentUrl(municipality.slug, other.slug),
      lead: [lead, other.docNumber].filter(Boolean).join('　'),
      title: typesetText(other.title),
      state: <ValidityTag validity={validities.get(other.id) ?? unknownValidity} />,
    };
  const [before, after] = issue ? ['本期上一件', '本期下一件'] : ['较早的单行文件', '较晚的单行文件'];
  return <AdjacentPages label="前后文件" previous={link(previous, before)} next={link(next, after)} />;
}
