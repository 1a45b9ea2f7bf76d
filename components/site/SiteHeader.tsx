import { searchUrl } from '@/lib/addresses/search-params';
import { displayUrl, homeUrl } from '@/lib/addresses/urls';
import { DisplayChoices, elderSizeRow } from './DisplayChoices';
import { readDisplay } from './read-display';
import { SearchBox } from './SearchBox';
import { Tools } from './Tools';
import { TraditionalLink } from './TraditionalLink';
import { hook } from '@/components/browser/hooks';

interface MastheadProps {
  query: string;
  /** The page has a search box of its own. */
  withoutSearch: boolean;
  inside: string | undefined;
}

/**
 * Mark, search and tools. In 长者模式 one bar that stays in sight: home, search, size of the type, and
 * the way out.
 */
export async function SiteHeader({ query, withoutSearch, inside }: MastheadProps) {
  const settings = await readDisplay();
  if (settings.elder === 'on') {
    return (
      <header className="masthead elder-head">
        <div className="elder-bar">
          <div className="wrap">
            <a href={homeUrl()}>首页</a>
            <a href={searchUrl({})}>检索</a>
            <details {...hook('display-menu')}>
              <summary>字号</summary>
              <form method="post" action={displayUrl()} {...hook('display')} aria-label="显示">
                <DisplayChoices row={elderSizeRow} settings={settings} />
                <TraditionalLink />
              </form>
            </details>
            <form method="post" action={displayUrl()} {...hook('display')}>
              <button name="elder" value="off" aria-label="退出长者模式">
                退出
              </button>
            </form>
          </div>
        </div>
        {!withoutSearch && (
          <div className="wrap">
            <SearchBox query={query} inside={inside} />
          </div>
        )}
      </header>
    );
  }
  return (
    <header className="masthead">
      <div className="wenwu" />
      <div className="wrap">
        <a className="brand" href={homeUrl()}>
          公报
        </a>
        {!withoutSearch && <SearchBox query={query} inside={inside} />}
        <Tools settings={settings}>
          <TraditionalLink />
        </Tools>
      </div>
    </header>
  );
}
