import { homeUrl } from '@/lib/addresses/urls';

interface FailureProps {
  /** Finds the error in the server's log. */
  digest: string | undefined;
}

/** What did not happen, and the ways on. An empty address is that of the page itself. */
export function Failure({ digest }: FailureProps) {
  return (
    <main className="wrap">
      <header className="head">
        <h1>页面没有取出来</h1>
        <p className="mt-3">服务出了差错，不是您的操作有误。</p>
        {digest && <p className="quiet">差错编号　{digest}</p>}
      </header>
      <p className="flex flex-wrap items-center gap-4">
        <a className="button solid" href="">
          再试一次
        </a>
        <a className="inline-flex min-h-11 items-center" href={homeUrl()}>
          回首页
        </a>
      </p>
    </main>
  );
}
