import writeXlsxFile from 'write-excel-file/universal';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { REGISTER_COLUMNS } from './register-columns';
import type { RegisterList } from './register-list';

const WIDTHS: Record<string, number> = { 标题: 60, 依据: 60, 网址: 40, 发文机关: 24 };
const WIDTH = 16;
/** What Excel takes in a cell. */
const LONGEST = 32_000;

/** Makes an Excel sheet of a list. The days left are numbers, all else is text. */
export async function printRegisterSheet(
  entries: readonly RegisterEntry[],
  { siteUrl }: RegisterList,
): Promise<Uint8Array> {
  const text = (value: string) => ({
    type: String,
    value: value.slice(0, LONGEST),
    format: '@',
    wrap: true,
    alignVertical: 'top' as const,
  });
  const file = writeXlsxFile(
    [
      REGISTER_COLUMNS.map(({ header }) => ({ ...text(header), fontWeight: 'bold' as const })),
      ...entries.map((entry) =>
        REGISTER_COLUMNS.map(({ header, cell }) =>
          header === '剩余天数' && entry.daysLeft !== null
            ? { type: Number, value: entry.daysLeft, alignVertical: 'top' as const }
            : text(cell(entry, siteUrl)),
        ),
      ),
    ],
    {
      sheet: '文件时效目录',
      stickyRowsCount: 1,
      columns: REGISTER_COLUMNS.map(({ header }) => ({ width: WIDTHS[header] ?? WIDTH })),
    },
  );
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
