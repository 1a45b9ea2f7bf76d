import { Tag } from '@/components/shared/Tag';
import { comparisonUrl, documentUrl, versionUrl } from '@/lib/addresses/urls';
import { typesetText } from '@/lib/text/typography';
import type { VersionLine } from '@/lib/views/versions/version-list';

interface VersionListProps {
  municipality: string;
  document: string;
  lines: readonly VersionLine[];
  /** The version that is shown; null where the document is not held any more. */
  current: number | null;
}

/** The versions of a document, the newest first: when, why, what changed, where to read them. */
export function VersionList({ municipality, document, lines, current }: VersionListProps) {
  return (
    <ol className="versions">
      {lines.map((line, at) => (
        <li key={at}>
          <p className="version-head">
            <b>第{line.version}版</b>
            <span className="figures">{line.day}</span>
            <Tag held={line.cause === '原文更正'}>{line.cause}</Tag>
            {line.isLast && line.version === current && <Tag>现行</Tag>}
          </p>
          {line.number && (
            <p>
              文号由 <span className="wenhao">{line.number.former}</span> 更正为{' '}
              <span className="wenhao">{line.number.next ?? '无文号'}</span>
            </p>
          )}
          {line.title && (
            <p>
              标题由“{typesetText(line.title.former)}”更正为“{typesetText(line.title.next)}”
            </p>
          )}
          {line.counts !== '' && (
            <p>
              {line.counts}
              {line.before === null && '，文字未变'}
            </p>
          )}
          <p className="ways">
            {line.before !== null && (
              <a href={comparisonUrl(municipality, document, `${line.before}..${line.version}`)}>
                对照第{line.before}版与第{line.version}版
              </a>
            )}
            {line.isLast && (
              <a
                href={
                  line.version === current
                    ? documentUrl(municipality, document)
                    : versionUrl(municipality, document, line.version)
                }
              >
                {line.version === current ? '看现行文本' : `看第${line.version}版`}
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
