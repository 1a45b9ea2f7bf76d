import { treeVersion } from '@/lib/gazette/ast';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';

/**
 * Prints the tree (lib/gazette/ast.ts) and the facts of a document as JSON. The characters are
 * those of the source; positions count in its lines.
 */
export const printJson = (document: FileDocument): string =>
  JSON.stringify({ treeVersion, ...about(document), tree: document.tree });

/** Prints the node of a section alone as JSON. */
export const printSectionJson = ({ document, node, name, url }: FileSection): string =>
  JSON.stringify({ treeVersion, address: node.id, url, name, document: about(document), tree: node });

const about = ({ tree: _tree, links: _links, ...known }: FileDocument) => known;
