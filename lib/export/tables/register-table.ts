import type { RegisterFilter } from '@/lib/addresses/register-params';
import type { RegisterEntry } from '@/lib/db/queries/validity/register';
import { streamTable } from '@/lib/export/site/responses';
import { REGISTER_WORDS } from '@/lib/views/register/register-words';
import { printRows, tableAttachment } from './csv-table';
import { REGISTER_COLUMNS } from './register-columns';

/** Answers with a list of a register as CSV, while it is read. */
export const respondWithRegister = (
  entries: AsyncIterable<RegisterEntry[]>,
  { name, filter }: { name: string; filter: RegisterFilter },
  { signal }: Request,
  siteUrl: string,
): Promise<Response> =>
  streamTable(
    printRows(REGISTER_COLUMNS, entries, siteUrl),
    tableAttachment('validity.csv', `${name}文件时效目录`, REGISTER_WORDS[filter.tab]),
    signal,
  );
