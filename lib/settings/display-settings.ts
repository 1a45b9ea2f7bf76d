import { z } from 'zod';

/**
 * The cookie that holds what a reader has chosen, as the query string of what is not as usual:
 * `size=large&theme=dark`.
 */
export const DISPLAY_COOKIE = 'display';
/** Seconds: a year. */
export const DISPLAY_COOKIE_AGE = 365 * 24 * 60 * 60;

/** A row per setting: what it may be, the usual first. */
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

export type DisplaySettings = { -readonly [Name in keyof typeof values]: (typeof values)[Name][number] };
export type DisplaySetting = keyof DisplaySettings;

const usual = Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first])) as DisplaySettings;
const names = Object.keys(values) as DisplaySetting[];

/** What does not name a setting and one of its values is left out. */
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
 * Takes the settings so far and what a form or a cookie says (names and values, perhaps wrong
 * ones); gives the settings from now on.
 */
export function changeDisplay(settings: DisplaySettings, said: Iterable<readonly [string, unknown]>): DisplaySettings {
  const read = schema.parse(Object.fromEntries(said));
  return Object.fromEntries(names.map((name) => [name, read[name] ?? settings[name]])) as DisplaySettings;
}

/**
 * Takes the cookie's value; gives settings. What it does not name, or names wrongly, is as usual.
 */
export const parseDisplay = (cookie: string | undefined): DisplaySettings =>
  changeDisplay(usual, new URLSearchParams(cookie ?? ''));

/**
 * Takes settings; gives the cookie's value, empty when all is as usual. Reads back as the same
 * settings.
 */
export const printDisplay = (settings: DisplaySettings): string =>
  new URLSearchParams(listUnusual(settings)).toString();

/**
 * Takes settings; gives the attributes of `<html>` that the style sheet and scripts read:
 * `data-size="large"`.
 */
export const displayAttributes = (settings: DisplaySettings): Record<`data-${string}`, string> =>
  Object.fromEntries(listUnusual(settings).map(([name, value]) => [attributeOf(name), value]));

/** elderSize → data-elder-size */
export const attributeOf = (name: string): `data-${string}` =>
  `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const listUnusual = (settings: DisplaySettings): [DisplaySetting, string][] =>
  names.filter((name) => settings[name] !== usual[name]).map((name) => [name, settings[name]]);

/**
 * Where a reader goes back to after a choice: the page that the form stood on, as its `Referer`
 * names it. Gives a path on this portal and nothing else, home for what is none. The fragment is
 * not known to servers.
 */
export function returnPath(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/';
  const { protocol, pathname, search } = new URL(referer);
  // `//name` would be another host.
  if (!/^https?:$/.test(protocol) || pathname.startsWith('//')) return '/';
  return pathname + search;
}
