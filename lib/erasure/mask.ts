import type * as ast from '@/lib/gazette/ast';
import { childrenOf } from '@/lib/gazette/tree/walk';
import { plainWords } from './plain-words';

/** What stands in place of each character that was erased. */
const MASK = '×';

/** Words that are to be erased. */
export interface ErasedWords {
  /** Without layout. */
  words: string;
  /** Whether they may go on from one block of the text to the next: they have white space. */
  spans: boolean;
}

/** Reads the words that are to be erased, as somebody wrote them down. */
export const readErasedWords = (text: string): ErasedWords => ({
  words: plainWords(text).words,
  spans: /\S\s+\S/u.test(text),
});

/** Covers words in a text; it stays as long as it is. */
export function maskText(text: string, { words }: ErasedWords): string {
  const plain = plainWords(text);
  const covered = new Set<number>();
  for (const at of occurrences(plain.words, words))
    for (let unit = at; unit < at + words.length; unit++) covered.add(plain.at[unit]!);
  return covered.size === 0 ? text : cover(text, covered);
}

/** Covers the characters of a text that begin at some offsets. */
function cover(text: string, covered: ReadonlySet<number>): string {
  let masked = '';
  let offset = 0;
  for (const character of text) {
    masked += covered.has(offset) ? MASK.repeat(character.length) : character;
    offset += character.length;
  }
  return masked;
}

function* occurrences(text: string, words: string): Generator<number, void, void> {
  if (words === '') return;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) yield at;
}

interface Leaf {
  type: ast.Node['type'];
  value: string;
  /** Number of the block that it stands in. */
  block: number;
}

/** Lists the leaves of a tree in their order, with the block of each. */
function listLeaves(tree: ast.Node): Leaf[] {
  const leaves: Leaf[] = [];
  let block = 0;
  const add = (node: ast.Node): void => {
    if ('value' in node) {
      leaves.push(Object.assign(node, { block }));
      return;
    }
    block++;
    for (const child of childrenOf(node)) {
      add(child);
      // What stands behind a block is none of it.
      if (!('value' in child)) block++;
    }
  };
  add(tree);
  return leaves;
}

/** Makes a leaf plain text. */
function plainText(leaf: object): void {
  for (const name of Object.keys(leaf)) if (!['value', 'position'].includes(name)) Reflect.deleteProperty(leaf, name);
  Object.assign(leaf, { type: 'text' });
}

/**
 * Covers words in a tree: in what is shown, also where it goes on from one leaf to the next, and in
 * what was read from it.
 * @returns a tree of its own, and whether anything was covered
 */
export function maskTree<Tree extends ast.Node>(tree: Tree, erased: ErasedWords): { tree: Tree; isMasked: boolean } {
  const before = JSON.stringify(tree);
  const copy = JSON.parse(before) as Tree;
  const leaves = listLeaves(copy);
  const from = leaves.map(({ value }) => plainWords(value));
  const owners = from.flatMap(({ at }, leaf) => at.map((offset) => ({ leaf, offset })));
  const covered = new Map<number, Set<number>>();
  for (const at of occurrences(from.map(({ words }) => words).join(''), erased.words)) {
    const units = owners.slice(at, at + erased.words.length);
    const [first, last] = [units[0]!, units.at(-1)!];
    if (!erased.spans && leaves[first.leaf]!.block !== leaves[last.leaf]!.block) continue;
    for (const { leaf, offset } of units) {
      const offsets = covered.get(leaf) ?? new Set();
      covered.set(leaf, offsets.add(offset));
    }
  }
  for (const leaf of leaves) Reflect.deleteProperty(leaf, 'block');
  for (const [at, offsets] of covered) {
    const leaf = leaves[at]!;
    leaf.value = cover(leaf.value, offsets);
    // What was read from its words would tell them: it cites nothing any more.
    if (leaf.type === 'citation') plainText(leaf);
  }
  const masked = maskStrings(copy, erased) as Tree;
  return { tree: masked, isMasked: JSON.stringify(masked) !== before };
}

/** Covers words in every text of a JSON value. */
function maskStrings(value: unknown, erased: ErasedWords): unknown {
  if (typeof value === 'string') return maskText(value, erased);
  if (Array.isArray(value)) return value.map((each) => maskStrings(each, erased));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskStrings(each, erased)]));
}

/** Lists the texts of a tree's blocks, without layout. */
export function listBlocks(tree: ast.Node): string[] {
  const blocks = new Map<number, string>();
  const leaves = listLeaves(JSON.parse(JSON.stringify(tree)) as ast.Node);
  for (const { value, block } of leaves) blocks.set(block, (blocks.get(block) ?? '') + plainWords(value).words);
  return [...blocks.values()];
}
