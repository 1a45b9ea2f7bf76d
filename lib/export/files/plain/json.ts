import { treeVersion } from '@/lib/gazette/ast';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';

/**
 * The tree as the portal has it (lib/gazette/ast.ts says what its nodes are), with what is known
 * about the document. The characters are those of the source; positions count in its lines.
 */
export const printJson = (document: FileDocument): string =>
  JSON.stringify({ treeVersion, ...about(document), tree: document.tree });

/** A section: its node alone. */
export const printSectionJson = ({ document, node, name, url }: FileSection): string =>
  JSON.stringify({ treeVersion, address: node.id, url, name, document: about(document), tree: node });

const about = ({ tree: _tree, links: _links, ...known }: FileDocument) => known;
