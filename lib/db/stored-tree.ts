import type * as ast from '@/lib/gazette/ast';
import { treeVersion } from '@/lib/gazette/ast';
import { isReadableTree, toPresentTree } from '@/lib/gazette/tree/former-trees';

/** A stored tree that this program cannot read. */
export class StoredTreeError extends Error {
  override readonly name = 'StoredTreeError';

  /**
   * @param document names it: shili/shizhengfa-2023-1
   * @param actual what its stored tree is
   * @param advice what to do
   */
  constructor(document: string, actual: string, advice: string) {
    super(`The stored tree of ${document} is ${actual}; this program reads version ${treeVersion}. ${advice}`);
    // The place in the program does not help; the message says what to do.
    this.stack = `${this.name}: ${this.message}`;
  }
}

const READ_ANEW = 'Run `npm run ingest -- --outdated`: it reads every file anew that another version stored.';
const NEWER = 'A newer release stored it: start that one again, or run `npm run ingest -- --outdated` with this one.';

/**
 * Checks whether a stored tree can be read, by its version.
 * @param document names it in the message: shili/shizhengfa-2023-1
 * @throws StoredTreeError for a version that is newer, or for which nothing reads it
 */
export function checkTreeVersion(version: number, document: string): void {
  if (!isReadableTree(version))
    throw new StoredTreeError(document, `of version ${version}`, version > treeVersion ? NEWER : READ_ANEW);
}

/**
 * Reads a document's tree from the database, also one of a former version.
 * @param document names it in the message: shili/shizhengfa-2023-1
 * @throws StoredTreeError for a tree of a version that cannot be read, and for what is no tree
 */
export function readTree(stored: { tree: unknown; treeVersion: number }, document: string): ast.Document {
  checkTreeVersion(stored.treeVersion, document);
  if (!isDocument(stored.tree)) throw new StoredTreeError(document, 'no tree', READ_ANEW);
  return toPresentTree(stored.tree, stored.treeVersion);
}

/** Checks the beginning of a tree: the parser made it, and its version says how. */
const isDocument = (tree: unknown): tree is ast.Document =>
  typeof tree === 'object' &&
  tree !== null &&
  'type' in tree &&
  tree.type === 'document' &&
  'children' in tree &&
  Array.isArray(tree.children);
