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
}, 30_000);

test('each operation is about the document that its sentence, or the one above it, names', () => {
  for (const row of table.filter(({ right }) => right.amends)) {
    const document = documentOfCase(row);
    const cited = listCitations(listSectionTexts(document)).map(({ citation }) => citation);
    const named = new Set(row.right.amends!.flatMap(({ number, title }) => [number, title]));
    for (const { citation } of listAmendments(document)) {
      const { docNumber, title } = cited[citation - 1]!;
      expect([...named], row.sentence).toContain(docNumber?.canonical ?? title);
    }
  }
}, 30_000);

test('what is no decision on clauses does nothing', () => {
  const lines = [
    '根据《示例市蜂业条例》，对蜂场管理作如下修改：',
    '一、增加投入，修改第三条措施。',
    '《示例市蜂业规划》增加了第五条任务。',
    '按照《示例市蜂场办法》（示政规〔2021〕2号）第九条，删去重复的“蜂箱”登记。',
    '二、将第九条中的“三元”修改为“四元”。',
  ];
  const row = { ...table[0]!, sentence: lines.join('\n') };
  expect(listAmendments(documentOfCase(row))).toEqual([]);
});

test('a lead holds for its own section', () => {
  const lines = [
    '一、对《示例市蜂场办法》（示政规〔2021〕2号）作如下修改：',
    '（一）删去第三条。',
    '二、工作要求',
    '（一）删去第四条。',
  ];
  const row = { ...table[0]!, sentence: lines.join('\n') };
  expect(listAmendments(documentOfCase(row)).map(({ kind, place }) => `${kind} ${place}`)).toEqual(['delete 第三条']);
});

test('new words of several lines end no lead, and 上述文件 are all', () => {
  const lines = [
    '一、对《示例市蜂场办法》（示政规〔2021〕2号）作如下修改：',
    '（一）将第三条修改为：“第三条　蜂场应当符合下列要求：',
    '“（一）远离学校；',
    '“（二）设有围栏。”',
    '（二）删去第五条。',
    '二、对《示例市蜂箱办法》（示政规〔2021〕3号）作如下修改：',
    '（一）删去第七条。',
    '上述文件根据本决定作相应修改，条文顺序相应调整。',
  ];
  const row = { ...table[0]!, sentence: lines.join('\n') };
  expect(
    listAmendments(documentOfCase(row)).map(({ kind, place, citation, lines: given }) => [
      kind,
      place,
      citation,
      given?.length,
    ]),
  ).toEqual([
    ['replace', '第三条', 1, 3],
    ['delete', '第五条', 1, undefined],
    ['delete', '第七条', 2, undefined],
    ['adjust', '', 1, undefined],
    ['adjust', '', 2, undefined],
  ]);
});
