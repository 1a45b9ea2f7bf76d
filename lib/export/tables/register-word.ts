import { Document, Packer, Paragraph } from 'docx';
import { documentUrl } from '@/lib/addresses/urls';
import { registerUrl } from '@/lib/addresses/register-params';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { titleParagraph } from '@/lib/export/files/docx/docx-blocks';
import { docxEnd } from '@/lib/export/files/docx/docx-end';
import { fontTable } from '@/lib/export/files/docx/docx-font-table';
import { pageSetup } from '@/lib/export/files/docx/docx-page';
import { docxStyles } from '@/lib/export/files/docx/docx-styles';
import { docxTable } from '@/lib/export/files/docx/docx-table';
import { refuseTooLong } from '@/lib/export/files/docx/word-size';
import type { FlowCell, FlowSpan, FlowTable } from '@/lib/export/files/flow/flow';
import { calendarDay } from '@/lib/settings/today';
import { formatDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { REGISTER_WORDS } from '@/lib/views/register/register-words';
import { printDay, proofOf } from './register-columns';
import type { RegisterList } from './register-list';

interface WordColumn {
  header: string;
  cell: (entry: RegisterEntry, index: number, siteUrl: string) => FlowSpan;
}

/** The columns of a 清理目录, and what proves each row. */
const COLUMNS: readonly WordColumn[] = [
  { header: '序号', cell: (_entry, index) => ({ text: String(index + 1) }) },
  {
    header: '文件名称',
    cell: ({ document: { title, municipality, slug } }, _index, siteUrl) => ({
      text: typesetText(title),
      href: siteUrl + documentUrl(municipality.slug, slug),
    }),
  },
  { header: '文号', cell: ({ document }) => ({ text: document.docNumber ?? '' }) },
  { header: '发文机关', cell: ({ document }) => ({ text: document.agency ?? '' }) },
  { header: '施行日期', cell: ({ first }) => ({ text: printDay(first?.day) }) },
  { header: '最后有效日', cell: ({ lastDay }) => ({ text: printDay(lastDay) }) },
  { header: '时效', cell: ({ validity }) => ({ text: VALIDITY_WORDS[validity.state] }) },
  { header: '依据', cell: ({ validity }) => ({ text: typesetText(proofOf(validity)) }) },
];

/** Makes a Word table of a list in the form of a 清理目录. @throws TooLongForWord */
export async function printRegisterWord(entries: readonly RegisterEntry[], list: RegisterList): Promise<Uint8Array> {
  const { name, slug, sample, filter, siteUrl } = list;
  const table = tableOf(entries, siteUrl);
  refuseTooLong([[table]]);
  const limits = [filter.agency, filter.year && `${filter.year}年`].filter(Boolean).join('，');
  const title = `${name}文件时效目录（${REGISTER_WORDS[filter.tab]}）`;
  const note = [
    `本站按原文整理，非正式文本，以公报原件为准。截至${formatDate(calendarDay(new Date()))}，共 ${entries.length} 件。`,
    ...(sample ? ['示例市是虚构的示例，文字为演示而写。'] : []),
    `网址：${siteUrl}${registerUrl(slug, filter)}`,
  ];
  const children = [
    titleParagraph([title]),
    ...(limits === '' ? [] : [new Paragraph({ style: 'DocNumber', text: limits })]),
    ...docxTable(table, true),
    ...docxEnd(note, siteUrl + registerUrl(slug, filter)),
  ];
  const file = new Document({
    title,
    description: '非正式文本，以公报原件为准',
    styles: docxStyles(),
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...pageSetup(true), children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, [fontTable()]));
}

function tableOf(entries: readonly RegisterEntry[], siteUrl: string): FlowTable {
  const cell = (span: FlowSpan, column: number, header: boolean): FlowCell => ({
    paragraphs: span.text === '' ? [] : span.text.split('\n').map((text) => [{ ...span, text }]),
    header,
    column,
    rowSpan: 1,
    colSpan: 1,
  });
  return {
    kind: 'table',
    id: 'register',
    caption: '',
    columns: COLUMNS.length,
    headRows: 1,
    rows: [
      COLUMNS.map(({ header }, column) => cell({ text: header }, column, true)),
      ...entries.map((entry, index) =>
        COLUMNS.map((each, column) => cell(each.cell(entry, index, siteUrl), column, false)),
      ),
    ],
    remark: null,
  };
}
