import { expect, test } from 'vitest';
import { listCitations, listSectionTexts, parseGazette } from '@/lib/gazette';
import { kindOfRelation } from './relation-kind';
import { extendedUntil, namedDay } from './statement-days';
import { VALIDITY_RELATIONS } from './validity';

/** What a cell of a 清理结果 says, and what it comes to. */
const verdicts = [
  ['继续有效', 'extends'],
  ['废止', 'repeals'],
  ['部分废止', 'repealsPart'],
  ['拟修改', null],
  ['修改', null],
  ['第三条予以废止', 'repealsPart'],
  ['有效', 'extends'],
  ['宣布失效', 'repeals'],
  ['有效期延长至2027年12月31日', 'extends'],
  ['待评估后废止', null],
] as const;

const genres = ['办法', '规定', '细则', '意见', '通知', '方案'];
const rows = Array.from({ length: 400 }, (_, at) => ({
  title: `示例市第${at + 1}类渔具${genres[at % genres.length]}`,
  number: `示政发〔${1990 + (at % 30)}〕${at + 1}号`,
  verdict: verdicts[at % verdicts.length]!,
}));

/** `示政发〔1990〕1号 extends` for each document of the list. */
function statedIn(table: readonly string[], heading = '行政规范性文件清理结果'): string[] {
  return statementsIn(table, heading).map(({ name, kind }) => `${name} ${kind}`);
}

/** The same with the days that follow, and the sentences. */
function statementsIn(table: readonly string[], heading: string) {
  const text = [
    '示例市人民政府文件',
    '示政发〔2024〕6号',
    '示例市人民政府关于公布行政规范性文件清理结果的通知',
    '各县、区人民政府：',
    '现将清理结果予以公布。',
    '示例市人民政府',
    '2024年7月1日',
    `附件：${heading}`,
    ...table,
  ];
  const { tree } = parseGazette(text.map((line) => `　　${line}`).join('\n'));
  const document = tree.children.find((child) => child.type === 'document')!;
  return listCitations(listSectionTexts(document)).flatMap(({ citation, sentence, wordsAt }) => {
    const { docNumber, title, value: words, locator = null } = citation;
    const relation = VALIDITY_RELATIONS.find((each) => each === citation.relation);
    const kind = relation && kindOfRelation({ relation, sentence, words, wordsAt, locator }, document.title);
    if (!relation || !kind) return [];
    const said = { kind: relation, sentence, words, wordsAt };
    const day = relation === 'extends' ? extendedUntil(said, null, null) : namedDay(said);
    return [{ name: docNumber?.canonical ?? title, kind, day, sentence }];
  });
}

const A = '示例市渔具办法 | 示政发〔2001〕1号';
const B = '示例市渔船规定 | 示政发〔2002〕2号';
const [FIRST, SECOND] = ['示政发〔2001〕1号', '示政发〔2002〕2号'];

test.each([
  ['a day of repeal', '决定废止的文件目录', '废止时间', '2024年9月1日', ['repeals', '2024-09-01']],
  ['a day of repeal, in a list without a name', '清理结果', '废止日期', '2024.9.1', ['repeals', '2024-09-01']],
  ['a day on which it lapses', '宣布失效的文件目录', '失效时间', '2023-12-31', ['repeals', '2023-12-31']],
  ['a last day', '继续有效的文件目录', '有效期至', '2027年12月31日', ['extends', '2027-12-31']],
  ['a last day of what goes on', '保留的文件目录', '失效日期', '2027年12月31日', ['extends', '2027-12-31']],
  ['a new last day', '延长有效期的文件目录', '有效期延长至', '2027年12月31日', ['extends', '2027-12-31']],
  ['the last day of what is repealed', '决定废止的文件目录', '有效期至', '2027年12月31日', ['repeals', null]],
  ['a day of printing', '文件目录', '印发时间', '2020年12月31日', null],
  ['what is planned', '拟废止的文件目录', '废止时间', '2024年9月1日', null],
  ['it goes on, and is repealed', '继续有效的文件目录', '废止时间', '2024年9月1日', null],
  ['no day', '文件目录', '废止时间', '待定', null],
] as const)('a row with %s', (_name, heading, head, day, expected) => {
  const found = statementsIn([`序号 | 文件名称 | 文号 | ${head}`, `1 | ${A} | ${day}`, `2 | ${B} | ${day}`], heading);
  expect(found.map(({ name, kind, day: on }) => [name, kind, on])).toEqual(
    expected ? [FIRST, SECOND].map((name) => [name, ...expected]) : [],
  );
});

