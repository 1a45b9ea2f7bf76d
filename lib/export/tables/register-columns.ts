import { documentUrl } from '@/lib/addresses/urls';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { typesetText } from '@/lib/text/typography';
import type { Validity } from '@/lib/validity/validity';
import { DAY_BASIS_WORDS, VALIDITY_WORDS } from '@/lib/validity/words';
import type { Column } from './csv-table';

/** The sentences that prove a state, each with the number of its document. */
export const proofOf = ({ proof }: Validity): string =>
  proof.map(({ place, source, sentence }) => `${place?.docNumber ?? source ?? ''} ${sentence}`.trim()).join('\n');

/** `2023-07-01`; empty where it is not known. */
export const printDay = (day: Date | null | undefined): string => day?.toISOString().slice(0, 10) ?? '';

/** Columns of a list of the register as a table. */
export const REGISTER_COLUMNS: readonly Column<RegisterEntry>[] = [
  { header: '标题', cell: ({ document }) => typesetText(document.title) },
  { header: '文号', cell: ({ document }) => document.docNumber ?? '' },
  { header: '发文机关', cell: ({ document }) => document.agency ?? '' },
  { header: '成文日期', cell: ({ document }) => printDay(document.signedOn) },
  { header: '时效', cell: ({ validity }) => VALIDITY_WORDS[validity.state] },
  { header: '施行日期', cell: ({ first }) => printDay(first?.day) },
  { header: '施行日期依据', cell: ({ first }) => (first ? DAY_BASIS_WORDS[first.dayFrom] : '') },
  { header: '最后有效日', cell: ({ lastDay }) => printDay(lastDay) },
  { header: '剩余天数', cell: ({ daysLeft }) => daysLeft?.toString() ?? '' },
  {
    header: '名称所示期限',
    cell: ({ titleYear, titleEndYear }) => (titleEndYear === null ? '' : `${titleYear}—${titleEndYear}年`),
  },
  {
    header: '依据',
    cell: ({ validity }) => proofOf(validity),
  },
  {
    header: '已废止或较新的制定依据',
    cell: ({ staleBases }) =>
      staleBases
        .map(({ document, validity }) => `《${typesetText(document.title)}》（${VALIDITY_WORDS[validity.state]}）`)
        .join('\n'),
  },
  {
    header: '网址',
    cell: ({ document: { municipality, slug } }, siteUrl) => siteUrl + documentUrl(municipality.slug, slug),
  },
];
