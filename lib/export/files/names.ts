import { create } from 'content-disposition';
import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';
import type { FileDocument, FileIssue, FileSection } from './file-document';
import type { Format } from './formats';

/**
 * Characters of a name, without its ending: folders of old systems take 255 bytes, three to a
 * character.
 */
const LONGEST = 60;

/** 示政发〔2023〕5号 示例市人民政府关于…的通知 */
export const documentName = ({ docNumber, title }: FileDocument): string =>
  cutName([docNumber, typesetText(title)].filter(Boolean).join(' '));

/** 示政发〔2023〕5号 四、（一）7.健全… */
export const sectionName = ({ document, name }: FileSection): string =>
  cutName([document.docNumber ?? typesetText(document.title), name].join(' '));

/** 示例市人民政府公报2023年第2号 */
export const issueName = (issue: FileIssue): string =>
  cutName(`${issue.municipality.name}人民政府公报${formatIssue(issue)}`);

/** What no file system takes becomes a blank, and so do dots at the start, which hide a file. */
function cutName(words: string): string {
  const clean = words
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|%\s]+/gu, ' ')
    .replace(/^[\s.]+/, '')
    .trim();
  const letters = [...clean];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : clean;
}

/**
 * `attachment` with a name that old and new programs read (RFC 6266, RFC 8187); `ascii` is the old
 * ones' name.
 */
export const attachmentHeader = (name: string, ascii: string, format: Format): string =>
  create(`${name}.${format}`, { fallback: `${ascii}.${format}` });
