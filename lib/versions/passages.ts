import type { Addressed } from '@/lib/gazette/tree/outline';
import { isAddressed, nameOf, ownBlocks } from '@/lib/gazette/tree/outline';
import { textOf } from '@/lib/gazette/tree/text-of';
import type * as ast from '@/lib/gazette/ast';
import { childrenOf } from '@/lib/gazette/tree/walk';
import { wordsKey } from './words-key';

/** What an address of a document means: the unit of comparison. */
export interface Passage {
  /** Address inside the document: a-2.3.1 */
  address: string;
  kind: Addressed['type'];
  /** Place of the passage around it in the list; -1 for a part. */
  parent: number;
  /** Its number as printed, 第九条; of a part its label; empty where there is none. */
  marker: string;
  /** The words that name it, as printed; of a paragraph without a name its first words. */
  heading: string;
  /**
   * All its words with what stands below it, without layout and without the numbers in front:
   * these move when a clause is put in before.
   */
  words: string;
  /** `words` without what many documents have alike: title, number, addressee, signature. */
  body: string;
  /** Name of `words`. */
  key: string;
  /** Name of its own words, without those of what has an address of its own. */
  ownKey: string;
  /** Its own words as they are read, on lines. */
  text: string;
  /** Line of the source, from 1. */
  line: number;
}

/** What stands around the body of a document. */
const FRAME: ReadonlySet<ast.Node['type']> = new Set([
  'letterhead',
  'numberLine',
  'title',
  'addressee',
  'signature',
  'imprint',
]);

/** 表2, 附表1, 专栏3, 图1 in front of a name: its number, as 第九条 is that of an article. */
const NUMBER_IN_FRONT = /^(?:附?[表图]|专栏)[0-9０-９一二三四五六七八九十百]+(?:[-—－][0-9０-９]+)?/u;

/**
 * Lists everything in a document that has an address.
 *
 * In the order of the text, parents first. Pure; the cost grows with the text times its depth.
 */
export function listPassages(document: ast.Document): Passage[] {
  const passages: Passage[] = [];
  const add = (node: Addressed, parent: number): { words: string } => {
    const passage: Passage = {
      address: node.id,
      parent,
      ...nameOf(node),
      words: '',
      body: '',
      key: '',
      ownKey: '',
      text: ownText(node),
      line: node.position.start.line,
    };
    const at = passages.push(passage) - 1;
    let own = headWords(node);
    passage.words = own;
    passage.body = own;
    for (const child of node.children as ast.Node[]) {
      const words = isAddressed(child) ? add(child, at).words : wordsOf(child);
      if (!isAddressed(child)) own += words;
      if (!FRAME.has(child.type)) passage.body += words;
      passage.words += words;
    }
    passage.key = wordsKey(passage.words);
    passage.ownKey = own === passage.words ? passage.key : wordsKey(own);
    return passage;
  };
  for (const part of document.children) add(part, -1);
  return passages;
}

/** Names all words of a document. */
export const documentKey = (passages: readonly Passage[]): string =>
  wordsKey(passages.flatMap(({ parent, key }) => (parent === -1 ? [key] : [])).join('\n'));

/** Words of the head that stands outside of `children`; without the number. */
function headWords(node: Addressed): string {
  if (node.type === 'section') return node.heading.map(wordsOf).join('');
  const title = node.type === 'callout' ? node.title : node.type === 'table' ? (node.caption ?? []) : [];
  return title.map(wordsOf).join('').replace(NUMBER_IN_FRONT, '');
}

/** Words of a node without layout, residue and the numbers in front of what has an address. */
function wordsOf(node: ast.Node): string {
  if (node.type === 'residue' || node.type === 'marker' || node.type === 'label') return '';
  if ('value' in node) return node.value.replace(/\s+/gu, '');
  return childrenOf(node).map(wordsOf).join('');
}

function ownText(node: Addressed): string {
  const blocks = textOf(ownBlocks(node));
  if (node.type === 'section') {
    const head = textOf({ ...node, children: [] });
    if (node.runIn || node.heading.length === 0) return head + blocks;
    return [head, blocks].filter(Boolean).join('\n');
  }
  const head =
    node.type === 'part'
      ? textOf(node.children.filter(({ type }) => ['letterhead', 'numberLine', 'title', 'label'].includes(type)))
      : textOf(node.type === 'callout' ? node.title : (node.caption ?? []));
  return [head, blocks].filter(Boolean).join('\n');
}
