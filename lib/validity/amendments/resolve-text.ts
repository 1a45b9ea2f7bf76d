import { groupBy } from '@/lib/collections/group-by';
import type * as ast from '@/lib/gazette/ast';
import { listArticles, partWithArticles } from './articles';
import { nameArticle } from './change-words';
import { isNeverInForce } from './decision-end';
import type { ClauseChange, DecidedOperation, WorkedInText } from './changes';
import { changeSpots, isAboutSpot, type ChangedSpot } from './spots';
import { workIn } from './work-in';

/** A document with what decisions do to its texts. */
export interface ResolvedDocument {
  /** By the part that has the articles. */
  parts: ReadonlyMap<ast.Part, WorkedInText>;
  /** Places that are no articles, by their addresses. */
  spots: ReadonlyMap<string, ChangedSpot>;
  /** Operations whose place nobody can tell. */
  open: ClauseChange[];
  /** Names of the articles from which on numbers are not known. */
  unclearFrom: string[];
}

/** Resolves operations over a printed tree, as it reads on a day. Pure. */
export function resolveDocument(
  tree: ast.Document,
  operations: readonly DecidedOperation[],
  on: Date,
): ResolvedDocument {
  const parts = new Map<ast.Part, WorkedInText>();
  // The text is as if there were none of these.
  const isVoid = (operation: DecidedOperation): boolean => isNeverInForce(operation) && operation.endedFrom! <= on;
  const open = operations
    .filter((operation) => isVoid(operation) && operation.kind !== 'adjust')
    .map((operation): ClauseChange => ({ operation, status: 'open', reason: 'neverInForce' }));
  const unclearFrom: string[] = [];
  const aboutSpots: DecidedOperation[] = [];
  for (const [part, all] of groupBy(
    operations.filter((operation) => !isVoid(operation)),
    ({ about }) => partWithArticles(tree, about),
  )) {
    const own = all.filter((operation) => !isAboutSpot(operation, part !== null));
    aboutSpots.push(...all.filter((operation) => isAboutSpot(operation, part !== null)));
    const text = workIn(part && listArticles(part), own, on);
    open.push(...text.open);
    if (text.unclearFrom !== null) unclearFrom.push(nameArticle({ ordinal: text.unclearFrom, inserted: 0 }));
    if (part) parts.set(part, text);
  }
  const changed = changeSpots(tree, aboutSpots, on);
  return { parts, spots: changed.spots, open: [...open, ...changed.open], unclearFrom };
}
