import { describe, expect, it } from 'vitest';
import { canonicalDocNumber, numberLineRules, readNumberLine, readSplitNumber } from './doc-number';
import { bracketedRules, draftRules, findDocNumbers } from './find-doc-numbers';
import { namedNumberRules } from './named-numbers';
import { readDocNumber } from './typed-number';
import { fold } from './chars';

describe('the canonical spelling', () => {
  it.each([
    [{ form: 'bracketed', agencyCode: '示政办发', year: 2018, serial: 58 }, '示政办发〔2018〕58号'],
    [{ form: 'order', agencyCode: '示例市人民政府令', serial: 7 }, '示例市人民政府令第7号'],
    [{ form: 'order', agencyCode: '示例市人民政府令', year: 2020, serial: 7 }, '示例市人民政府令〔2020〕第7号'],
    [{ form: 'announcement', agencyCode: '云汀市公告', year: 2023, serial: 5 }, '云汀市公告2023年第5号'],
    [{ form: 'announcement', agencyCode: '云汀市港务局公告', serial: 8 }, '云汀市港务局公告第8号'],
  ] as const)('of %o is %s, and reads as itself', (parts, canonical) => {
    expect(canonicalDocNumber(parts)).toBe(canonical);
    expect(readDocNumber(canonical)).toMatchObject({ ...parts, canonical });
  });
});

describe('a number typed into a search box', () => {
  it.each([
    '示政办发〔2018〕58号', '示政办发﹝2018﹞58号', '示政办发[2018]58号', '示政办发［2018］58号', '示政办发【2018】58号', '示政办发(2018)58号',
    '示政办发（2018）58号', '示政办发〈2018〉58号', '示政办发《2018》58号', '示政办发<2018>58号', '示政办发＜2018＞58号', '示政办发{2018}58号',
    '示政办发〔2018]58号', '示政办发2018 58号', '示政办发2018-58', '示政办发 2018 58', '示政办发2018年58号', '示政办发〔2018〕58', '示政办发〔2018〕 58 号',
    '示政办发 〔 2018 〕 58 号', ' 示政办发〔2018〕58号 ', '示政办发〔2018〕第58号', '示政办发〔2018〕第 58 号', '示政办发〔2018〕058号', '示政办发〔2018〕第058号',
    '示政办发〔２０１８〕５８号', '示政办发〔2018年〕58号', '示政办发〔2018〕58号文件', '示政办发〔2018〕58号文',
    '示政办发〔二〇一八〕58号', '示政办发〔二○一八〕五十八号', '示政办发二〇一八年五十八号', '（示政办发〔2018〕58号）', '(示政办发〔2018〕58号)',
    '示政办发\n〔2018〕58号', '示政办发\u3000〔2018〕\u00a058号', '示 政 办 发 〔2018〕58号', '58号 示政办发 2018', '示政办发 58号 2018年', '2018 示政办发 58',
    '2018年示政办发58号', '示政办发2018第58号', '示政办发,2018,58', '示政办发/2018/58', '示政办发_2018_58', '示政办发·2018·58号',
    '示政办发201858号', '示政办发201858', '示政办发二〇一八五十八号', '示政办发〔18〕58号', '示政办发18年58号', '示政办发[18]58', '58号 示政办发 18年',
  ])('%j is 示政办发〔2018〕58号', (spelling) => {
    expect(readDocNumber(spelling)?.canonical).toBe('示政办发〔2018〕58号');
  }); // prettier-ignore

  it.each([
    ['十政发〔2022〕3号', '十政发〔2022〕3号'],
    ['百政发〔2021〕16号', '百政发〔2021〕16号'],
    ['三府办〔2020〕9号', '三府办〔2020〕9号'],
    ['示财字（2015）1', '示财字〔2015〕1号'],
    ['六政办发2019 12', '六政办发〔2019〕12号'],
    ['三财 2018 5', '三财〔2018〕5号'],
    ['九发改 2018年十二号', '九发改〔2018〕12号'],
    ['示政发98年12号', '示政发〔1998〕12号'],
    ['国办发〔2017〕47号', '国办发〔2017〕47号'],
    ['财税〔2019〕13号', '财税〔2019〕13号'],
    ['人社部发〔2020〕1号', '人社部发〔2020〕1号'],
    ['示政发〔2022〕1号', '示政发〔2022〕1号'],
    ['示政发〔2022〕1230号', '示政发〔2022〕1230号'],
    ['示例市人民政府令第7号', '示例市人民政府令第7号'],
    ['示例市人民政府令 第 七 号', '示例市人民政府令第7号'],
    ['示例市人民政府令7号', '示例市人民政府令第7号'],
    ['云汀市海洋与渔业局通告2024年第3号', '云汀市海洋与渔业局通告2024年第3号'],
    ['云汀市海洋与渔业局通告2024第3号', '云汀市海洋与渔业局通告2024年第3号'],
    ['财政部税务总局公告2023年第1号', '财政部税务总局公告2023年第1号'],
  ])('%s is %s', (spelling, canonical) => {
    expect(readDocNumber(spelling)?.canonical).toBe(canonical);
  });

  it.each([
    ['2018 58号', { year: 2018, serial: 58 }],
    ['2018-58', { year: 2018, serial: 58 }],
    ['58号 2018', { year: 2018, serial: 58 }],
    ['58号文 2018', { year: 2018, serial: 58 }],
    ['18年58号', { year: 2018, serial: 58 }],
    ['示政办发 58', { agencyCode: '示政办发', serial: 58 }],
    ['示政办发58号', { agencyCode: '示政办发', serial: 58 }],
    ['示政办发2018', { agencyCode: '示政办发', year: 2018 }],
    ['示政办发〔2018〕', { agencyCode: '示政办发', year: 2018 }],
    ['2018年 示政办发', { agencyCode: '示政办发', year: 2018 }],
  ])('%s says only %o and is not canonical', (spelling, parts) => {
    const read = readDocNumber(spelling);
    expect(read).toMatchObject(parts);
    expect(read?.canonical).toBeUndefined();
    expect(Object.keys(read!).sort()).toEqual([...Object.keys(parts), 'form'].sort());
  });

  it.each([
    '', ' ', '示政办发', '路灯', '古井 普查', '2018', '58号', '示政办发〔2018〕58号和示政发〔2019〕3号', '1 2 3', '示政发〔0〕3', '示政办发〔2018〕0号',
    '示政办发〔1234〕5678号', '关于开展古井普查的通知', '。', '〔〕号', 'x'.repeat(200), '示'.repeat(60),
  ])('%j is none', (spelling) => {
    expect(readDocNumber(spelling)).toBeNull();
  }); // prettier-ignore
});

