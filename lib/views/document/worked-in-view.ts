import type * as ast from '@/lib/gazette/ast';
import { sectionPlaceUrl } from '@/lib/addresses/urls';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { makeWorkedInTree, type WorkedInTree } from '@/lib/validity/amendments/worked-in-tree';
import { clauseOf, type AmendedClause } from './amended-view';

/** The text of a day, as its page shows it. */
export interface WorkedInView extends Pick<WorkedInTree, 'tree' | 'open' | 'unclearFrom'> {
  /** What decisions did, by the note that tells it. */
  clauses: ReadonlyMap<ast.Note, AmendedClause>;
  /** Addresses of printed articles that are not as printed. */
  changed: ReadonlySet<string>;
}

/**
 * Gives the text of a document as it reads on a day.
 * @param on the calendar day, at midnight UTC
 */
export function viewWorkedIn(tree: ast.Document, operations: readonly DecidedOperation[], on: Date): WorkedInView {
  const made = makeWorkedInTree(tree, operations, on);
  const clauses = new Map([...made.notes].map(([note, article]) => [note, clauseOf(article)]));
  return {
    tree: made.tree,
    open: made.open,
    unclearFrom: made.unclearFrom,
    clauses,
    changed: new Set([...clauses.values()].flatMap(({ address }) => address ?? [])),
  };
}

/** Absolute addresses of the decisions that the notes of a text name. */
export const linksOfNotes = ({ decisions }: WorkedInTree, siteUrl: string): [ast.Citation, string][] =>
  [...decisions].map(([citation, { municipality, slug, address }]) => [
    citation,
    siteUrl + sectionPlaceUrl(municipality.slug, slug, address),
  ]);
