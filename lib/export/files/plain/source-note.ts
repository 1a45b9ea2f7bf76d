import { formatDate, formatIssue, formatTotal } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import type { FileDocument } from '@/lib/export/files/file-document';

/** 示例市人民政府公报2023年第1号（总第5期），2023年3月31日 */
function printedIn({ municipality, issue, publishedOn }: FileDocument): string {
  if (!issue) return `${municipality.name}单行文件${publishedOn ? `，${formatDate(publishedOn)}发布` : ''}`;
  const total = formatTotal(issue.totalNumber);
  const day = issue.publishedOn ? `，${formatDate(issue.publishedOn)}` : '';
  return `${municipality.name}人民政府公报${formatIssue(issue)}${total && `（${total}）`}${day}`;
}

const SAMPLE = '示例市是虚构的示例，文字为演示而写。';

/** 索引号 and 主题分类, of those that the publisher states. */
function statedLines({ stated: { indexNumber, topic } }: FileDocument): string[] {
  return [
    ...(indexNumber === null ? [] : [`索引号：${indexNumber}`]),
    ...(topic === null ? [] : [`主题分类：${typesetText(topic)}`]),
  ];
}

/**
 * Writes the lines at the end of every file for people. They say what the file is, where it was
 * printed and where it is found.
 * @param ofIssue the file is that of its whole issue: what is stated of one document is left out
 */
export function sourceNote(
  document: FileDocument,
  { url = document.url, fullWidth = true, ofIssue = false } = {},
): string[] {
  return [
    document.textOf === undefined
      ? '非正式文本，以公报原件为准。'
      : `本站整理的${formatDate(document.textOf)}起的文本，非正式文本，以公报原件和修改决定为准。`,
    ...(fullWidth ? ['标点按印刷习惯以全角显示。'] : []),
    ...(document.municipality.sample ? [SAMPLE] : []),
    ...(ofIssue ? [] : statedLines(document)),
    `来源：${printedIn(document)}`,
    `网址：${url}`,
  ];
}
