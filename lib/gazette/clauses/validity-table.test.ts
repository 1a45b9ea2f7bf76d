import { expect, test } from 'vitest';
import { documentOfCase, table } from './testing/validity-table';
import { listValidityClauses } from './validity-clauses';

test('what a document says of its own days is read right, or not at all', () => {
  const own = table.filter(({ kind }) => kind !== 'title-period');
  const wrong: string[] = [];
  const missed: string[] = [];
  let claims = 0;
  let facts = 0;
  for (const row of own) {
    const clauses = listValidityClauses(documentOfCase(row));
    for (const [kind, fact] of [
      ['starts', 'inForceFrom'],
      ['ends', 'expiresOn'],
    ] as const) {
      const right = row.right[fact];
      const days = clauses.flatMap((clause) => (clause.kind === kind && clause.day ? [clause.day] : []));
      if (right !== undefined) facts++;
      if (right !== undefined && days.length === 0) missed.push(`${row.sentence} ${fact} ${right}`);
      for (const day of days) {
        claims++;
        if (day !== right && !row.accept?.[fact]?.includes(day)) wrong.push(`${row.sentence} ${day} not ${right}`);
      }
    }
  }
  process.stdout.write(
    `own clauses: ${claims} claims, ${wrong.length} wrong, ${missed.length} of ${facts} facts missed\n${missed.join('\n')}\n`,
  );
  expect(wrong).toEqual([]);
  expect(missed.length / facts).toBeLessThan(0.05);
}, 30_000);
