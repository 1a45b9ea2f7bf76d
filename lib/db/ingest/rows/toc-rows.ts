import { titlesAgree } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';
import type { PreparedDocument, PreparedTocGroup } from './prepared';

/**
 * Takes a tree and the documents prepared from it; gives the groups of its contents, each entry
 * with the document that it names.
 */
export function prepareToc(tree: ast.Gazette, documents: PreparedDocument[]): PreparedTocGroup[] {
  const unmet = new Set(documents);
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
        documentPosition: meetDocument(entry, group.heading, unmet),
      })),
  }));
}

/**
 * Number and title, else the number, else the title; no document meets two entries. A title may
 * leave out its issuer, or go on from its heading: 大事记 / 2015年4月—6月.
 */
function meetDocument(entry: ast.TocEntry, heading: string, unmet: Set<PreparedDocument>): number | null {
  const number = entry.docNumber?.canonical;
  const key = titleKey(entry.title);
  const byNumber = [...unmet].filter(({ columns }) => number !== undefined && columns.docNumber === number);
  const agrees = (title: string): boolean =>
    titlesAgree(title, entry.title) || titlesAgree(title, heading + entry.title);
  const byTitle = [...unmet].filter(({ columns }) => columns.titleKey === key || agrees(columns.title));
  const met =
    byNumber.find((document) => byTitle.includes(document)) ??
    byNumber[0] ??
    (number === undefined ? byTitle[0] : undefined);
  if (!met) return null;
  unmet.delete(met);
  return met.columns.position;
}
