import { rawSearchParams } from '@/lib/addresses/search-params';
import { docNumberUrl } from '@/lib/addresses/urls';
import { parseWantedParams, type WantedFilter } from '@/lib/addresses/wanted-params';
import { streamTable } from '@/lib/export/site/responses';
import { tableAttachment, printRows, type Column } from './csv-table';

/** A number that is mentioned and not held, as lib/db/queries/numbers/wanted.ts gives it. */
interface WantedRow {
  docNumber: string;
  agencyCode: string;
  year: number | null;
  serial: number | null;
  documents: number;
  mentions: number;
  title: string | null;
  newestOn: Date | null;
}

const COLUMNS: readonly Column<WantedRow>[] = [
  { header: '文号', cell: ({ docNumber }) => docNumber },
  { header: '机关代字', cell: ({ agencyCode }) => agencyCode },
  { header: '年份', cell: ({ year }) => year?.toString() ?? '' },
  { header: '序号', cell: ({ serial }) => serial?.toString() ?? '' },
  { header: '引用时写的标题', cell: ({ title }) => title ?? '' },
  { header: '提到它的文件', cell: ({ documents }) => String(documents) },
  { header: '提到的处数', cell: ({ mentions }) => String(mentions) },
  { header: '最近提到', cell: ({ newestOn }) => newestOn?.toISOString().slice(0, 10) ?? '' },
  { header: '网址', cell: ({ docNumber }, siteUrl) => siteUrl + docNumberUrl(docNumber) },
];

/** Most rows of a table; a limit to an agency or a year gives the others. */
const TABLE_LIMIT = 100_000;

/**
 * Answers with the wanted list as CSV, while it is read.
 * @param stream gives the numbers of a filter
 * @param request has the parameters of the wanted list
 */
export function respondWithWanted(
  stream: (filter: WantedFilter, limit: number) => AsyncIterable<WantedRow[]>,
  request: Request,
  siteUrl: string,
): Promise<Response> {
  const filter = parseWantedParams(rawSearchParams(new URL(request.url).searchParams));
  const detail = [filter.agency, filter.year].filter(Boolean).join(' ');
  return streamTable(
    printRows(COLUMNS, stream(filter, TABLE_LIMIT), siteUrl),
    tableAttachment('wenhao.csv', '待补文件', detail),
    request.signal,
  );
}
