import { hook } from '@/components/browser/hooks';
import { homeUrl } from '@/lib/addresses/urls';

interface UnavailableProps {
  /** Why; without it the database does not answer. */
  reason?: string;
  /** Whether there is nothing else on the page: its status is 503 then. */
  isAway?: boolean;
}

/** Says that a page cannot be shown now, and what to do. */
export function Unavailable({ reason = '系统暂时无法读取资料。', isAway = false }: UnavailableProps) {
  return (
    <>
      <header className="head" {...hook('incomplete')} {...(isAway && hook('away'))}>
        <h1>暂时不能查阅</h1>
        <p className="mt-3">{reason}请过一会儿再刷新这个页面。</p>
      </header>
      <a className="button" href={homeUrl()}>
        回首页
      </a>
    </>
  );
}
