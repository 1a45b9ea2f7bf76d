import type * as ast from './ast';
import { keyOf } from './chars';
import type { Messages } from './messages';

const titleKey = (title: string): string =>
  keyOf(title)
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .replace(/\(试行\)$/, '');

/** The contents page is the witness: every entry must meet one document, and their titles must agree apart from blanks. */
export function compareWithContents(
  groups: readonly ast.TocGroup[],
  documents: readonly ast.Document[],
  messages: Messages,
): void {
  const met = new Set<ast.Document>();
  for (const group of groups) {
    for (const entry of group.children) {
      if (entry.type !== 'tocEntry') continue;
      const document = documentOfEntry(
        entry,
        documents.filter((each) => !met.has(each)),
      );
      if (!document) {
        messages.add(
          'toc-entry-missing',
          'warning',
          `the text holds no document for the contents entry ${entry.docNumber?.canonical ?? entry.title}`,
          at(entry),
        );
        continue;
      }
      met.add(document);
      if (group.heading) document.category = group.heading;
      if (titleKey(entry.title) !== titleKey(document.title)) {
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
  for (const document of documents) {
    if (!met.has(document))
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

/** The document that a contents entry means: by number, else by title. */
export function documentOfEntry(entry: ast.TocEntry, documents: readonly ast.Document[]): ast.Document | undefined {
  const number = entry.docNumber;
  if (number) {
    const numbered = documents.find((each) => each.docNumber?.canonical === number.canonical);
    if (numbered) return numbered;
  }
  return documents.find((each) => titleKey(each.title) === titleKey(entry.title));
}
