/**
 * What an address names that the portal does not hold. Next titles every page of status 404 with the metadata of
 * app/not-found.tsx; the proxy tells it what is missing by this request header.
 */
export const MISSING_HEADER = 'x-gongbao-missing';

const titles = {
  page: '没有这个页面',
  municipality: '未找到该市',
  issue: '未找到这一期公报',
  document: '未找到该文件',
  section: '未找到这一节',
  number: '认不出这个文号',
} as const;

type MissingKind = keyof typeof titles;

/** Takes the decoded segments of an address that is not held; gives what it names. */
export function missingKind([first, second, third]: readonly string[]): MissingKind {
  if (first === 'wenhao') return 'number';
  if (first === undefined || first === 'search') return 'page';
  if (second === undefined) return 'municipality';
  if (second === 'issues') return 'issue';
  return third === undefined ? 'document' : 'section';
}

/** Takes the header's value; gives the title of the page. */
export const missingTitle = (kind: string | null): string =>
  kind !== null && kind in titles ? titles[kind as MissingKind] : titles.page;