describe('a line that is a number and nothing else', () => {
  it.each(numberLineRules.map((rule) => [rule.specimen, rule] as const))(
    '%s fits its own row first',
    (specimen, rule) => {
      expect(numberLineRules.find(({ pattern }) => pattern.test(specimen))).toBe(rule);
      expect(readNumberLine(specimen)?.form).toBe(rule.form);
    },
  );
  it.each([
    ['示政发〔2023〕4号', '示政发〔2023〕4号'],
    ['(示政发〔2023〕4号)', '示政发〔2023〕4号'],
    ['示政发[2023]第04号', '示政发〔2023〕4号'],
    ['(94)示财字第020号', '示财字〔1994〕20号'],
    ['国务院第7号令', '国务院令第7号'],
    ['示例市人民政府令第18号', '示例市人民政府令第18号'],
    ['云汀市人民政府公告2023年第5号', '云汀市人民政府公告2023年第5号'],
  ])('%s', (key, canonical) => {
    expect(readNumberLine(key)?.canonical).toBe(canonical);
  });
  it.each([
    '示政发〔2023〕4号文件',
    '(50)示例路3号',
    '(12)第5号',
    '示政发〔1023〕4号',
    '〔2023〕4号',
    '2023年第5号',
    '',
  ])('%j is none', (key) => {
    expect(readNumberLine(key)).toBeNull();
  });
  it.each([
    ['云汀市人民政府令', '第18号', '云汀市人民政府令第18号'],
    ['云汀市人民政府令', '(第十八号)', '云汀市人民政府令第18号'],
    ['云汀市人民政府公告', '2023年第5号', '云汀市人民政府公告2023年第5号'],
    ['云政发', '〔2023〕4号', '云政发〔2023〕4号'],
    ['云政发〔2023〕', '4号', '云政发〔2023〕4号'],
    ['云政发〔2023〕4', '号', '云政发〔2023〕4号'],
  ])('%s above %s', (letterhead, number, canonical) => {
    expect(readSplitNumber(letterhead, number)?.canonical).toBe(canonical);
  });
  it.each([
    ['云汀市人民政府文件', '第18号'],
    ['云汀市人民政府令', '第一条'],
    ['云汀市人民政府令', '2023年5月1日'],
    ['云汀市人民政府令', ''],
    ['云政发〔2023〕4号', '第5号'],
    ['云汀市公开发', '〔2023〕号'],
  ])('%s above %s is none', (letterhead, number) => {
    expect(readSplitNumber(letterhead, number)).toBeNull();
  });
});

