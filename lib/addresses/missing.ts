/**
 * What an address names that the portal does not hold. Next titles every page of status 404 with
 * the metadata of app/not-found.tsx; the proxy tells it what is missing by this request header.
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
export function missingKind(segments: readonly string[]): MissingKind {
  const [first, second, third] = segments;
  if (first === 'wenhao') return 'number';
  if (first === 'search') return 'page';
  if (second === 'issues') return segments.length === 4 ? 'issue' : 'page';
  if (second === 'timeline') return segments.length === 2 ? 'municipality' : 'page';
  if (third === 'web' && segments.length === 3) return 'document';
  return byDepth[segments.length] ?? 'page';
}

const byDepth: Partial<Record<number, MissingKind>> = { 1: 'municipality', 2: 'document', 3: 'section' };

/** Takes the header's value; gives the title of the page. */
export const missingTitle = (kind: string | null): string =>
  kind !== null && Object.hasOwn(titles, kind) ? titles[kind as MissingKind] : titles.page;
