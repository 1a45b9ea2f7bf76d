import { describe, expect, it } from 'vitest';
import { canonicalIssuer } from './issuer-names';
import { localOffices, organs } from './organs';
import { findDocNumbers } from './find-doc-numbers';
import { fold } from './chars';
import { readDocNumber } from './typed-number';

// Whatever a print or a reader writes: parser and box read the same number.
describe('one document has one number', () => {
  it.each([
    ['国务院令第961号', ['中华人民共和国国务院令第961号', '国务院第961号令', '国务院令961号', '国务院961号令', '国务院令(第961号)', '国令第961号', '国务院令 第九百六十一号']],
    ['住房和城乡建设部令第88号', ['住建部令第88号', '住房城乡建设部令第88号', '中华人民共和国住房和城乡建设部令第88号', '住建部88号令', '住建部令88号']],
    ['国家发展和改革委员会令第29号', ['国家发展改革委令第29号', '国家发改委令第29号', '发改委令第29号', '中华人民共和国国家发展和改革委员会令第29号']],
    ['主席令第34号', ['中华人民共和国主席令第三十四号', '国家主席令第34号']],
    ['财政部税务总局公告2023年第1号', ['财政部 税务总局公告2023年第1号', '财政部、国家税务总局公告2023年第1号', '财政部 税务总局2023年第1号公告']],
    ['教育部财政部人力资源和社会保障部令第5号', ['教育部 财政部 人社部令第5号', '教育部、财政部、人力资源社会保障部令第5号', '教育部、财政部、人社部令5号']],
    ['国家税务总局公告2011年第25号', ['税务总局公告2011年第25号']],
    ['示例市人民政府令第7号', ['示例市政府令第7号', '示例市人民政府第7号令', '示例市政府7号令', '示例市政府令7号', '示例市人民政府令（第七号）']],
    ['示例市住房和城乡建设局通告2024年第3号', ['示例市住建局通告2024年第3号', '示例市住房城乡建设局通告2024年第3号']],
    ['示例省发展和改革委员会公告2024年第3号', ['示例省发改委公告2024年第3号', '示例省发展改革委公告2024年第3号']],
    ['示例市人民代表大会常务委员会公告第8号', ['示例市人大常委会公告（第8号）', '示例市人大常委会公告第8号']],
    ['示财字〔1994〕20号', ['(94)示财字第020号', '（94）示财字第020号', '示财字[1994]020号', '[1994]示财字20号', '示财字〖1994〗20号', '示财字1994〔20〕号', '示财字〔l994〕20号']],
    ['示农人字〔2019〕6号', ['示农(人)字〔2019〕6号', '示农（人）字[2019]第06号']],
    ['示房改办字〔2000〕132号', ['[2000]示房改办字第132号', '〔2000〕示房改办字第132号', '示房改办字〔2OOO〕132号']],
  ])('%s', (canonical, spellings) => {
    for (const spelling of [canonical, ...spellings]) {
      expect([spelling, readDocNumber(spelling)?.canonical]).toEqual([spelling, canonical]);
      expect([spelling, ...findDocNumbers(fold(`《甲办法》（${spelling}）`), new Set()).map(({ docNumber }) => docNumber.canonical)]).toEqual([spelling, canonical]);
    }
  }); // prettier-ignore

  it('reads neighbours one by one', () => {
    expect(findDocNumbers('根据示农(人)字〔2019〕6号', new Set())).toEqual([]);
    const text = '依照国务院令第1号和国务院令712号、示例市政府令第3号和住建部第8号令';
    expect(findDocNumbers(text, new Set()).map(({ docNumber }) => docNumber.canonical)).toEqual([
      '国务院令第1号',
      '国务院令第712号',
      '示例市人民政府令第3号',
      '住房和城乡建设部令第8号',
    ]);
  });

  it.each([
    ['建设部令', '建设部令'], // not of 住房和城乡建设部
    ['示例市卫健委公告', '示例市卫生健康委员会公告'],
    ['卫健委公告', '卫健委公告'], // whose?
    ['市政府令', '市政府令'],
    ['示例市文旅局通告', '示例市文旅局通告'],
    ['示政发', '示政发'],
    ['中华人民共和国示例海事局通告', '中华人民共和国示例海事局通告'],
    ['财政部税务总局海关总署公告', '财政部税务总局海关总署公告'],
    ['国家税务总局财政部公告', '国家税务总局财政部公告'],
  ])('the issuer %s is %s, and stays so', (code, name) => {
    expect(canonicalIssuer(code)).toBe(name);
    expect(canonicalIssuer(name)).toBe(name);
  });

  it('lists no name twice, and a source for each', () => {
    const names = organs.flatMap(({ name, short = [], shortInOrders = [] }) => [name, ...short, ...shortInOrders]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const local = localOffices.flatMap(({ name, short }) => [name, ...short]);
    expect(local.filter((name, at) => local.indexOf(name) !== at)).toEqual([]);
    expect([...organs, ...localOffices].filter(({ source }) => source.length < 3)).toEqual([]);
    for (const { name, joined = name } of organs) expect(canonicalIssuer(`${joined}令`)).toBe(`${name}令`);
  });
});
