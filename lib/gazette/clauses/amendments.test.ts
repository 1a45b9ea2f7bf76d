import { expect, test } from 'vitest';
import { listAmendments } from './amendments';
import { listCitations, listSectionTexts } from '../tree/outline';
import { documentOfCase, table } from './testing/validity-table';

test('operations of the independent table are read right, or not at all', () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let claims = 0;
  let facts = 0;
  for (const row of table) {
    const told = row.right.amends?.flatMap(({ operations = [] }) => operations) ?? [];
    const expected = told.map(({ op, target, old, new: to }) => [op, target, old, to]);
    const said = listAmendments(documentOfCase(row))
      .filter(({ kind }) => kind !== 'unread' && kind !== 'adjust')
      .map(({ kind, place, from, to, lines, as }) =>
        kind === 'words'
          ? ['replaceWords', place, from, to]
          : [
              kind,
              kind === 'insert' && as ? place + as : place,
              undefined,
              as && kind === 'renumber' ? as : lines?.join('\n'),
            ],
      );
    const key = (each: unknown): string =>
      JSON.stringify(each)
        .replaceAll('(', '（')
        .replaceAll(')', '）')
        .replaceAll('（四）', '')
        .replaceAll('（一）', '');
    const rights = expected.map(key);
    // 第十一条改为第十二条,修改为: either number means the article.
    if (row.accept?.replaceTarget)
      for (const each of [...rights])
        if (each.startsWith('["replace"')) rights.push(each.replace('第十二条', '第十一条'));
    const claimed = said.map(key);
    claims += claimed.length;
    facts += rights.length;
    for (const each of claimed)
      if (!rights.includes(each))
        wrong.push(`${row.sentence} ${each} not ${rights.join()} ${JSON.stringify(row.accept ?? '')}`);
    for (const each of rights) if (!claimed.includes(each)) missed.push(`${row.sentence} ${each}`);
  }
  process.stdout.write(`operations: ${claims} claims, ${wrong.length} wrong, ${missed.length} of ${facts} missed\n`);
  expect(wrong).toEqual([]);
  expect(missed.length / facts).toBeLessThan(0.15);
});

test('each operation is about the document that its sentence, or the one above it, names', () => {
  for (const row of table.filter(({ right }) => right.amends)) {
    const document = documentOfCase(row);
    const cited = listCitations(listSectionTexts(document)).map(({ citation }) => citation);
    const named = new Set(row.right.amends!.flatMap(({ number, title }) => [number, title]));
    for (const { citation } of listAmendments(document)) {
      const { docNumber, title } = cited[citation! - 1]!;
      expect([...named], row.sentence).toContain(docNumber?.canonical ?? title);
    }
  }
});
