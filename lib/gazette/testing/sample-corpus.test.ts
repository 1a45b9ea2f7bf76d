import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { citationsOf, documentsOf } from './invariants';
import { sampleText } from './texts';

// What prisma/sample-corpus/README.md says that its files show, line numbers included.

const names = [
  'shili-2022-4',
  'shili-2023-1',
  'shili-2023-2',
  'shili-2024-1',
  'shijiaofa-2023-12',
  'shizhengbanhan-2024-5',
  'shizhengfa-2024-7',
  'shizhenggui-2024-3',
] as const;
type Name = (typeof names)[number];
const parsed = Object.fromEntries(names.map((name) => [name, parseGazette(sampleText(name))])) as Record<
  Name,
  ReturnType<typeof parseGazette>
>;

describe('the issues of the sample corpus', () => {
  it.each([
    ['shili-2022-4', 2022, 4, 31, '2022-08-30'],
    ['shili-2023-1', 2023, 1, 33, '2023-03-31'],
    ['shili-2023-2', 2023, 2, 34, '2023-06-30'],
    ['shili-2024-1', 2024, 1, 38, '2024-03-29'],
  ] as const)('%s is 示例市 %i年第%i号, 总第%i期, published on %s', (name, year, number, totalNumber, publishedOn) => {
    const { tree } = parsed[name];
    expect(tree.municipality).toBe('示例市');
    expect(tree.issue).toMatchObject({ year, number, totalNumber, publishedOn, publisher: '示例市人民政府' });
  });
  it('shijiaofa-2023-12 is one standalone document of 示例市', () => {
    const { tree } = parsed['shijiaofa-2023-12'];
    expect([tree.kind, tree.municipality, tree.issue]).toEqual(['standalone', '示例市', undefined]);
  });
});

/** Number (or title), 成文日期, who signs, contents heading, and first lines of the parts. */
type Row = [string, string | undefined, string | undefined, string | undefined, Record<string, number>];
const office = '示例市人民政府办公室';
const government = '示例市人民政府';

const documents: Record<Name, Row[]> = {
  'shili-2022-4': [
    ['示政发〔2022〕8号', '2022-06-20', government, '示例市人民政府文件', { n: 38, a: 64, f1: 204 }],
    ['示政函〔2022〕21号', '2022-08-03', government, '示例市人民政府文件', { n: 288 }],
    ['示政办发〔2022〕15号', '2022-07-05', office, '示例市人民政府办公室文件', { n: 322, a: 346 }],
    ['示政办发〔2022〕17号', '2022-07-18', office, '示例市人民政府办公室文件', { n: 403, f1: 451 }],
    ['示政规〔2022〕3号', '2022-07-22', government, '行政规范性文件', { n: 477 }],
  ],
  'shili-2023-1': [
    ['示例市人民政府令第7号', '2023-01-18', government, '示例市人民政府令', { n: 20, a: 25 }],
    ['示政发〔2023〕2号', '2023-02-06', government, '示例市人民政府文件', { n: 61, a: 70, f1: 92 }],
    ['示政办发〔2023〕4号', '2023-02-15', office, '示例市人民政府办公室文件', { n: 105 }],
    ['示政规〔2023〕1号', '2023-03-01', office, '行政规范性文件', { n: 128, a: 139, a2: 171 }],
    ['示例市城市管理局公告2023年第2号', '2023-03-20', '示例市城市管理局', '部门文件', { n: 188, f1: 199 }],
  ],
  'shili-2023-2': [
    ['示政发〔2023〕5号', '2023-04-17', government, '示例市人民政府文件', { n: 28, a: 41, f1: 197, f2: 331 }],
    ['示政规〔2023〕4号', '2023-06-05', government, '行政规范性文件', { n: 343 }],
    ['示政办发〔2023〕9号', '2023-05-22', office, '示例市人民政府办公室文件', { n: 369, a: 383 }],
    ['示政办函〔2023〕12号', '2023-06-12', office, '示例市人民政府办公室文件', { n: 405 }],
    ['示发改发〔2023〕3号', '2023-05-08', '示例市发展和改革委员会 示例市财政局', '部门文件', { n: 422 }],
    ['《示例市社区食堂管理办法》政策解读', undefined, undefined, '政策解读', { n: 447 }],
    ['2023年3月至5月大事记', undefined, undefined, '大事记', { n: 462 }],
  ],
  'shili-2024-1': [
    ['示政发〔2024〕1号', '2024-01-15', government, '市政府文件', { n: 24, f1: 52, f2: 99, f3: 137 }],
    ['示政办发〔2024〕2号', '2024-02-20', office, '市政府办公室文件', { n: 166 }],
    ['示例市人民政府通告2024年第1号', '2024-03-04', government, '通告', { n: 211 }],
  ],
  'shijiaofa-2023-12': [['示教发〔2023〕12号', '2023-08-25', '示例市教育局', undefined, { n: 1, a: 19 }]],
  'shizhengbanhan-2024-5': [['示政办函〔2024〕5号', '2024-04-11', office, undefined, { n: 2 }]],
  'shizhengfa-2024-7': [['示政发〔2024〕7号', '2024-05-08', government, undefined, { n: 2, f1: 11 }]],
  'shizhenggui-2024-3': [['示政规〔2024〕3号', '2024-06-17', office, undefined, { n: 4, a: 10 }]],
};

