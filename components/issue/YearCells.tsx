import { formatTotal } from '@/lib/text/format';
import { issueSegment, type IssueKey } from '@/lib/addresses/issue-segment';
import { issueUrl } from '@/lib/addresses/urls';
import type { Numbered, Slot } from '@/lib/views/issue/gaps';
import { IssueCell } from './IssueCell';

interface YearCellsProps {
  slots: readonly Slot<Numbered & { documentCount?: number }>[];
  /** Address of the municipality: benxi. */
  municipality: string;
  /** The issue whose page this is. */
  current?: IssueKey;
  /** Two to a row, for a narrow column. */
  narrow?: boolean;
}

/** The numbers of a year in order, a cell each. */
export function YearCells({ slots, municipality, current, narrow = false }: YearCellsProps) {
  return (
    <ul className={narrow ? 'cells two' : 'cells'}>
      {slots.map(({ number, until, issue }) => (
        <li key={issue ? issueSegment(issue) : number} className={spanOf(number, until, issue !== null)}>
          <IssueCell
            number={number}
            until={until}
            current={issue !== null && current !== undefined && issueSegment(issue) === issueSegment(current)}
            {...(issue && {
              href: issueUrl(municipality, issue),
              edition: issue.edition,
              lines: [
                formatTotal(issue.totalNumber),
                issue.documentCount === undefined ? '' : `${issue.documentCount} 件文件`,
              ],
            })}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * An issue of two numbers fills the place of both, unless the row ends between them (three cells to
 * a row, or six); a long run of gaps fills rows of its own.
 */
function spanOf(number: number, until: number, held: boolean): string | undefined {
  if (until === number) return undefined;
  if (!held) return 'whole';
  return number % 3 === 0 ? undefined : 'double';
}
