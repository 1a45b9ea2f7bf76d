import { expect, test } from 'vitest';
import { listAmendments, parseGazette, textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { DecidedOperation } from './changes';
import { listTextPeriods, textPeriodOf } from './text-periods';
import { makeWorkedInTree, withFrontNotes } from './worked-in-tree';

const documentIn = (lines: readonly string[]): ast.Document =>
  parseGazette(lines.join('\n')).tree.children.find((child) => child.type === 'document')!;
const close = ['　　示例市人民政府', '　　2021年4月1日'];
const rules = documentIn([
  '示政规〔2021〕2号',
  '示例市停蜂场管理办法',
  '第一章 总则',
  '　　第一条　为规范停蜂场，根据《示例市蜂业条例》，制定本办法。',
  '　　第二条　停蜂场由市蜂业局管理。',
  '第二章 收费',
  '　　第三条　收费标准如下：',
  '　　（一）小型蜂箱每日三元；',
  '　　（二）大型蜂箱每日十三元。',
  '　　第四条　市蜂业局每年检查《示例市蜂业条例》的执行。',
  '　　检查结果应当公布。',
  '　　第五条　本办法自2021年5月1日起施行。',
  ...close,
]);

function decide(lines: string[], day: string | null = '2023-07-01', slug = 'a'): DecidedOperation[] {
  const document = documentIn([
    '示政规〔2023〕4号',
    '示例市人民政府关于修改停蜂场管理办法的决定',
    '　　对《示例市停蜂场管理办法》（示政规〔2021〕2号）作如下修改：',
    ...lines.map((line) => `　　${line}`),
    ...close,
  ]);
  const municipality = { slug: 'shili', name: '示例市', sample: true };
  return listAmendments(document).map((operation, position) => ({
    ...operation,
    day: day === null ? null : new Date(day),
    saidOn: null,
    about: null,
    decision: { municipality, slug, title: '', docNumber: `示政规〔2023〕${slug}号`, address: 'n' },
    position,
  }));
}

/** Ids and words of a text, without its end. */
const read = (operations: readonly DecidedOperation[], on = '2024-01-01') => {
  const made = makeWorkedInTree(rules, operations, new Date(on));
  const articles: string[] = [];
  const walk = (blocks: readonly ast.Block[]): void => {
    for (const block of blocks)
      if (block.type === 'section' && block.marker.style !== 'article') walk(block.children);
      else if (block.type === 'section') articles.push(`${block.id} ${textOf(block).replace(/\n/g, '|')}`);
      else if (block.type === 'note') articles.push(textOf(block));
  };
  walk(made.tree.children[0]!.children);
  return { ...made, articles };
};

const before = JSON.stringify(rules);
const printed = read([]).articles;
const note = (words: string): string => `〔${words}〕`;

test('what no decision touches is the printed tree itself, and that is never changed', () => {
  const operations = decide(['第三条第一款第（一）项中的“三元”修改为“四元”。']);
  const { tree } = read(operations);
  expect(tree.children[0]!.children[0]).toBe(rules.children[0]!.children[0]);
  const chapter = (of: ast.Document, at: number) =>
    of.children[0]!.children.filter((block) => block.type === 'section')[at]!;
  expect(chapter(tree, 1).children[2]).toBe(chapter(rules, 1).children[1]);
  expect(JSON.stringify(rules)).toBe(before);
});

test('each change stands in the text, and behind the article from which day, by which document and sentence', () => {
  const { articles } = read(decide(['第三条第一款第（一）项中的“三元”修改为“四元”。']));
  expect(articles).toEqual([
    ...printed.slice(0, 2),
    't3 第三条收费标准如下：|（一）小型蜂箱每日四元；|（二）大型蜂箱每日十三元。',
    note('第三条，自2023年7月1日起，依示政规〔2023〕a号修改：第三条第一款第（一）项中的“三元”修改为“四元”。'),
    ...printed.slice(3),
  ]);
});

test('the day before, the text is as printed', () => {
  expect(read(decide(['删去第二条。']), '2023-06-30').articles).toEqual(printed);
});

test('new numbers are shown, addresses stay, and a new article has one of its own', () => {
  const { articles } = read(decide(['删去第二条。', '增加一条，作为第三条：“停蜂场应当登记。”', '条文顺序相应调整。']));
  expect(articles.map((line) => /^(?:〔|\S+ )第.条/.exec(line)?.[0])).toEqual([
    't1 第一条',
    '〔第二条',
    't3 第二条',
    'new1 第三条',
    '〔第三条',
    't4 第四条',
    't5 第五条',
  ]);
  expect(articles[1]).toContain('依示政规〔2023〕a号删去：删去第二条。');
});

test('of an article between two chapters nobody can tell in which it stands, and the text says so', () => {
  const between = (line: string) =>
    read(decide([line, '条文顺序相应调整。'])).articles.filter((each) => each.includes('属于哪一章'));
  expect(between('增加一条，作为第三条：“停蜂场应当登记。”')).toHaveLength(1);
  expect(between('增加一条，作为第二条：“停蜂场应当登记。”')).toEqual([]);
  expect(between('增加一条，作为第六条：“停蜂场应当登记。”')).toEqual([]);
});

test('citations of words that stay are the printed ones', () => {
  const { tree } = read(decide(['第四条第二款修改为：“检查结果每季度公布。”']));
  const cited = (node: ast.Document | ast.Block): ast.Citation[] =>
    'children' in node
      ? (node.children as (ast.Block | ast.Citation)[]).flatMap((child) =>
          child.type === 'citation' ? [child] : cited(child),
        )
      : [];
  const inArticles = cited(rules.children[0] as never);
  const kept = cited(tree.children[0] as never).filter((each) => inArticles.includes(each));
  expect(inArticles).toHaveLength(2);
  expect(kept).toEqual(inArticles);
});

test('what does not fit stands as printed, with the reason at its place', () => {
  const { articles } = read(decide(['第二条中的“市渔业局”修改为“市农业农村局”。']));
  expect(articles.slice(1, 3)).toEqual([
    printed[1],
    note(
      '第二条，自2023年7月1日起，依示政规〔2023〕a号有修改，本站未能整理（条文中没有要修改的文字）：第二条中的“市渔业局”修改为“市农业农村局”。',
    ),
  ]);
});

test('an article that a decision adds and a later one changes in a way that does not fit reads as it was added', () => {
  const first = decide(['增加一条，作为第六条：“停蜂场应当登记。”'], '2022-01-01');
  const second = decide(['第六条中的“市渔业局”修改为“甲局”。'], '2023-01-01', 'b');
  expect(read([...first, ...second]).articles.at(-2)).toBe('new1 第六条停蜂场应当登记。');
});

test('a change of an unknown day is told and not worked in', () => {
  const { articles } = read(decide(['第二条修改为：“甲。”'], null));
  expect(articles[1]).toBe(printed[1]);
  expect(articles[2]).toContain('施行日期不明');
});

test('numbers that nobody can tell are named, in files in front of the text', () => {
  const made = read(decide(['第三条、第四条合并为一条，作为第三条：“甲。”', '条文顺序相应调整。']));
  expect(made.unclearFrom).toEqual(['第一条']);
  const front = withFrontNotes(made, '〔非正式文本〕').tree.children[0]!.children.filter(({ type }) => type === 'note');
  expect(front.map((each) => textOf(each))).toEqual([
    '〔非正式文本〕',
    '〔第一条起的条文序号本站未能确定，请以修改决定为准。〕',
    expect.stringContaining('合并为一条'),
  ]);
});

test('a period begins on each day on which a decision takes effect, not before the text itself', () => {
  const operations = [
    ...decide(['删去第二条。'], '2023-07-01', 'b'),
    ...decide(['删去第三条。'], '2023-07-01', 'a'),
    ...decide(['删去第四条。'], '2020-01-01', 'c'),
    ...decide(['删去第五条。'], null, 'd'),
  ];
  const periods = listTextPeriods(new Date('2021-04-01'), operations);
  expect(
    periods.map(({ from, decisions }) => [from.toISOString().slice(0, 10), decisions.map(({ slug }) => slug)]),
  ).toEqual([
    ['2021-04-01', ['c']],
    ['2023-07-01', ['a', 'b']],
  ]);
  expect(textPeriodOf(periods, new Date('2021-03-31'))).toBeNull();
  expect(textPeriodOf(periods, new Date('2023-06-30'))).toBe(periods[0]);
  expect(textPeriodOf(periods, new Date('2030-01-01'))).toBe(periods[1]);
});