describe('the documents of the sample corpus', () => {
  it.each(names)('%s holds its documents with their numbers, dates, signers and parts', (name) => {
    const rows = documentsOf(parsed[name].tree).map((document): Row => {
      const { docNumber, title, signedOn, agency, category, children } = document;
      const lines = Object.fromEntries(children.map((part) => [part.id, part.position.start.line]));
      return [docNumber?.canonical ?? title, signedOn, agency, category, lines];
    });
    expect(rows).toEqual(documents[name]);
  });

  it.each([
    ['示政发〔2022〕8号', '示例市人民政府关于印发《示例市生活垃圾分类三年提升行动方案(2022—2024年)》的通知'],
    ['示例市人民政府令第7号', '示例市城市河道保洁管理办法'],
    ['示政发〔2023〕2号', '示例市人民政府关于印发《示例市老旧小区既有住宅加装电梯若干措施》的通知'],
    [
      '示政规〔2023〕1号',
      '示例市人民政府办公室关于印发《示例市社区食堂管理办法》和《示例市社区食堂运营补助资金管理细则》的通知',
    ],
    ['示教发〔2023〕12号', '关于印发《示例市中小学校园阅览空间与图书流转建设计划（2023—2025年）》的通知'],
  ])('%s has the title that its lines print together', (number, title) => {
    const found = names
      .flatMap((name) => documentsOf(parsed[name].tree))
      .find(({ docNumber }) => docNumber?.canonical === number);
    expect(found?.title).toBe(title);
  });
});

describe('the deliberate mistakes of the sample corpus', () => {
  it.each([
    ['a contents title that differs from the title in the body', 'shili-2023-1', 'toc-title-differs', 13],
    ['a heading glued to the end of the line before', 'shili-2023-2', 'heading-glued', 151],
    ['a heading number that is printed twice', 'shili-2023-2', 'heading-repeated', 393],
    ['a heading number that is left out', 'shijiaofa-2023-12', 'heading-gap', 93],
    ['a code that is met nowhere else', 'shili-2022-4', 'agency-code-unknown', 300],
  ] as const)('%s (%s) gives the message %s in line %i', (_, name, rule, line) => {
    const found = parsed[name].messages.filter((message) => message.rule === rule);
    expect(found.map(({ position }) => position?.start.line)).toContain(line);
  });
  it('nothing else is doubted about headings and contents', () => {
    const doubts = names.flatMap((name) =>
      parsed[name].messages
        .filter(({ rule }) => /^(?:heading|toc|document|unparsed)/.test(rule))
        .map(({ rule, position }) => `${name}:${position?.start.line} ${rule}`),
    );
    expect(doubts).toEqual([
      'shili-2023-1:13 toc-title-differs',
      'shili-2023-2:151 heading-glued',
      'shili-2023-2:393 heading-repeated',
      'shijiaofa-2023-12:93 heading-gap',
    ]);
  });
});

