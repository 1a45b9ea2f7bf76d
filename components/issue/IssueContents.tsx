import { ListedTitle } from '@/components/shared/ListedTitle';
import { typesetText } from '@/lib/text/typography';
import type { TocGroupRow } from '@/lib/db/queries/selects';
import { documentUrl } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { Day } from '@/components/shared/DocumentFactList';
import { ValidityNote } from '@/components/shared/ValidityNote';
import { Tag } from '@/components/shared/Tag';

interface IssueContentsProps {
  groups: readonly TocGroupRow[];
  /** Address of the municipality: benxi. */
  municipality: string;
  /** Of the documents of the contents, by id. */
  validities: ReadonlyMap<number, Validity>;
  /** Headings in a column of their own, as on the printed page. */
  columns?: boolean;
}

/**
 * 目录 of an issue in the gazette's own groups: title, number, signing date. An entry without its
 * document says so.
 */
export function IssueContents({ groups, municipality, validities, columns = false }: IssueContentsProps) {
  return groups.map((group, index) => (
    <div key={index} className={columns ? 'mulu columns' : 'mulu'}>
      {group.heading && <h3>{typesetText(group.heading)}</h3>}
      <ol>
        {group.entries.map((entry, at) => (
          <ContentsEntry key={at} entry={entry} municipality={municipality} validities={validities} />
        ))}
      </ol>
    </div>
  ));
}

/** The documents that the contents lead to. */
export const listEntries = (groups: readonly TocGroupRow[]) =>
  groups.flatMap(({ entries }) => entries).flatMap(({ document }) => document ?? []);

interface ContentsEntryProps extends Pick<IssueContentsProps, 'municipality' | 'validities'> {
  entry: TocGroupRow['entries'][number];
}

/** One line of a contents page; also of other lists of documents. */
export function ContentsEntry({ entry, municipality, validities }: ContentsEntryProps) {
  const { document } = entry;
  const docNumber = document?.docNumber ?? entry.docNumber;
  return (
    <li>
      {document ? (
        <a href={documentUrl(municipality, document.slug)}>
          <ListedTitle title={document.title} />
        </a>
      ) : (
        <span className="lost">
          <ListedTitle title={entry.title} />
          <Tag>未收录</Tag>
        </span>
      )}
      <span className="no">
        {docNumber && <span className="wenhao">{docNumber}</span>}
        {document?.signedOn && <Day date={document.signedOn} />}
      </span>
      {document && <ValidityNote validity={validities.get(document.id)} />}
    </li>
  );
}
