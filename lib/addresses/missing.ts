/**
 * The request header in which proxy.ts writes the kind of what is missing. Next titles every page
 * of status 404 with the metadata of app/not-found.tsx, which gets no parameters.
 */
export const MISSING_HEADER = 'x-gongbao-missing';

/**
 * The request header by which the gateway asks for the page 暂时不能查阅.
 *
 * At any address; the gateway passes none on that a reader sends.
 */
export const UNAVAILABLE_HEADER = 'x-gongbao-unavailable';

/**
 * The attribute in a page of status 200 that is not whole.
 *
 * It lacks something for want of time or of a database (components/browser/hooks.ts); the gateway
 * does not keep it.
 */
export const INCOMPLETE_MARK = 'data-incomplete';

/**
 * The attribute in a page that says that it cannot be made now: the gateway gives it status 503.
 * Next answers with 200 whatever a page says.
 */
export const AWAY_MARK = 'data-away';

/** Titles of the pages for what is missing, by its kind; also their headings. */
export const MISSING_TITLES = {
  page: '没有这个页面',
  municipality: '未找到该市',
  issue: '未找到这一期公报',
  document: '未找到该文件',
  section: '未找到这一节',
  version: '没有这一版',
  day: '没有这一天的文本',
  number: '认不出这个文号',
  subject: '没有这个主题',
} as const;

/** The kind of thing that a missing address names; `page` where it names none. */
export type MissingKind = keyof typeof MISSING_TITLES;

/** Gives the title of the page for a value of `MISSING_HEADER`. */
export const missingTitle = (kind: string | null): string =>
  kind !== null && Object.hasOwn(MISSING_TITLES, kind) ? MISSING_TITLES[kind as MissingKind] : MISSING_TITLES.page;
