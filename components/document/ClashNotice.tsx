import type { DocumentDetail } from '@/lib/db/queries/documents';
import { displayText } from '@/lib/display';
import { formatIssue } from '@/lib/format';
import { documentUrl } from '@/lib/urls';

/** A number is not a unique key: when another document bears the same one, the page says so and leads there. */
export function ClashNotice({ document }: { document: DocumentDetail }) {
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
          <li key={`${other.municipality.slug}/${other.slug}`}>
            <a href={documentUrl(other.municipality.slug, other.slug)}>{displayText(other.title)}</a>
            {`（${other.municipality.name}，${other.issue ? formatIssue(other.issue) : '单行文件'}）`}
          </li>
        ))}
      </ul>
    </div>
  );
}
