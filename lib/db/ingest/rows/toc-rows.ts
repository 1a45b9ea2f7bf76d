import { bareTitle, titlesAgree } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';
import type { PreparedDocument, PreparedTocGroup } from './prepared';

/** Prepares the groups of a table of contents, with the documents that entries name. */
export function prepareToc(tree: ast.Gazette, documents: PreparedDocument[]): PreparedTocGroup[] {
  const unnamed = new Unnamed(documents);
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

/** The documents that no entry names yet, by what an entry may print of them. */
class Unnamed {
  private readonly byKey = new Map<string, Set<PreparedDocument>>();

  constructor(documents: readonly PreparedDocument[]) {
    for (const document of documents)
      for (const key of keysOf(document.columns)) {
        const known = this.byKey.get(key);
        if (known) known.add(document);
        else this.byKey.set(key, new Set([document]));
      }
  }

  /** Finds the first document with one of some keys that passes. */
  first(keys: readonly string[], passes: (document: PreparedDocument) => boolean): PreparedDocument | undefined {
    let first: PreparedDocument | undefined;
    for (const key of keys)
      for (const document of this.byKey.get(key) ?? []) {
        if (!passes(document)) continue;
        if (!first || document.columns.position < first.columns.position) first = document;
        break;
      }
    return first;
  }

  remove(document: PreparedDocument): void {
    for (const key of keysOf(document.columns)) this.byKey.get(key)?.delete(document);
  }
}

const numberKey = (canonical: string): string => `number ${canonical}`;
/** Titles that agree are equal without issuer and brackets. */
const titleKeys = (title: string): string[] => [`title ${titleKey(title)}`, `bare ${bareTitle(title)}`];

const keysOf = ({ docNumber, title }: PreparedDocument['columns']): string[] => [
  ...(docNumber ? [numberKey(docNumber)] : []),
  ...titleKeys(title),
];

/**
 * Takes the document that an entry names: by number and title, else by number, else by title. No
 * two entries name one document. The title of an entry may lack the issuer, or continue the heading
 * of its group: 大事记 / 2015年4月—6月.
 * @returns its position
 */
function takeDocument(entry: ast.TocEntry, heading: string, unnamed: Unnamed): number | null {
  const number = entry.docNumber?.canonical;
  const key = titleKey(entry.title);
  const titles = [entry.title, heading + entry.title];
  const isTitled = ({ columns }: PreparedDocument): boolean =>
    columns.titleKey === key || titles.some((title) => titlesAgree(columns.title, title));
  const named =
    number === undefined
      ? unnamed.first(titles.flatMap(titleKeys), isTitled)
      : (unnamed.first([numberKey(number)], isTitled) ?? unnamed.first([numberKey(number)], () => true));
  if (!named) return null;
  unnamed.remove(named);
  return named.columns.position;
}