describe('the rows of numbers in running text', () => {
  it.each(namedNumberRules.map((rule) => [rule.specimen, rule.form] as const))(
    '%s is found as %s',
    (specimen, form) => {
      expect(findDocNumbers(specimen, new Set()).map(({ docNumber }) => docNumber.form)).toEqual([form]);
    },
  );
  it.each(namedNumberRules.map((rule) => [rule.specimen, rule] as const))(
    '%s fits its own row first',
    (specimen, rule) => {
      expect(namedNumberRules.find(({ pattern }) => specimen.search(pattern) === 0)).toBe(rule);
    },
  );
  it.each(bracketedRules.map(({ specimen }) => specimen))('%s is printed', (specimen) => {
    expect(findDocNumbers(specimen, new Set(['示政发'])).map(({ docNumber }) => docNumber.canonical)).toEqual([
      '示政发〔2018〕58号',
    ]);
  });
  it.each(draftRules.map(({ specimen }) => specimen))('%s is typed', (specimen) => {
    expect(findDocNumbers(specimen, new Set(['示政发']), true).map(({ docNumber }) => docNumber.canonical)).toEqual([
      '示政发〔2018〕58号',
    ]);
  });
});

describe('numbers in running text', () => {
  const known = new Set(['示政发', '示政办发']);
  const found = (text: string): [string, string][] =>
    findDocNumbers(fold(text), known).map(({ start, end, docNumber }) => [text.slice(start, end), docNumber.canonical]);

  it.each([
    ['根据示政发〔2023〕4号文件', [['示政发〔2023〕4号', '示政发〔2023〕4号']]],
    ['《甲办法》（示政办发（2020） 6号）', [['示政办发（2020） 6号', '示政办发〔2020〕6号']]],
    ['《甲通知》示政发〔２０２２〕８号的要求', [['示政发〔２０２２〕８号', '示政发〔2022〕8号']]],
    ['按照示政发〔 2022 〕第 03 号', [['示政发〔 2022 〕第 03 号', '示政发〔2022〕3号']]],
    ['和示例市人民政府令第5号', [['示例市人民政府令第5号', '示例市人民政府令第5号']]],
    ['财政部公告2023年第1号规定', [['财政部公告2023年第1号', '财政部公告2023年第1号']]],
    [
      '示政发〔2021〕1号、示政办发〔2021〕2号',
      [
        ['示政发〔2021〕1号', '示政发〔2021〕1号'],
        ['示政办发〔2021〕2号', '示政办发〔2021〕2号'],
      ],
    ],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });

  it.each([
    '各区落实。〔牵头单位:市民政局;责任单位:各区〕', '示政发〔2023〕号', '〔2023〕4号', '第3号公告栏', '2023年第5号', '截至〔2023〕', '3号楼', '示政发〔1023〕4号',
  ])('%s holds none', (text) => {
    expect(found(text)).toEqual([]);
  }); // prettier-ignore
});
