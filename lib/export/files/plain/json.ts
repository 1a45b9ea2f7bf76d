import { findSection } from '@/lib/gazette';
import { treeVersion } from '@/lib/gazette/ast';
import type { FileDocument, FileSection } from '@/lib/export/files/file-document';

/**
 * Prints the tree (lib/gazette/ast.ts) and the facts of a document as JSON. The characters are
 * those of the source; positions count in its lines.
 */
export const printJson = (document: FileDocument): string =>
  JSON.stringify({
    treeVersion,
    ...about(document),
    ...(document.printed && { clauseStates: document.printed.clauseStates }),
    tree: (document.printed ?? document).tree,
  });

/** Prints the node of a section alone as JSON. */
export const printSectionJson = ({ document, node, name, url }: FileSection): string =>
  JSON.stringify({
    treeVersion,
    address: node.id,
    url,
    name,
    document: about(document),
    ...(document.printed?.clauseStates[node.id] && { clauseState: document.printed.clauseStates[node.id] }),
    tree: (document.printed && findSection(document.printed.tree, node.id)?.node) ?? node,
  });

const about = ({ tree: _tree, printed: _printed, links: _links, ...known }: FileDocument) => known;
