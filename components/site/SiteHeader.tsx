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
 * Mark, search and tools. In 长者模式 the way home and the way out, which stay in sight, and the size
 * of the type.
 */
export async function SiteHeader({ query, withoutSearch, inside }: MastheadProps) {
  const settings = await readDisplay();
  if (settings.elder === 'on') {
    return (
      <header className="masthead elder-head">
        <div className="elder-bar">
          <form className="wrap" method="post" action={displayUrl()} {...hook('display')}>
            <a href={homeUrl()}>首页</a>
            <button name="elder" value="off">
              退出长者模式
            </button>
          </form>
        </div>
        <form className="wrap" method="post" action={displayUrl()} {...hook('display')} aria-label="显示">
          <DisplayChoices row={elderSizeRow} settings={settings} />
          <TraditionalLink />
        </form>
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
