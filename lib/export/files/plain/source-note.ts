import { formatDate, formatIssue, formatTotal } from '@/lib/text/format';
import type { FileDocument } from '@/lib/export/files/file-document';

/** 示例市人民政府公报2023年第1号（总第5期），2023年3月31日 */
function printedIn({ municipality, issue, publishedOn }: FileDocument): string {
  if (!issue) return `${municipality.name}单行文件${publishedOn ? `，${formatDate(publishedOn)}发布` : ''}`;
  const total = formatTotal(issue.totalNumber);
  const day = issue.publishedOn ? `，${formatDate(issue.publishedOn)}` : '';
  return `${municipality.name}人民政府公报${formatIssue(issue)}${total && `（${total}）`}${day}`;
}

const SAMPLE = '示例市是虚构的示例，文字为演示而写。';

/**
 * Writes the lines at the end of every file for people. They say what the file is, where it was
 * printed and where it is found.
 */
export function sourceNote(document: FileDocument, { url = document.url, fullWidth = true } = {}): string[] {
  return [
    '非正式文本，以公报原件为准。',
    ...(fullWidth ? ['标点按印刷习惯以全角显示。'] : []),
    ...(document.municipality.sample ? [SAMPLE] : []),
    `来源：${printedIn(document)}`,
    `网址：${url}`,
  ];
}
