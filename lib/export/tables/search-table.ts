import { pathWords } from '@/lib/text/section-names';
import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';
import type { SearchHit } from '@/lib/search/engine';
import type { Snippet } from '@/lib/search/marks/snippet';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { tableAttachment, printRows, type Column } from './csv-table';

/** One row per hit; a hit in the title alone has empty cells for the section. */
const COLUMNS: readonly Column<SearchHit>[] = [
  { header: '标题', cell: ({ document }) => typesetText(document.title) },
  { header: '文号', cell: ({ document }) => document.docNumber ?? '' },
  { header: '发文机关', cell: ({ document }) => document.agency ?? '' },
  { header: '成文日期', cell: ({ document }) => document.signedOn?.toISOString().slice(0, 10) ?? '' },
  { header: '城市', cell: ({ document }) => document.municipality.name },
  { header: '刊载', cell: ({ document }) => (document.issue ? formatIssue(document.issue) : '单行文件') },
  { header: '文种', cell: ({ document }) => document.genre ?? '' },
  { header: '时效', cell: ({ document }) => VALIDITY_WORDS[document.validity] },
  { header: '主题分类', cell: ({ document }) => (document.topic === null ? '' : typesetText(document.topic)) },
  { header: '索引号', cell: ({ document }) => document.indexNumber ?? '' },
  { header: '位置', cell: ({ section }) => (section ? pathWords(section) : '') },
  { header: '摘录', cell: ({ section }) => (section ? snippetWords(section.snippet) : '') },
  {
    header: '网址',
    cell: ({ document: { municipality, slug }, section }, siteUrl) =>
      siteUrl +
      (section ? sectionPlaceUrl(municipality.slug, slug, section.address) : documentUrl(municipality.slug, slug)),
  },
];

/** Prints a snippet as plain text on one line: …每个街道至少有一处食堂… */
const snippetWords = ({ text, cutBefore, cutAfter }: Snippet): string =>
  text === '' ? '' : `${cutBefore ? '…' : ''}${text.replace(/\s+/gu, ' ')}${cutAfter ? '…' : ''}`;

/** Yields the table of a search in pieces, as its hits are found. */
export const printTable = (batches: AsyncIterable<SearchHit[]>, siteUrl: string): AsyncGenerator<string, void, void> =>
  printRows(COLUMNS, batches, siteUrl);

/** Gives the `Content-Disposition` of a search's table: 检索-养老.csv */
export const tableDisposition = (q: string): string => tableAttachment('search.csv', '检索', q);
