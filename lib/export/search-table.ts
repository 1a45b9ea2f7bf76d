import { stringify } from 'csv-stringify/sync';
import { displayText } from '@/lib/display';
import { formatIssue } from '@/lib/format';
import type { SearchHit } from '@/lib/search/engine';
import { VALIDITY_WORDS } from '@/lib/search/words';
import { documentUrl, sectionPlaceUrl } from '@/lib/urls';
import { pathWords, snippetWords } from './hit-words';

interface Column {
  header: string;
  cell: (hit: SearchHit, siteUrl: string) => string;
}

/** One row per hit; a hit in the title alone leaves the columns of the section empty. */
const COLUMNS: readonly Column[] = [
  { header: '标题', cell: ({ document }) => displayText(document.title) },
  { header: '文号', cell: ({ document }) => document.docNumber ?? '' },
  { header: '发文机关', cell: ({ document }) => document.agency ?? '' },
  { header: '成文日期', cell: ({ document }) => document.signedOn?.toISOString().slice(0, 10) ?? '' },
  { header: '城市', cell: ({ document }) => document.municipality.name },
  { header: '刊载', cell: ({ document }) => (document.issue ? formatIssue(document.issue) : '单行文件') },
  { header: '文种', cell: ({ document }) => document.genre ?? '' },
  { header: '时效', cell: ({ document }) => VALIDITY_WORDS[document.validity] },
  { header: '位置', cell: ({ section }) => (section ? pathWords(section) : '') },
  { header: '摘录', cell: ({ section }) => (section ? snippetWords(section.snippet) : '') },
  {
    header: '网址',
    cell: ({ document: { municipality, slug }, section }, siteUrl) =>
      siteUrl +
      (section ? sectionPlaceUrl(municipality.slug, slug, section.address) : documentUrl(municipality.slug, slug)),
  },
];

/** The head of the table, with the mark by which Excel knows UTF-8. */
const printTableHead = (): string =>
  `\ufeff${stringify([COLUMNS.map(({ header }) => header)], { record_delimiter: 'windows' })}`;

/**
 * Takes hits and the public origin; gives their rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula
 * (= + - @, tab) gets an apostrophe before it.
 */
const printTableRows = (hits: readonly SearchHit[], siteUrl: string): string =>
  stringify(
    hits.map((hit) => COLUMNS.map(({ cell }) => cell(hit, siteUrl))),
    { record_delimiter: 'windows', escape_formulas: true },
  );

/**
 * Takes the hits of a search as they come; gives its table in pieces. The first piece waits for the first hits, so that a
 * search that fails has not begun an answer.
 */
export async function* printTable(
  batches: AsyncIterable<SearchHit[]>,
  siteUrl: string,
): AsyncGenerator<string, void, void> {
  let head = printTableHead();
  for await (const hits of batches) {
    yield head + printTableRows(hits, siteUrl);
    head = '';
  }
  if (head !== '') yield head;
}

/** `attachment` with a name that old and new programs read (RFC 6266, RFC 8187): 检索-养老.csv */
export function tableDisposition(q: string): string {
  // What no file system takes, and dots at the start, which hide a file.
  const words = q
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|%]+/gu, ' ')
    .trim()
    .replace(/^[\s.]+/, '');
  const name = `检索${words && `-${[...words].slice(0, 40).join('')}`}.csv`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="search.csv"; filename*=UTF-8''${encoded}`;
}
