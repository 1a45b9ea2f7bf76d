import { registerFileUrl } from '@/lib/addresses/register-params';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { attachmentHeader, cleanFileName } from '@/lib/export/attachment';
import { TooLongForWord } from '@/lib/export/files/docx/word-size';
import { FORMATS } from '@/lib/export/files/formats';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { REGISTER_WORDS } from '@/lib/views/register/register-words';
import type { RegisterList } from './register-list';
import { printRegisterSheet } from './register-sheet';
import { printRegisterWord } from './register-word';

const WRITERS = { xlsx: printRegisterSheet, docx: printRegisterWord };

/** Answers with a whole list of a register as a file of Excel or Word. */
export const respondWithRegisterFile = (
  format: keyof typeof WRITERS,
  batches: AsyncIterable<RegisterEntry[]>,
  list: RegisterList,
): Promise<Response> =>
  respondOr(
    unavailable,
    async () => {
      const entries: RegisterEntry[] = [];
      for await (const batch of batches) entries.push(...batch);
      const made = await make(format, entries, list);
      if (made === null) return tooLong(list);
      const words = cleanFileName(`${list.name}文件时效目录 ${REGISTER_WORDS[list.filter.tab]}`);
      return new Response(new Uint8Array(made), {
        headers: {
          'Content-Type': FORMATS[format].mediaType,
          'Content-Disposition': attachmentHeader(`${words}.${format}`, `validity.${format}`),
          'Content-Length': String(made.length),
          'X-Robots-Tag': 'noindex',
        },
      });
    },
    'file not made',
  );

/** @returns null where there are too many rows for Word */
async function make(format: keyof typeof WRITERS, entries: readonly RegisterEntry[], list: RegisterList) {
  try {
    return await WRITERS[format](entries, list);
  } catch (error) {
    if (error instanceof TooLongForWord) return null;
    throw error;
  }
}

/** What cannot be a Word file is an Excel sheet, or a part of the list. */
const tooLong = ({ slug, filter, siteUrl }: RegisterList): Response =>
  Response.json(
    {
      error: '这一列太长，做不成 Word 文件，请按机关或年份筛选，或者取用其他格式。',
      files: (['xlsx', 'csv'] as const).map((file) => ({
        url: siteUrl + registerFileUrl(slug, file, filter),
        type: FORMATS[file].mediaType,
      })),
    },
    { status: 404 },
  );
