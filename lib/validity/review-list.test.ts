import { expect, test } from 'vitest';
import { listCitations, listSectionTexts, parseGazette } from '@/lib/gazette';
import { kindOfRelation } from './relation-kind';
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
function statedIn(table: readonly string[]): string[] {
  const text = [
    '示例市人民政府文件',
    '示政发〔2024〕6号',
    '示例市人民政府关于公布行政规范性文件清理结果的通知',
    '各县、区人民政府：',
    '现将清理结果予以公布。',
    '示例市人民政府',
    '2024年7月1日',
    '附件：行政规范性文件清理结果',
    ...table,
  ];
  const { tree } = parseGazette(text.map((line) => `　　${line}`).join('\n'));
  const document = tree.children.find((child) => child.type === 'document')!;
  return listCitations(listSectionTexts(document)).flatMap(({ citation, sentence, wordsAt }) => {
    const { docNumber, title, value: words, locator = null } = citation;
    const relation = VALIDITY_RELATIONS.find((each) => each === citation.relation);
    const kind = relation && kindOfRelation({ relation, sentence, words, wordsAt, locator }, document.title);
    return kind ? [`${docNumber?.canonical ?? title} ${kind}`] : [];
  });
}

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
