import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';
import { printDocx } from '@/lib/export/files/docx/docx';
import { TooLongForWord } from '@/lib/export/files/docx/word-size';
import type { FileDocument, FileIssue } from '@/lib/export/files/file-document';
import { documentName } from '@/lib/export/files/names';
import { printText } from './text';

/**
 * Yields an issue as a ZIP file: contents, then each document as Word and text. One document is in
 * memory at a time.
 */
export async function* printZip(issue: FileIssue): AsyncGenerator<Uint8Array, void, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const add = (name: string, bytes: Uint8Array, packed: boolean): void => {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = zipDay(issue.publishedOn ?? '2000-01-01');
    zip.add(file);
    file.push(bytes, true);
  };
  const names = fileNames(issue.documents);
  add('目录.txt', strToU8(contents(issue, names)), false);
  for (const [at, document] of issue.documents.entries()) {
    const word = await printDocx(document).catch(withoutTooLong);
    if (word !== null) add(`${names[at]!}.docx`, word, true);
    add(`${names[at]!}.txt`, strToU8(printText(document)), false);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/**
 * Gives the day that files in the archive have: a ZIP has none before 1980. The first and the last
 * day differ with the time zone.
 */
const zipDay = (day: string): string => (day < '1980-01-02' ? '1980-01-02' : day > '2099-12-30' ? '2099-12-30' : day);

/** A document that is too long for Word is there as a text. */
function withoutTooLong(error: unknown): null {
  if (error instanceof TooLongForWord) return null;
  throw error;
}

/** Names files in the order of the issue, no two alike: 01 示政发〔2023〕1号 … */
const fileNames = (documents: readonly FileDocument[]): string[] => {
  const digits = String(documents.length).length;
  return documents.map(
    (document, at) => `${String(at + 1).padStart(Math.max(2, digits), '0')} ${documentName(document)}`,
  );
};

const contents = (issue: FileIssue, names: readonly string[]): string =>
  [
    `${issue.municipality.name}人民政府公报${formatIssue(issue)}`,
    issue.url,
    '非正式文本，以公报原件为准。',
    ...(issue.municipality.sample ? ['示例市是虚构的示例，文字为演示而写。'] : []),
    '',
    ...issue.documents.flatMap((document, at) => [
      typesetText(document.title),
      ...[document.docNumber, names[at]!, document.url].filter(Boolean).map((line) => `    ${line!}`),
      '',
    ]),
  ].join('\n');
