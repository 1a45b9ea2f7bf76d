import { z } from 'zod';

/**
 * The cookie with a reader's choices, as a query string: `size=large&theme=dark`. Defaults are left
 * out.
 */
export const DISPLAY_COOKIE = 'display';
/** Lifetime of the cookie in seconds: a year. */
export const DISPLAY_COOKIE_AGE = 365 * 24 * 60 * 60;

/** The values of each setting, the default first. */
const values = {
  /** 字体 */
  size: ['medium', 'small', 'large'],
  /** 正文字体; `auto` is 宋 on wide screens and 黑 on phones. */
  face: ['auto', 'song', 'hei'],
  /** 主题 */
  theme: ['system', 'light', 'dark'],
  /** 长者模式, and its own 字体 */
  elder: ['off', 'on'],
  elderSize: ['small', 'medium', 'large'],
  /** 快捷键: keys that do something by themselves, without Ctrl or Alt (WCAG 2.1.4) */
  keys: ['on', 'off'],
  /** The one-time hint at the first number of a text. */
  hint: ['new', 'seen'],
} as const;

/** The value of every setting. */
export type DisplaySettings = { -readonly [Name in keyof typeof values]: (typeof values)[Name][number] };

/** The name of a setting. */
export type DisplaySetting = keyof DisplaySettings;

const defaults = Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first])) as DisplaySettings;
const names = Object.keys(values) as DisplaySetting[];

/** Text that names no setting or none of its values is left out. */
const schema = z.object({
  size: z.enum(values.size).optional().catch(undefined),
  face: z.enum(values.face).optional().catch(undefined),
  theme: z.enum(values.theme).optional().catch(undefined),
  elder: z.enum(values.elder).optional().catch(undefined),
  elderSize: z.enum(values.elderSize).optional().catch(undefined),
  keys: z.enum(values.keys).optional().catch(undefined),
  hint: z.enum(values.hint).optional().catch(undefined),
});

/**
 * Applies what a form or a cookie says to settings.
 * @param given names and values; wrong ones are ignored
 */
export function changeDisplay(settings: DisplaySettings, given: Iterable<readonly [string, unknown]>): DisplaySettings {
  const read = schema.parse(Object.fromEntries(given));
  return Object.fromEntries(names.map((name) => [name, read[name] ?? settings[name]])) as DisplaySettings;
}

/** Reads settings from the cookie's value; missing or wrong values are the defaults. */
export const parseDisplay = (cookie: string | undefined): DisplaySettings =>
  changeDisplay(defaults, new URLSearchParams(cookie ?? ''));

/**
 * Prints settings as the cookie's value, empty for the defaults. It reads back as the same
 * settings.
 */
export const printDisplay = (settings: DisplaySettings): string =>
  new URLSearchParams(listChanged(settings)).toString();

/** Gives the attributes of `<html>` for style sheets and scripts: `data-size="large"`. */
export const displayAttributes = (settings: DisplaySettings): Record<`data-${string}`, string> =>
  Object.fromEntries(listChanged(settings).map(([name, value]) => [attributeOf(name), value]));

/** Gives the attribute of a setting: data-elder-size for elderSize. */
const attributeOf = (name: string): `data-${string}` =>
  `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const listChanged = (settings: DisplaySettings): [DisplaySetting, string][] =>
  names.filter((name) => settings[name] !== defaults[name]).map((name) => [name, settings[name]]);

/**
 * Gives the path of the page whose form was sent, as its `Referer` names it. The fragment is not
 * known to servers.
 * @returns a path on this portal, the home page for anything else
 */
export function returnPath(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/';
  const { protocol, pathname, search } = new URL(referer);
  // `//name` would be another host.
  if (!/^https?:$/.test(protocol) || pathname.startsWith('//')) return '/';
  return pathname + search;
}
