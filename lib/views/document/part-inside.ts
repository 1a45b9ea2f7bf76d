import {
  addressOfLocator,
  listParagraphAddresses,
  outlineDocument,
  paragraphName,
  printedName,
  type OutlineEntry,
} from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { readPartAlone } from '@/lib/references/part';

/** A section that words typed inside a document name. */
interface PartInside {
  address: string;
  name: string;
}

/**
 * Finds the section that words name which are typed into the box of a document: 第十二条, 附件2.
 * @returns null for other words, and where the document has no such part
 */
export function findPartInside(tree: ast.Document, q: string): PartInside | null {
  const locator = readPartAlone(q);
  if (locator === null) return null;
  const entries = outlineDocument(tree).flatMap(withChildren);
  const inside = [...listParagraphAddresses(tree)].flatMap(([article, own]) =>
    own.map((each) => ({ ...each, article })),
  );
  const addresses = [...entries.map(({ id }) => id), ...inside.map(({ address }) => address)];
  const plain = locator.replace(/^第([^条项款点章]{1,6})[条项款点]/, '$1、');
  const address = addressOfLocator(locator, addresses) ?? addressOfLocator(plain, addresses);
  const paragraph = inside.find((each) => each.address === address);
  const entry = entries.find(({ id }) => id === (paragraph?.article ?? address));
  if (entry && paragraph) {
    const local = paragraph.address.slice(entry.id.length + 1);
    return { address: paragraph.at, name: entry.marker + paragraphName(local) };
  }
  return entry ? { address: entry.id, name: printedName(entry) } : null;
}

const withChildren = (entry: OutlineEntry): OutlineEntry[] => [entry, ...entry.children.flatMap(withChildren)];
