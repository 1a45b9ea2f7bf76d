import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';

/** Where a document was printed: 示例市人民政府公报2023年第1号. */
export const nameSource = ({
  municipality,
  issue,
}: {
  municipality: { name: string };
  issue: { year: number; number: number; lastNumber?: number | null; edition?: string | null } | null;
}): string => (issue ? `${municipality.name}人民政府公报${formatIssue(issue)}` : `${municipality.name}单行文件`);

/** What a document is called in a line: its number, or its title where it has none. */
export const nameDocument = (document: { docNumber: string | null; title: string }): string =>
  document.docNumber ?? typesetText(document.title);
