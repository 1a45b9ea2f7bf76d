import type * as ast from '@/lib/gazette/ast';
import { linesOfUnits } from '@/lib/validity/amendments/articles';
import { nameArticle } from '@/lib/validity/amendments/change-words';
import type { ChangedArticle, ClauseChange, DecidedOperation } from '@/lib/validity/amendments/changes';
import { resolveDocument } from '@/lib/validity/amendments/resolve-text';

/** An article as decisions have changed it, as it is shown below the printed one. */
export interface AmendedClause {
  /**
   * changed: `lines` are what it reads now · deleted · added: behind the printed article above ·
   * open: a change is not worked in, the article stands as printed · ahead: its day has not come
   */
  kind: 'changed' | 'deleted' | 'added' | 'open' | 'ahead';
  /** 第九条, as it is called now. */
  name: string;
  /** Of the printed article; absent for one that is added. */
  address?: string;
  lines: readonly string[];
  changes: readonly ClauseChange[];
}

/** What decisions do to a text. */
export interface AmendedView {
  /** By the address of the article below which they are shown. */
  clauses: ReadonlyMap<string, readonly AmendedClause[]>;
  /** Addresses of printed articles that they change. */
  changed: ReadonlySet<string>;
  /** Changes whose clause nobody can tell, and articles that stand in front of all. */
  open: readonly ClauseChange[];
}

/**
 * Gives what is shown of decisions at the clauses of a text.
 * @param on the calendar day for which it is asked, at midnight UTC
 */
export function viewAmended(tree: ast.Document, operations: readonly DecidedOperation[], on: Date): AmendedView {
  const resolved = resolveDocument(tree, operations, on);
  const clauses = new Map<string, AmendedClause[]>();
  const open = [...resolved.open];
  const changed = new Set<string>();
  for (const [address, spot] of resolved.spots) {
    changed.add(address);
    clauses.set(address, [clauseOf(spot)]);
  }
  for (const { articles } of resolved.parts.values()) {
    let above: string | null = null;
    for (const article of articles) {
      const { address, changes } = article;
      above = address ?? above;
      if (changes.length === 0) continue;
      if (address !== null) changed.add(address);
      if (above === null) open.push(...changes);
      else clauses.set(above, [...(clauses.get(above) ?? []), clauseOf(article)]);
    }
  }
  return { clauses, changed, open };
}

/** Gives what decisions do to one article. */
export function clauseOf(article: ChangedArticle): AmendedClause {
  const { address, units, changes } = article;
  const lines = article.isOpen ? [] : linesOfUnits(units);
  return {
    kind: kindOf(article),
    name: nameArticle(article),
    ...(address === null ? {} : { address }),
    lines,
    changes,
  };
}

function kindOf({ address, isDeleted, isOpen, changes }: ChangedArticle): AmendedClause['kind'] {
  if (isOpen) return 'open';
  if (isDeleted) return 'deleted';
  if (address === null) return 'added';
  return changes.every(({ status }) => status === 'ahead') ? 'ahead' : 'changed';
}
