import { expect, test } from 'vitest';
import { table, textOfCase } from '@/lib/gazette/clauses/testing/validity-table';
import { decideValidity } from '@/lib/validity/decide';
import { readStated } from '@/lib/validity/stated-validity';
import type { ValidityStatement } from '@/lib/validity/validity';
import { prepareRows } from './prepare-rows';

const READINGS: Record<string, string> = {
  废止: 'ended',
  失效: 'ended',
  有效: 'inForce',
  已修改: 'changed',
  尚未生效: 'pending',
};
const today = new Date('2026-12-01');

/** What is stated of the document of a case, as the queries give it. */
function statementsOf(row: (typeof table)[number]): ValidityStatement[] {
  const [document] = prepareRows(textOfCase(row), '云岭市').documents;
  const { statedValidity = null, statedEndsOn = null } = document!.columns;
  const own = document!.clauses.map(({ columns }) => columns as unknown as ValidityStatement);
  if (statedValidity === null && statedEndsOn === null) return own;
  const words = statedValidity ?? '';
  const stated = statedValidity === null ? 'ended' : readStated(statedValidity);
  const day = statedEndsOn as Date | null;
  return [...own, { kind: 'stated', day, stated, sentence: words, words, wordsAt: 0, place: null, source: '' }];
}

test.each(
  table.filter(({ kind }) => kind === 'block').map((row) => [JSON.stringify(row.document.block), row] as const),
)('%s', (_block, row) => {
  const { right, accept } = row;
  const statements = statementsOf(row);
  const mark = statements.find(({ kind, stated }) => kind === 'stated' && stated !== null);
  expect(mark?.stated ?? undefined).toBe(right.stated && READINGS[right.stated.state]);
  const accepted = (accept?.statedFrom ?? [right.stated?.from ?? null]) as (string | null)[];
  expect(accepted).toContain(mark?.day?.toISOString().slice(0, 10) ?? null);
  const { state } = decideValidity(statements, today);
  expect((accept?.conflict ?? [right.conflict ?? false]) as boolean[]).toContain(state === 'conflict');
  if (mark?.stated === 'ended') expect(['inForce', 'amended']).not.toContain(state);
});
