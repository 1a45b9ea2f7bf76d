import type { BrowserContext } from '@playwright/test';
import { DISPLAY_COOKIE } from '@/lib/settings/display-settings';

/**
 * As if the reader had chosen under 显示 before: takes the settings as the cookie has them,
 * `size=large&theme=dark`.
 */
export async function chooseDisplay(
  context: BrowserContext,
  baseURL: string | undefined,
  settings: string,
): Promise<void> {
  await context.addCookies([{ name: DISPLAY_COOKIE, value: encodeURIComponent(settings), url: baseURL! }]);
}
