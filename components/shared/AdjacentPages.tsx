import type { ReactNode } from 'react';

export interface AdjacentPage {
  href: string;
  /** 本期上一件　本政办发〔2018〕51号 */
  lead: string;
  title: ReactNode;
  /** A word on it: — 已废止 */
  state?: ReactNode;
}

/** What stands before and after, at the end of a page. */
export function AdjacentPages({
  label,
  previous,
  next,
}: {
  label: string;
  previous: AdjacentPage | null;
  next: AdjacentPage | null;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="neighbours" aria-label={label}>
      {previous && (
        <a href={previous.href} rel="prev">
          <small>{previous.lead}</small>
          {previous.title}
          {previous.state}
        </a>
      )}
      {next && (
        <a className="next" href={next.href} rel="next">
          <small>{next.lead}</small>
          {next.title}
          {next.state}
        </a>
      )}
    </nav>
  );
}
