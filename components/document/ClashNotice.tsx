import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';
import { documentUrl } from '@/lib/addresses/urls';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { ValidityTag } from '@/components/shared/ValidityTag';

interface ClashNoticeProps {
  document: DocumentDetail;
  /** Of the others, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/**
 * A number is not a unique key: when another document bears the same one, the page says so and
 * leads there.
 */
export function ClashNotice({ document, validities }: ClashNoticeProps) {
  if (document.sameNumber.length === 0) return null;
  return (
    <div className="clash" role="note">
      <p>
        <b>
          另有 {document.sameNumber.length} 件文件也用{document.docNumber}这个文号
        </b>
        ，原文如此，本站不作取舍：
      </p>
      <ul>
        {document.sameNumber.map((other) => (
          <li key={other.id}>
            <a href={documentUrl(other.municipality.slug, other.slug)}>{typesetText(other.title)}</a>
            <ValidityTag validity={validities.get(other.id) ?? unknownValidity} />
            {`（${other.municipality.name}，${other.issue ? formatIssue(other.issue) : '单行文件'}）`}
          </li>
        ))}
      </ul>
    </div>
  );
}