/** Line, number and relation of every reference by number, in source order. */
const references: Record<Name, [number, string, ast.Relation][]> = {
  'shili-2022-4': [
    [68, '国办发〔2021〕99号', 'implements'],
    [68, '示范政发〔2021〕30号', 'implements'],
    [300, '东政〔2022〕16号', 'cites'],
    [308, '示政办发〔2022〕15号', 'implements'],
    [348, '示范政办发〔2022〕6号', 'implements'],
  ],
  'shili-2023-1': [
    [60, '示例市人民政府令第3号', 'repeals'],
    [72, '示范政发〔2022〕14号', 'implements'],
    [83, '示政发〔2022〕8号', 'implements'],
    [89, '示政发〔2018〕25号', 'repeals'],
    [110, '示政办发〔2022〕17号', 'cites'],
    [124, '示政办发〔2022〕17号', 'extends'],
    [170, '示政办发〔2022〕15号', 'repeals'],
    [170, '示政办发〔2020〕33号', 'repeals'],
    [192, '示例市人民政府令第7号', 'implements'],
  ],
  'shili-2023-2': [
    [44, '示范政发〔2022〕31号', 'implements'],
    [47, '示政发〔2022〕8号', 'implements'],
    [154, '示例市人民政府令第7号', 'implements'],
    [168, '示政规〔2022〕3号', 'implements'],
    [181, '示政发〔2019〕11号', 'implements'],
    [191, '示政发〔2023〕2号', 'cites'],
    [350, '示政规〔2023〕1号', 'amends'],
    [354, '示政发〔2019〕11号', 'amends'],
    [386, '示范政办发〔2023〕11号', 'implements'],
    [411, '示文旅函〔2023〕5号', 'cites'],
    [414, '示政办发〔2022〕17号', 'implements'],
    [414, '示政办发〔2023〕4号', 'implements'],
    [429, '示政规〔2022〕3号', 'cites'],
    [429, '示财发〔2021〕18号', 'implements'],
    [437, '示政规〔2022〕3号', 'cites'],
    [441, '示价发〔2015〕42号', 'repeals'],
    [449, '示政规〔2023〕1号', 'cites'],
    [450, '示政规〔2023〕1号', 'cites'],
    [451, '示政办发〔2022〕15号', 'cites'],
    [456, '示政规〔2023〕1号', 'cites'],
    [457, '示政规〔2023〕1号', 'cites'],
    [457, '示政规〔2023〕4号', 'cites'],
    [470, '示政发〔2023〕5号', 'cites'],
  ],
  'shili-2024-1': [
    [35, '示政发〔2017〕19号', 'repeals'],
    [37, '示政规〔2022〕3号', 'repeals'],
    [40, '示政规〔2023〕1号', 'cites'],
    [40, '示政规〔2023〕4号', 'implements'],
    [44, '示政发〔2022〕8号', 'cites'],
    [69, '示政规〔2023〕1号', 'extends'],
    [78, '示发改发〔2023〕3号', 'extends'],
    [86, '示政发〔2019〕11号', 'extends'],
    [95, '示政发〔2023〕2号', 'extends'],
    [115, '示政发〔2017〕19号', 'repeals'],
    [124, '示政办发〔2020〕8号', 'repeals'],
    [133, '示政办发〔2022〕15号', 'repeals'],
    [135, '示政规〔2023〕1号', 'cites'],
    [153, '示政规〔2022〕3号', 'repeals'],
    [162, '示政发〔2018〕9号', 'repeals'],
    [179, '示政办函〔2023〕12号', 'implements'],
    [188, '示政办发〔2021〕7号', 'extends'],
    [192, '示政发〔2023〕5号', 'implements'],
    [195, '示政发〔2022〕8号', 'implements'],
  ],
  'shijiaofa-2023-12': [
    [21, '示范教发〔2022〕9号', 'implements'],
    [21, '示政发〔2023〕5号', 'implements'],
    [96, '示政办发〔2023〕9号', 'cites'],
    [100, '示教发〔2020〕6号', 'cites'],
    [101, '示教发〔2019〕22号', 'repeals'],
  ],
  'shizhengbanhan-2024-5': [[5, '示政发〔2022〕8号', 'cites']],
  'shizhengfa-2024-7': [
    [14, '示政办函〔2023〕12号', 'amends'],
    [15, '示政发〔2016〕31号', 'amends'],
    [16, '示政办发〔2019〕18号', 'cites'],
    [17, '示政发〔2014〕6号', 'repeals'],
    [19, '示政规〔2021〕2号', 'cites'],
  ],
  'shizhenggui-2024-3': [[11, '示政规〔2022〕3号', 'implements']],
};

