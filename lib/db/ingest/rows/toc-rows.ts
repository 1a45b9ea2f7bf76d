import { titlesAgree } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';
import type { PreparedDocument, PreparedTocGroup } from './prepared';

/** Prepares the groups of a table of contents, with the documents that entries name. */
export function prepareToc(tree: ast.Gazette, documents: PreparedDocument[]): PreparedTocGroup[] {
  const unnamed = new Set(documents);
  const groups = tree.children
    .filter((child) => child.type === 'toc')
    .flatMap((toc) => toc.children.filter((child) => child.type === 'tocGroup'));
  return groups.map((group, groupIndex) => ({
    heading: group.heading,
    position: groupIndex + 1,
    entries: group.children
      .filter((child) => child.type === 'tocEntry')
      .map((entry, index) => ({
        columns: { position: index + 1, title: entry.title, docNumber: entry.docNumber?.canonical ?? null },
        documentPosition: takeDocument(entry, group.heading, unnamed),
      })),
  }));
}

/**
 * Takes the document that an entry names: by number and title, else by number, else by title. No
 * two entries name one document. The title of an entry may lack the issuer, or continue the heading
 * of its group: 大事记 / 2015年4月—6月.
 * @returns its position
 */
function takeDocument(entry: ast.TocEntry, heading: string, unnamed: Set<PreparedDocument>): number | null {
  const number = entry.docNumber?.canonical;
  const key = titleKey(entry.title);
  const byNumber = [...unnamed].filter(({ columns }) => number !== undefined && columns.docNumber === number);
  const agrees = (title: string): boolean =>
    titlesAgree(title, entry.title) || titlesAgree(title, heading + entry.title);
  const byTitle = [...unnamed].filter(({ columns }) => columns.titleKey === key || agrees(columns.title));
  const named =
    byNumber.find((document) => byTitle.includes(document)) ??
    byNumber[0] ??
    (number === undefined ? byTitle[0] : undefined);
  if (!named) return null;
  unnamed.delete(named);
  return named.columns.position;
}
