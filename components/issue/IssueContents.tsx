import { displayText } from '@/lib/display';
import type { TocGroup } from '@/lib/db/queries/selects';
import { documentUrl } from '@/lib/urls';
import { Day } from '@/components/document/Metadata';
import { Tag } from '@/components/ui/Tag';

interface IssueContentsProps {
  groups: readonly TocGroup[];
  /** Address of the municipality: benxi. */
  municipality: string;
  /** Headings in a column of their own, as on the printed page. */
  columns?: boolean;
}

/** 目录 of an issue in the gazette's own groups: title, number, signing date. An entry without its document says so. */
export function IssueContents({ groups, municipality, columns = false }: IssueContentsProps) {
  return groups.map((group, index) => (
    <div key={index} className={columns ? 'mulu columns' : 'mulu'}>
      {group.heading && <h3>{displayText(group.heading)}</h3>}
      <ol>
        {group.entries.map((entry, at) => (
          <ContentsEntry key={at} entry={entry} municipality={municipality} />
        ))}
      </ol>
    </div>
  ));
}

/** One line of a contents page; also of other lists of documents. */
export function ContentsEntry({ entry, municipality }: { entry: TocGroup['entries'][number]; municipality: string }) {
  const { document } = entry;
  const docNumber = document?.docNumber ?? entry.docNumber;
  return (
    <li>
      {document ? (
        <a href={documentUrl(municipality, document.slug)}>{displayText(document.title)}</a>
      ) : (
        <span className="lost">
          {displayText(entry.title)}
          <Tag>未收录</Tag>
        </span>
      )}
      <span className="no">
        {docNumber && <span className="wenhao">{docNumber}</span>}
        {document?.signedOn && <Day date={document.signedOn} />}
      </span>
    </li>
  );
}
