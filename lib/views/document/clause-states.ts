import type * as ast from '@/lib/gazette/ast';
import { changeVerb } from '@/lib/validity/amendments/change-words';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { formatDate } from '@/lib/text/format';
import { quoteTitle } from '@/lib/text/quote-title';
import type { ClauseStates } from '@/lib/validity/amendments/clause-state-at';
import { viewAmended, type AmendedClause } from './amended-view';

/** Tells what decisions did to the clauses of a text: 第九条已由示政规〔2023〕4号修改，自2023年7月1日起. */
export function listClauseStates(tree: ast.Document, operations: readonly DecidedOperation[], on: Date): ClauseStates {
  if (operations.length === 0) return none;
  const states = new Map<string, string>();
  for (const clauses of viewAmended(tree, operations, on).clauses.values())
    for (const clause of clauses) if (clause.address !== undefined) states.set(clause.address, lineOf(clause));
  return states;
}

const none: ClauseStates = new Map();

function lineOf({ kind, name, changes }: AmendedClause): string {
  const last = (kind === 'open' ? changes.findLast(({ status }) => status === 'open') : changes.at(-1))!;
  const { day, decision } = last.operation;
  const by = decision.docNumber ?? quoteTitle(decision.title);
  const since = day === null ? '' : `，自${formatDate(day)}起`;
  if (kind === 'open') return `${name}有修改，本站未能整理（${by}${since}）`;
  return `${name}${kind === 'ahead' ? '将' : '已'}由${by}${changeVerb({ ...last, status: 'done' })}${since}`;
}

/** Puts the line of each clause at its end, for files: they are read by themselves. */
export function withClauseStates(tree: ast.Document, states: ClauseStates): ast.Document {
  if (states.size === 0) return tree;
  return {
    ...tree,
    children: tree.children.map((part) => {
      const own = states.get(part.id);
      const children = withStates(part.children, states);
      return { ...part, children: own === undefined ? children : [...children, noteOf(own, part.position)] };
    }),
  };
}

function withStates(blocks: readonly ast.Block[], states: ClauseStates): ast.Block[] {
  return blocks.flatMap((block): ast.Block[] => {
    if (block.type !== 'section' && block.type !== 'callout' && block.type !== 'table') return [block];
    const own = states.get(block.id);
    const note = own === undefined ? [] : [noteOf(own, block.position)];
    // Behind a table, not among its rows.
    if (block.type === 'table') return [block, ...note];
    return [{ ...block, children: [...withStates(block.children, states), ...note] }];
  });
}

const noteOf = (words: string, position: ast.Position): ast.Note => ({
  type: 'note',
  position,
  children: [{ type: 'text', value: `〔${words}〕`, position }],
});
