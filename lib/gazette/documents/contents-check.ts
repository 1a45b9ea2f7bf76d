import { comparableTitle, titlesAgree } from '../words/agreement';
import type * as ast from '../ast';
import type { Messages } from '../messages';

/**
 * Compares the contents with the documents: each entry means one, and their titles agree.
 * A document takes its category from the group of its entry.
 * @param byEntry documents that were found by their entry
 */
export function compareWithContents(
  groups: readonly ast.TocGroup[],
  documents: readonly ast.Document[],
  byEntry: ReadonlyMap<ast.TocEntry, ast.Document>,
  messages: Messages,
): void {
  const open = new Set(documents);
  for (const document of byEntry.values()) open.delete(document);
  for (const group of groups) {
    for (const entry of group.children) {
      if (entry.type !== 'tocEntry') continue;
      const document = byEntry.get(entry) ?? documentOfEntry(entry, [...open]);
      if (!document) {
        // 示例市人民政府令(第88号) / 示例市湿地保护办法: the entry below names the text that the order prints.
        if (documents.some((each) => printsText(each, entry.title))) continue;
        messages.add(
          'toc-entry-missing',
          'warning',
          `the text holds no document for the contents entry ${entry.docNumber?.canonical ?? entry.title}`,
          at(entry),
        );
        continue;
      }
      open.delete(document);
      if (group.heading) document.category = group.heading;
      if (entry.docNumber && document.docNumber && !sameNumber(entry.docNumber, document.docNumber)) {
        const reason = `contents: ${entry.docNumber.canonical}; document: ${document.docNumber.canonical}`;
        messages.add('toc-number-differs', 'warning', reason, at(entry));
      }
      if (!entryAgrees(entry, group, document)) {
        messages.add(
          'toc-title-differs',
          'warning',
          `contents: ${entry.title}; document: ${document.title}`,
          at(entry),
        );
      }
    }
  }
  if (groups.length === 0) return;
  for (const document of open) {
    messages.add(
      'document-not-in-contents',
      'warning',
      `${document.docNumber?.canonical ?? document.title} stands in no contents entry`,
      at(document),
    );
  }
}

const at = (node: { position: ast.Position }): { start: number; end: number } => ({
  start: node.position.start.offset,
  end: node.position.end.offset,
});

/** Equal numbers; the contents may shorten the name of an order: 市政府令第58号. */
const sameNumber = (one: ast.DocNumber, other: ast.DocNumber): boolean =>
  one.canonical === other.canonical || (one.form === 'order' && other.form === 'order' && one.serial === other.serial);

/** The text that an order or a notice prints has this title. */
function printsText(document: ast.Document, title: string): boolean {
  return (
    titlesAgree(document.title, title) ||
    document.children.some((part) => part.kind === 'annexed' && titlesAgree(part.title, title))
  );
}

/**
 * The entry's words are the document's title: as printed, below its heading (大事记 / 2015年4月—6月), or
 * the number alone.
 */
function entryAgrees(entry: ast.TocEntry, group: ast.TocGroup, document: ast.Document): boolean {
  if (titlesAgree(entry.title, document.title) || titlesAgree(group.heading + entry.title, document.title)) return true;
  return entry.docNumber?.canonical === comparableTitle(entry.title).replace(/[()]/g, '');
}

/** The document that a contents entry means: by number, else by title. */
function documentOfEntry(entry: ast.TocEntry, documents: readonly ast.Document[]): ast.Document | undefined {
  const number = entry.docNumber;
  if (number) {
    const numbered = documents.find((each) => each.docNumber?.canonical === number.canonical);
    if (numbered) return numbered;
  }
  return documents.find((each) => titlesAgree(each.title, entry.title));
}
