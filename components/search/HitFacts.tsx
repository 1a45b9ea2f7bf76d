import { formatIssue } from '@/lib/text/format';
import type { HitDocument } from '@/lib/search/engine';
import { Day } from '@/components/shared/DocumentFactList';
import { ValidityLink } from './ValidityLink';
import { Tag } from '@/components/shared/Tag';

/** The line below a title: number, who, when, where printed, whether it holds. */
export function HitFacts({ document }: { document: HitDocument }) {
  const { docNumber, agency, municipality, signedOn, issue } = document;
  return (
    <p className="by">
      {docNumber && <span className="wenhao">{docNumber}</span>}
      <span>{agency ?? municipality.name}</span>
      {signedOn && <Day date={signedOn} />}
      <span>{issue ? formatIssue(issue) : '单行文件'}</span>
      <ValidityLink document={document} />
      {municipality.sample && <Tag>示例</Tag>}
    </p>
  );
}
