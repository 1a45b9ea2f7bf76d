interface IssueCellProps {
  number: number;
  /** Absent for a gap. */
  href?: string;
  lines?: readonly string[];
  current?: boolean;
}

/** One number of a year: held as a filled link, a gap as a dashed frame with the word. */
export function IssueCell({ number, href, lines = [], current = false }: IssueCellProps) {
  if (!href) {
    return (
      <div className="cell gap">
        <b>第{number}号</b>
        <small>未收录</small>
      </div>
    );
  }
  return (
    <a className="cell" href={href} aria-current={current ? 'page' : undefined}>
      <b>第{number}号</b>
      {lines.filter(Boolean).map((line) => (
        <small key={line}>{line}</small>
      ))}
    </a>
  );
}
