import { findSection } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { AmendedClause, AmendedView } from './amended-view';
import { viewSection, type SectionView } from './section-view';
import type { WorkedInView } from './worked-in-view';

/** A section as it reads on a day. */
export interface SectionOfDay {
  /** Null where the text of that day does not have it any more. */
  section: SectionView | null;
  /** What decisions did to it, or to the article around it; null where nothing. */
  clause: AmendedClause | null;
  /** Whether the printed text has the address, too. */
  isPrinted: boolean;
}

/**
 * Finds a section in the text of a day.
 * @param printed the tree as printed
 * @param text the text of the day
 * @returns null where neither has the address, or nothing tells what became of it
 */
export function viewSectionOfDay(printed: ast.Document, text: WorkedInView, address: string): SectionOfDay | null {
  const before = findSection(printed, address);
  const section = viewSection(text.tree, address);
  if (section) return { section, clause: clauseIn(text, address), isPrinted: before !== null };
  const around = before ? [address, ...before.ancestors.map(({ id }) => id)] : [];
  const clause = [...text.clauses.values()].find((each) => each.address !== undefined && around.includes(each.address));
  return clause ? { section: null, clause, isPrinted: true } : null;
}

/** Whether decisions change a section, something in it, or what it stands in. */
export function isTouched(
  tree: ast.Document,
  { node, ancestors }: Pick<SectionView, 'node' | 'ancestors'>,
  { changed, clauses }: AmendedView,
): boolean {
  const addresses = new Set([...changed, ...clauses.keys()]);
  if (addresses.has(node.id) || ancestors.some(({ address }) => addresses.has(address))) return true;
  return [...addresses].some((address) => findSection(tree, address)?.ancestors.some(({ id }) => id === node.id));
}

function clauseIn({ tree, clauses }: WorkedInView, address: string): AmendedClause | null {
  for (const part of tree.children) {
    const found = part.id === address ? null : clauseAround(part.children, address, clauses);
    if (found !== undefined) return found;
  }
  return null;
}

/** The note behind a section, or behind one around it; undefined where it is not among blocks. */
function clauseAround(
  blocks: readonly ast.Block[],
  address: string,
  clauses: WorkedInView['clauses'],
): AmendedClause | null | undefined {
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'section' && block.type !== 'callout' && block.type !== 'table') continue;
    const inside = block.type === 'table' ? undefined : clauseAround(block.children, address, clauses);
    if (block.id !== address && inside === undefined) continue;
    const next = blocks[at + 1];
    const own = next?.type === 'note' ? clauses.get(next) : undefined;
    // Behind an article may stand the note on one that was deleted.
    const isOwn = own !== undefined && (own.address ?? block.id) === block.id && own.kind !== 'deleted';
    return inside ?? (isOwn ? own : null);
  }
  return undefined;
}
