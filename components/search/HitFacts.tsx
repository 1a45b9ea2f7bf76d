import { formatIssue } from '@/lib/format';
import type { HitDocument } from '@/lib/search/engine';
import { Day } from '@/components/document/Metadata';
import { ValidityTag } from '@/components/document/ValidityTag';
import { Tag } from '@/components/ui/Tag';

/** The line below a title: number, who, when, where printed, whether it holds. */
export function HitFacts({ document }: { document: HitDocument }) {
  const { docNumber, agency, municipality, signedOn, issue, validity } = document;
  return (
    <p className="by">
      {docNumber && <span className="wenhao">{docNumber}</span>}
      <span>{agency ?? municipality.name}</span>
      {signedOn && <Day date={signedOn} />}
      <span>{issue ? formatIssue(issue) : '单行文件'}</span>
      <ValidityTag validity={{ state: validity }} always />
      {municipality.sample && <Tag>示例</Tag>}
    </p>
  );
}
