import { describe, expect, test } from 'vitest';
import { listAmendments, parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { linesOfUnits, listArticles, partWithArticles } from './articles';
import type { DecidedOperation } from './changes';
import { workIn } from './work-in';

const documentIn = (text: string): ast.Document =>
  parseGazette(text).tree.children.find((child) => child.type === 'document')!;

const rules = documentIn(
  [
    '示政规〔2021〕2号',
    '示例市停蜂场管理办法',
    ...[
      '第一条　为规范停蜂场，制定本办法。',
      '第二条　停蜂场由市蜂业局管理。',
      '第三条　收费标准如下：',
      '（一）小型蜂箱每日三元；',
      '（二）大型蜂箱每日十三元。',
      '收费应当公示。',
      '第四条　市蜂业局每年检查，市蜂业局公布结果。',
      '第五条　本办法自2021年5月1日起施行。',
    ].map((line) => `　　${line}`),
    '　　示例市人民政府',
    '　　2021年4月1日',
  ].join('\n'),
);

/** The operations of a decision of these lines. */
function decide(lines: string[], day: string | null = '2023-07-01', slug = 'a'): DecidedOperation[] {
  const document = documentIn(
    [
      '示政规〔2023〕4号',
      '示例市人民政府关于修改停蜂场管理办法的决定',
      '　　对《示例市停蜂场管理办法》（示政规〔2021〕2号）作如下修改：',
      ...lines.map((line) => `　　${line}`),
      '　　示例市人民政府',
      '　　2023年6月5日',
    ].join('\n'),
  );
  const place = {
    municipality: { slug: 'shili', name: '示例市', sample: true },
    slug,
    title: '',
    docNumber: null,
    address: 'n',
  };
  return listAmendments(document).map((operation, at) => ({
    ...operation,
    day: day === null ? null : new Date(day),
    saidOn: null,
    about: null,
    decision: place,
    position: at + 1,
  }));
}
/** Articles as they read on 2024-01-01, and why operations are open. */
function read(...decisions: DecidedOperation[][]) {
  const text = workIn(listArticles(partWithArticles(rules, null)!), decisions.flat(), new Date('2024-01-01'));
  return {
    articles: text.articles.map(({ ordinal, inserted, units, isDeleted, isOpen }) =>
      isOpen ? '?' : isDeleted ? '-' : `${ordinal}${inserted ? `.${inserted}` : ''} ${linesOfUnits(units).join('|')}`,
    ),
    touched: text.articles.flatMap(({ address, changes }) => (changes.length > 0 ? [address] : [])),
    open: [...text.open, ...text.articles.flatMap(({ changes }) => changes)].flatMap(({ reason }) => reason ?? []),
  };
}
const printed = read().articles;
const instead = (at: number, words: string): string[] => printed.map((each, index) => (index === at ? words : each));

test('as printed', () => {
  expect(printed[2]).toBe('3 收费标准如下：|（一）小型蜂箱每日三元；|（二）大型蜂箱每日十三元。|收费应当公示。');
  expect(read().touched).toEqual([]);
});

describe('one operation', () => {
  test.each<[string, string[], string[]]>([
    ['a new article in place of the old one', ['将第二条修改为：“停蜂场由市农业农村局管理。”'], instead(1, '2 停蜂场由市农业农村局管理。')],
    ['with its number in front', ['第二条修改为：“第二条　停蜂场由市农业农村局管理。'+'\n　　“具体工作由区农业农村局承担。”'], instead(1, '2 停蜂场由市农业农村局管理。|具体工作由区农业农村局承担。')],
    ['words', ['第二条中的“市蜂业局”修改为“市农业农村局”。'], instead(1, '2 停蜂场由市农业农村局管理。')],
    ['words everywhere', ['将全文中的“市蜂业局”统一修改为“市农业农村局”。'], instead(1, '2 停蜂场由市农业农村局管理。').map((each, at) => (at === 3 ? '4 市农业农村局每年检查，市农业农村局公布结果。' : each))],
    ['words of an item', ['第三条第一款第（一）项中的“三元”修改为“四元”。'], instead(2, '3 收费标准如下：|（一）小型蜂箱每日四元；|（二）大型蜂箱每日十三元。|收费应当公示。')],
    ['an item', ['第三条第（二）项修改为：“（二）大型蜂箱每日十元。”'], instead(2, '3 收费标准如下：|（一）小型蜂箱每日三元；|（二）大型蜂箱每日十元。|收费应当公示。')],
    ['a paragraph', ['第三条第二款修改为：“收费由区政府公示。”'], instead(2, '3 收费标准如下：|（一）小型蜂箱每日三元；|（二）大型蜂箱每日十三元。|收费由区政府公示。')],
    ['a paragraph goes', ['删去第三条第二款。'], instead(2, '3 收费标准如下：|（一）小型蜂箱每日三元；|（二）大型蜂箱每日十三元。')],
    ['words go', ['删去第四条中的“，市蜂业局公布结果”。'], instead(3, '4 市蜂业局每年检查。')],
    ['a paragraph comes', ['第二条增加一款，作为第二款：“区政府协助。”'], instead(1, '2 停蜂场由市蜂业局管理。|区政府协助。')],
    ['an item comes', ['第三条第一款增加一项，作为第（三）项：“（三）临时蜂箱免费。”'], instead(2, '3 收费标准如下：|（一）小型蜂箱每日三元；|（二）大型蜂箱每日十三元。|（三）临时蜂箱免费。|收费应当公示。')],
    ['an article goes, and the others follow', ['删去第二条。', '条文顺序相应调整。'], [printed[0]!, '-', printed[2]!.replace('3', '2'), printed[3]!.replace('4', '3'), printed[4]!.replace('5', '4')]],
    ['an article comes', ['增加一条，作为第三条：“停蜂场应当登记。”', '原第三条改为第四条，以下条文序号相应调整。'], [printed[0]!, printed[1]!, '3 停蜂场应当登记。', printed[2]!.replace('3', '4'), printed[3]!.replace('4', '5'), printed[4]!.replace('5', '6')]],
    ['第二条之一', ['在第二条后增加一条，作为第二条之一：“停蜂场应当登记。”'], [printed[0]!, printed[1]!, '2.1 停蜂场应当登记。', ...printed.slice(2)]],
    ['an article gets another number and other words', ['删去第四条，第五条改为第四条，修改为：“本办法自2024年1月1日起施行。”'], [...printed.slice(0, 3), '-', '4 本办法自2024年1月1日起施行。']],
  ])('%s', (_name, lines, articles) => {
    const result = read(decide(lines.flatMap((line) => line.split('\n　　'))));
    expect(result).toMatchObject({ articles, open: [] });
  }); // prettier-ignore
});

describe('what does not fit exactly is not applied', () => {
  test.each<[string, string[], string]>([
    ['第九条修改为：“甲。”', instead(9, ''), 'notFound'],
    ['第二条中的“市渔业局”修改为“市农业农村局”。', instead(1, '?'), 'wordsNotFound'],
    ['第四条中的“市蜂业局”修改为“市农业农村局”。', instead(3, '?'), 'wordsSeveral'],
    ['第三条第（二）项中的“三元”修改为“四元”。', instead(2, '?'), 'wordsNotFound'],
    ['第三条第三款修改为：“甲。”', instead(2, '?'), 'placeUnclear'],
    ['第三条第一款修改为：“收费标准另行公布。”', instead(2, '?'), 'placeUnclear'],
    ['第二条增加一款：“区政府协助。”', instead(1, '?'), 'placeUnclear'],
    ['第三条第一款增加一项，作为第（二）项：“（二）临时蜂箱免费。”', instead(2, '?'), 'placeUnclear'],
    ['第三条、第四条合并为一条，作为第三条：“甲。”', instead(9, ''), 'unread'],
    ['附件2替换为本决定所附的标准表。', instead(9, ''), 'placeUnclear'],
  ])('%s', (line, articles, reason) => {
    expect(read(decide([line]))).toMatchObject({ articles, open: [reason] });
  });

  test('nothing after it is worked into that clause', () => {
    const first = decide(['第二条中的“市渔业局”修改为“甲局”。'], '2022-01-01');
    const second = decide(['第二条修改为：“停蜂场由区政府管理。”'], '2023-01-01', 'b');
    expect(read(first, second)).toMatchObject({ articles: instead(1, '?'), open: ['wordsNotFound', 'earlier'] });
  });

  test('a decision of an unknown day, and one whose day has not come', () => {
    expect(read(decide(['第二条修改为：“甲。”'], null))).toMatchObject({ articles: instead(1, '?'), open: ['noDay'] });
    expect(read(decide(['第二条修改为：“甲。”'], '2024-07-01'))).toMatchObject({ articles: printed, touched: ['t2'] });
  });

  test('numbers that nobody can count', () => {
    const first = decide(['第三条、第四条合并为一条，作为第三条：“甲。”', '条文顺序相应调整。'], '2022-01-01');
    const second = decide(['第四条修改为：“乙。”'], '2023-01-01', 'b');
    expect(read(first, second)).toMatchObject({ articles: printed, open: ['unread', 'numbering'] });
  });
});

test('a chain goes by the numbers that hold before each decision', () => {
  const first = decide(['删去第二条。', '条文顺序相应调整。'], '2022-01-01');
  const second = decide(['第二条第（一）项中的“三元”修改为“四元”。'], '2023-01-01', 'b');
  const articles = [
    printed[0],
    '-',
    '2 收费标准如下：|（一）小型蜂箱每日四元；|（二）大型蜂箱每日十三元。|收费应当公示。',
    printed[3]!.replace('4', '3'),
    printed[4]!.replace('5', '4'),
  ];
  expect(read(first, second).articles).toEqual(articles);
  expect(read(second, first).articles).toEqual(articles);
});
