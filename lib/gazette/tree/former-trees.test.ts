import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSectionTexts, parseGazette, textOf } from '..';
import { treeVersion } from '../ast';
import { fixturesFolder } from '../testing/texts';
import { isReadableTree, oldestTreeVersion, toPresentTree } from './former-trees';

const folder = path.join(import.meta.dirname, '..', 'testing', 'former-trees');
const fileOf = (version: number): string => path.join(folder, `${version}.json`);
/** Fixtures whose trees are kept of every version: a table, citations, attachments. */
const KEPT = ['table-pipes', 'amendments', 'attachments'];

const versions = Array.from({ length: treeVersion - oldestTreeVersion + 1 }, (_, at) => oldestTreeVersion + at);

// Writes the trees of the present version, where they are not kept yet:
// `UPDATE=1 npm run test:unit -- lib/gazette/tree/former-trees`
if (process.env.UPDATE === '1' && !existsSync(fileOf(treeVersion))) {
  const trees = KEPT.flatMap((name) =>
    parseGazette(readFileSync(path.join(fixturesFolder, `${name}.txt`), 'utf8')).tree.children.filter(
      ({ type }) => type === 'document',
    ),
  );
  writeFileSync(fileOf(treeVersion), `${JSON.stringify(trees)}\n`);
}

describe.each(versions)('a tree of version %s', (version) => {
  test('is read as one of today', () => {
    const trees = JSON.parse(readFileSync(fileOf(version), 'utf8')) as object[];
    expect(trees.length).toBeGreaterThanOrEqual(KEPT.length);
    expect(isReadableTree(version)).toBe(true);
    for (const tree of trees) {
      const read = toPresentTree(tree, version);
      expect(read.type).toBe('document');
      expect(textOf(read)).toContain(read.title);
      expect(listSectionTexts(read).length).toBeGreaterThan(0);
    }
  });
});

test('a tree goes through all versions in between, and through none that is missing', () => {
  const upgrades = {
    1: (tree: Record<string, unknown>) => ({ ...tree, went: '1' }),
    2: (tree: Record<string, unknown>) => ({ ...tree, went: `${String(tree.went)}2` }),
  };
  expect(toPresentTree({ type: 'document' }, 1, upgrades, 3)).toEqual({ type: 'document', went: '12' });
  expect(toPresentTree({ type: 'document' }, 3, upgrades, 3)).toEqual({ type: 'document' });
  expect(() => toPresentTree({}, 1, upgrades, 4)).toThrow('No row says how a tree of version 3');
});

test.each([oldestTreeVersion - 1, treeVersion + 1])('a tree of version %s is not read', (version) => {
  expect(isReadableTree(version)).toBe(false);
});
