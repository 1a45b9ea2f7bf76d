import type * as ast from '@/lib/gazette/ast';
import { treeVersion } from '@/lib/gazette/ast';

/** A stored tree that this program cannot read. */
export class StoredTreeError extends Error {
  override readonly name = 'StoredTreeError';

  /**
   * @param document names it: shili/shizhengfa-2023-1
   * @param actual what its stored tree is
   */
  constructor(document: string, actual: string) {
    super(
      `The stored tree of ${document} is ${actual}; this program reads version ${treeVersion}. ` +
        'Run `npm run ingest -- PATH…` once: with PATH it reads every file again that another version stored.',
    );
    // The place in the program does not help; the message says what to do.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * Checks the version of a stored tree.
 * @param document names it in the message: shili/shizhengfa-2023-1
 * @throws StoredTreeError for every version but the present one
 */
export function checkTreeVersion(version: number, document: string): void {
  if (version !== treeVersion) throw new StoredTreeError(document, `of version ${version}`);
}

/**
 * Reads a document's tree as it comes from the database.
 * @param document names it in the message: shili/shizhengfa-2023-1
 * @throws StoredTreeError for a tree of another version, and for what is no tree
 */
export function readTree(stored: { tree: unknown; treeVersion: number }, document: string): ast.Document {
  checkTreeVersion(stored.treeVersion, document);
  const { tree } = stored;
  if (!isDocument(tree)) throw new StoredTreeError(document, 'no tree');
  return tree;
}

/** Checks the beginning of a tree: the parser made it, and its version says how. */
const isDocument = (tree: unknown): tree is ast.Document =>
  typeof tree === 'object' &&
  tree !== null &&
  'type' in tree &&
  tree.type === 'document' &&
  'children' in tree &&
  Array.isArray(tree.children);
