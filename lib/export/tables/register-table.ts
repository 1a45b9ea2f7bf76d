import type { RegisterFilter } from '@/lib/addresses/register-params';
import { documentUrl } from '@/lib/addresses/urls';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { streamTable } from '@/lib/export/site/responses';
import { typesetText } from '@/lib/text/typography';
import { DAY_BASIS_WORDS, VALIDITY_WORDS } from '@/lib/validity/words';
import { REGISTER_WORDS } from '@/lib/views/register/register-words';
import { printRows, tableAttachment, type Column } from './csv-table';

const isoDay = (day: Date | null | undefined): string => day?.toISOString().slice(0, 10) ?? '';

const COLUMNS: readonly Column<RegisterEntry>[] = [
  { header: '标题', cell: ({ document }) => typesetText(document.title) },
  { header: '文号', cell: ({ document }) => document.docNumber ?? '' },
  { header: '发文机关', cell: ({ document }) => document.agency ?? '' },
  { header: '成文日期', cell: ({ document }) => isoDay(document.signedOn) },
  { header: '时效', cell: ({ validity }) => VALIDITY_WORDS[validity.state] },
  { header: '施行日期', cell: ({ first }) => isoDay(first?.day) },
  { header: '施行日期依据', cell: ({ first }) => (first ? DAY_BASIS_WORDS[first.dayFrom] : '') },
  { header: '最后有效日', cell: ({ lastDay }) => isoDay(lastDay) },
  { header: '剩余天数', cell: ({ daysLeft }) => daysLeft?.toString() ?? '' },
  {
    header: '名称所示期限',
    cell: ({ titleYear, titleEndYear }) => (titleEndYear === null ? '' : `${titleYear}—${titleEndYear}年`),
  },
  {
    header: '依据',
    cell: ({ validity }) =>
      validity.proof
        .map(({ place, source, sentence }) => `${place?.docNumber ?? source ?? ''} ${sentence}`.trim())
        .join('\n'),
  },
  {
    header: '网址',
    cell: ({ document: { municipality, slug } }, siteUrl) => siteUrl + documentUrl(municipality.slug, slug),
  },
];

/** Answers with a list of a register as CSV, while it is read. */
export const respondWithRegister = (
  entries: AsyncIterable<RegisterEntry[]>,
  { name, filter }: { name: string; filter: RegisterFilter },
  { signal }: Request,
  siteUrl: string,
): Promise<Response> =>
  streamTable(
    printRows(COLUMNS, entries, siteUrl),
    tableAttachment('validity.csv', `${name}文件时效目录`, REGISTER_WORDS[filter.tab]),
    signal,
  );
