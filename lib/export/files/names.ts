import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';
import { cleanFileName } from '@/lib/export/attachment';
import type { FileDocument, FileIssue, FileSection } from './file-document';

/**
 * Most characters of a name without its ending: old file systems take 255 bytes, three to a
 * character.
 */
const LONGEST = 60;

/** Names the file of a document: 示政发〔2023〕5号 示例市人民政府关于…的通知 */
export const documentName = ({ docNumber, title, textOf }: FileDocument): string =>
  cutName([dayPrefix(textOf), docNumber, typesetText(title)].filter(Boolean).join(' '));

/** 2023-07-01起 in front, where the end of a long name would be cut. */
const dayPrefix = (day: string | undefined): string => (day === undefined ? '' : `${day}起的文本`);

/** Names the file of a section: 示政发〔2023〕5号 四、（一）7.健全… */
export const sectionName = ({ document, name }: FileSection): string =>
  cutName(
    [dayPrefix(document.textOf), document.docNumber ?? typesetText(document.title), name].filter(Boolean).join(' '),
  );

/** Names the file of an issue: 示例市人民政府公报2023年第2号 */
export const issueName = (issue: FileIssue): string =>
  cutName(`${issue.municipality.name}人民政府公报${formatIssue(issue)}`);

function cutName(words: string): string {
  const clean = cleanFileName(words);
  const letters = [...clean];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : clean;
}
