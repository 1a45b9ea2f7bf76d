import { treeVersion, type Document } from '../ast';

/** Makes a tree of the next version from one as JSON; it may change the tree itself. */
type Upgrade = (tree: Record<string, unknown>) => Record<string, unknown>;

/**
 * How a tree of a version becomes one of the next version.
 *
 * The rule: who raises `treeVersion` adds a row here and the tree of the fixture as
 * ../testing/former-trees/N.json, so that pages show former trees until their files are read anew.
 * A test refuses a version without a row. What the former tree does not say is left out or guessed
 * carefully: reading anew says it later. Rows may go, from the oldest on, when no release that made
 * such trees is upgraded from any more: `oldestTreeVersion` says so.
 */
const UPGRADES: Readonly<Record<number, Upgrade>> = {};

/** The oldest version of the tree that is read. */
export const oldestTreeVersion = 4;

/** Whether trees of a version can be read. */
export const isReadableTree = (version: number): boolean => version >= oldestTreeVersion && version <= treeVersion;

/**
 * Makes a tree of the present version from one of a former version.
 * @param version one that can be read
 * @throws Error for another one
 */
export function toPresentTree(tree: object, version: number, upgrades = UPGRADES, present = treeVersion): Document {
  let upgraded = tree as Record<string, unknown>;
  for (let at = version; at < present; at++) {
    const upgrade = upgrades[at];
    if (!upgrade) throw new Error(`No row says how a tree of version ${at} becomes one of version ${at + 1}.`);
    upgraded = upgrade(upgraded);
  }
  return upgraded as unknown as Document;
}
