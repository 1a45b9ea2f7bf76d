import { formatIssueNumber } from '@/lib/text/format';

interface IssueCellProps {
  number: number;
  /** The last number of an issue that bears several, or of a run of gaps. */
  until?: number;
  /** What an issue beside the regular ones is called: 增刊. */
  edition?: string | undefined;
  /** Absent for a gap. */
  href?: string;
  lines?: readonly string[];
  current?: boolean;
}

/** One number of a year: held as a filled link, a gap as a dashed frame with the word. */
export function IssueCell({ number, until = number, edition, href, lines = [], current = false }: IssueCellProps) {
  if (!href) {
    return (
      <div className={until > number ? 'cell gap many' : 'cell gap'}>
        <b>{until > number ? `第${number}号至第${until}号` : `第${number}号`}</b>
        <small>未收录</small>
      </div>
    );
  }
  return (
    <a className="cell" href={href} aria-current={current ? 'page' : undefined}>
      <b>{formatIssueNumber({ number, edition, lastNumber: until > number ? until : null })}</b>
      {lines.filter(Boolean).map((line) => (
        <small key={line}>{line}</small>
      ))}
    </a>
  );
}
