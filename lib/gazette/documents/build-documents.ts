import type * as ast from '../ast';
import { measureSetting } from '../lines/paragraphs';
import { buildDocument } from './build-document';
import type { Surroundings } from './build-part';
import type { Head } from './head';

/** A document of fewer lines says less about its setting than the whole source does. */
const fewestMeasured = 40;

/**
 * Builds every document, from its head to the head of the next.
 * @param bodyFrom first line behind the front matter
 * @returns the documents, and those of them that a contents entry names
 */
export function buildDocuments(
  surroundings: Omit<Surroundings, 'setting'>,
  heads: readonly Head[],
  bodyFrom: number,
): { documents: ast.Document[]; byEntry: ReadonlyMap<ast.TocEntry, ast.Document> } {
  const { lines } = surroundings;
  const wholeSetting = measureSetting(lines.slice(bodyFrom));
  const byEntry = new Map<ast.TocEntry, ast.Document>();
  const documents = heads.map((head, at) => {
    const to = heads[at + 1]?.from ?? lines.length;
    const setting = to - head.from >= fewestMeasured ? measureSetting(lines.slice(head.from, to)) : wholeSetting;
    const document = buildDocument({ ...surroundings, setting }, head, to);
    if (head.entry) byEntry.set(head.entry, document);
    return document;
  });
  return { documents, byEntry };
}
