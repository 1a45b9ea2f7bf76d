/**
 * The request header by which proxy.ts names what is missing. Next titles every page of status 404
 * with the metadata of app/not-found.tsx, which knows no parameters.
 */
export const MISSING_HEADER = 'x-gongbao-missing';

/** What an address can name that is not there, and the heading and title of the page that says so. */
export const MISSING_TITLES = {
  page: '没有这个页面',
  municipality: '未找到该市',
  issue: '未找到这一期公报',
  document: '未找到该文件',
  section: '未找到这一节',
  number: '认不出这个文号',
} as const;

/** What an address can name that is not there. */
export type MissingKind = keyof typeof MISSING_TITLES;

/** Takes the header's value; gives the title of the page. */
export const missingTitle = (kind: string | null): string =>
  kind !== null && Object.hasOwn(MISSING_TITLES, kind) ? MISSING_TITLES[kind as MissingKind] : MISSING_TITLES.page;