const citations = (name: Name): ast.Citation[] => documentsOf(parsed[name].tree).flatMap(citationsOf);

describe('the references of the sample corpus', () => {
  it.each(names)('%s: every number is found in its line, with its relation, and no other', (name) => {
    const found = citations(name).flatMap(({ position, docNumber, relation }) =>
      docNumber ? [[position.start.line, docNumber.canonical, relation]] : [],
    );
    expect(found).toEqual(references[name]);
  });

  it.each([
    ['shili-2023-2', 414, '示政办发[2022] 17号'],
    ['shili-2023-2', 414, '示政办发（2023）4号'],
    ['shili-2023-2', 429, '示政规〔2022〕3号'],
    ['shili-2023-2', 437, '示政规〔 2022 〕3号'],
    ['shili-2023-2', 47, '示政发〔２０２２〕８号'],
    ['shili-2024-1', 135, '示政规〔2023〕1号'],
    ['shili-2024-1', 40, '示政规〔2023〕4号'],
    ['shili-2024-1', 188, '示政办发〔2021〕7号'],
    ['shijiaofa-2023-12', 100, '示教发（2020） 6号'],
  ] as const)('%s line %i: the code is cut where %s begins', (name, line, words) => {
    expect(citations(name).flatMap(({ value, position }) => (position.start.line === line ? [value] : []))).toContain(
      words,
    );
  });

  it('one number stands under two titles', () => {
    const titles = names
      .flatMap(citations)
      .filter(({ docNumber }) => docNumber?.canonical === '示政发〔2022〕8号')
      .map(({ title }) => title);
    expect(new Set(titles).size).toBeGreaterThanOrEqual(3);
    expect(titles).toContain('示例市生活垃圾分类提升三年行动方案');
  });

  it('a short name that stands for a number is marked as its definition', () => {
    const defined = citations('shili-2023-2').filter(({ aliasDefinition }) => aliasDefinition);
    expect(defined.map(({ value, position }) => [position.start.line, value])).toEqual([[429, '示政规〔2022〕3号']]);
  });

  it('a document is referred to by its title alone', () => {
    const notices = documentsOf(parsed['shili-2024-1'].tree).map((document) => document.children[0]!);
    const byTitle = notices.flatMap(citationsOf).filter(({ docNumber }) => !docNumber);
    expect(byTitle.map(({ position, relation, title }) => [position.start.line, relation, title])).toEqual([
      [
        32,
        'extends',
        '示例市人民政府办公室关于印发〈示例市社区食堂管理办法〉和〈示例市社区食堂运营补助资金管理细则〉的通知',
      ],
      [215, 'implements', '示例市城市绿化管理条例'],
    ]);
  });
});
