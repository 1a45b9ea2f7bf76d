import type { ReactNode } from 'react';
import type { DisplaySettings } from '@/lib/settings/display-settings';
import { displayUrl, keyboardUrl } from '@/lib/addresses/urls';
import { DisplayChoices, displayRows } from './DisplayChoices';
import { hook } from '@/components/browser/hooks';

interface ToolsProps {
  settings: DisplaySettings;
  /** Links beside the settings. */
  children?: ReactNode;
}

/**
 * The tools of the masthead: links, 显示 with all that can be set, and 长者模式. On phones the links
 * stand inside 显示 (display.css).
 */
export function Tools({ settings, children }: ToolsProps) {
  return (
    <div className="tools">
      {children}
      <details className="display" {...hook('display-menu')}>
        <summary>显示</summary>
        <form method="post" action={displayUrl()} {...hook('display')} aria-label="显示">
          {displayRows.map((row) => (
            <DisplayChoices key={row.name} row={row} settings={settings} />
          ))}
          <p>
            <a href={keyboardUrl()}>键盘说明</a>
            {children}
          </p>
        </form>
      </details>
      <form method="post" action={displayUrl()} {...hook('display')}>
        <button name="elder" value="on">
          长者模式
        </button>
      </form>
    </div>
  );
}
