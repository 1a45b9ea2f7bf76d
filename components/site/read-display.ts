import { cookies } from 'next/headers';
import { DISPLAY_COOKIE, parseDisplay, type DisplaySettings } from '@/lib/settings/display-settings';

/** What the reader of this request has chosen under 显示. */
export async function readDisplay(): Promise<DisplaySettings> {
  return parseDisplay((await cookies()).get(DISPLAY_COOKIE)?.value);
}