test.each([
  ['有效期延长至2027年12月31日的文件目录', ['extends', '2027-12-31']],
  ['2024年12月31日起废止的文件目录', ['repeals', '2024-12-31']],
  ['2024年12月31日废止的文件目录', ['repeals', '2024-12-31']],
  ['延长有效期的文件目录', null],
  ['拟于2025年12月31日废止的文件目录', null],
] as const)('a list that says it of all its entries: %s', (heading, expected) => {
  const found = statementsIn(
    ['1. 《示例市渔具办法》（示政发〔2001〕1号）', '2. 《示例市渔船规定》（示政发〔2002〕2号）'],
    heading,
  );
  expect(found.map(({ name, kind, day }) => [name, kind, day])).toEqual(
    expected ? [FIRST, SECOND].map((name) => [name, ...expected]) : [],
  );
});

test('a lead without a day takes no day from the one before it', () => {
  const found = statementsIn(
    [
      '自2024年12月31日起，下列文件停止执行：',
      '1. 《示例市渔具办法》（示政发〔2001〕1号）',
      '下列文件予以废止：',
      '1. 《示例市渔船规定》（示政发〔2002〕2号）',
    ],
    '清理结果',
  );
  expect(found.map(({ name, kind, day }) => [name, kind, day])).toEqual([
    [FIRST, 'repeals', '2024-12-31'],
    [SECOND, 'repeals', null],
  ]);
  expect(found[0]!.sentence).toMatch(/^自2024年12月31日起，下列文件停止执行：　/);
});

// It holds once it is changed: neither that it holds now, nor how it reads.
test.each(['修改后继续有效', '修订后保留', '经修改继续有效', '修改完善后继续有效'])('%s says nothing', (verdict) => {
  expect(statedIn(['序号 | 文件名称 | 文号 | 清理结果', `1 | ${A} | ${verdict}`])).toEqual([]);
});

test('a table of 400 rows is read row by row', () => {
  const lines = rows.map(({ title, number, verdict }, at) => `${at + 1} | ${title} | ${number} | ${verdict[0]}`);
  expect(statedIn(['序号 | 文件名称 | 文号 | 清理结果', ...lines])).toEqual(
    rows.flatMap(({ number, verdict }) => (verdict[1] ? [`${number} ${verdict[1]}`] : [])),
  );
});

test('rows without numbers name their documents by title', () => {
  const lines = rows.map(({ title, verdict }, at) => `${at + 1} | ${title} |  | ${verdict[0]}`);
  expect(statedIn(['序号 | 文件名称 | 文号 | 清理结果', ...lines])).toEqual(
    rows.flatMap(({ title, verdict }) => (verdict[1] ? [`${title} ${verdict[1]}`] : [])),
  );
});

test.each([
  ['two cells that differ', '序号 | 文件名称 | 文号 | 初审意见 | 终审意见', '1 | 示例市渔具办法 | 示政发〔2001〕1号 | 废止 | 继续有效'],
  ['有效 of a certificate', '序号 | 证书名称 | 文号 | 备注', '1 | 示例市渔具办法 | 示政发〔2001〕1号 | 有效期3年'],
  ['two titles in a row', '序号 | 文件名称 | 新文件 | 意见', '1 | 示例市渔具办法 | 示例市渔船办法 | 废止'],
])('%s say nothing', (_name, head, row) => {
  expect(statedIn([head, row])).toEqual([]);
}); // prettier-ignore

test.each([
  ['废止 | 上位法已修改', ['示政发〔2001〕1号 repeals']],
  ['需要修改部分表述 | 继续有效', ['示政发〔2001〕1号 extends']],
  ['废止，已被新规定修改 | ', ['示政发〔2001〕1号 repeals']],
])('the outcome of a row goes before its reason: %s', (cells, expected) => {
  expect(statedIn(['序号 | 文件名称 | 文号 | 清理意见 | 理由', `1 | 示例市渔具办法 | 示政发〔2001〕1号 | ${cells}`])).toEqual(expected);
}); // prettier-ignore
