import { describe, expect, test } from 'vitest';
import type { ManifestRow } from './entry';
import { readManifest } from './read-manifest';

const empty = {
  title: null,
  docNumber: null,
  indexNumber: null,
  topic: null,
  validity: null,
  signedOn: null,
  publishedOn: null,
  url: null,
};
const row = (line: number, file: string, facts: Partial<ManifestRow> = {}): ManifestRow => ({
  ...empty,
  line,
  file,
  ...facts,
});
const read = (...lines: string[]) => readManifest(lines.join('\n'), 'csv');

describe('CSV', () => {
  test('as a city exports it', () => {
    const header = '\ufeff序号,文件名,标题,文号,索引号,主题分类,有效性,发布日期,成文日期,原文链接,发布机构';
    const line =
      '1,2023-5.txt,关于植树的通知,示政发[2023]5号,000014349/2023-00012,农业、林业,有效,2023/5/6 10:30,2023年5月1日,http://www.shili.gov.cn/a.html,市政府';
    expect(read(header, line)).toEqual({
      rows: [
        row(2, '2023-5.txt', {
          title: '关于植树的通知',
          docNumber: '示政发〔2023〕5号',
          indexNumber: '000014349/2023-00012',
          topic: '农业、林业',
          validity: '有效',
          publishedOn: '2023-05-06',
          signedOn: '2023-05-01',
          url: 'http://www.shili.gov.cn/a.html',
        }),
      ],
      problems: [],
      unknown: ['序号', '发布机构'],
    });
  });

  test.each([
    [';', 'a;b.txt'],
    ['\t', 'a\tb.txt'],
    ['，', 'b.txt'],
    ['|', 'b.txt'],
  ])('with %j between cells', (delimiter) => {
    const { rows, problems } = read(
      ['file', 'title', 'topic'].join(delimiter),
      ['a.txt', '标题', '农业'].join(delimiter),
    );
    expect([rows, problems]).toEqual([[row(2, 'a.txt', { title: '标题', topic: '农业' })], []]);
  });

  test('with line breaks in cells, windows line ends, blank rows, a title above, quotation marks inside', () => {
    const text =
      '示例市文件清单,,\r\n\r\n文件名,标题,主题分类\r\na.txt,"关于加强\r\n""十四五""规划的\r\n通知",农业\r\n,,\r\n\r\nb.txt,关于"三农"的意见,工业\r\n';
    expect(readManifest(text, 'csv')).toEqual({
      rows: [
        row(4, 'a.txt', { title: '关于加强"十四五"规划的通知', topic: '农业' }),
        row(9, 'b.txt', { title: '关于"三农"的意见', topic: '工业' }),
      ],
      problems: [],
      unknown: [],
    });
  });

  test('with an open quotation mark loses that row alone', () => {
    const { rows, problems } = read(
      'file,title,topic',
      'a.txt,一,农业',
      'b.txt,"二,农业',
      'c.txt,"三",农业',
      'd.txt,四,农业',
    );
    expect(rows.map(({ file, line }) => [file, line])).toEqual([
      ['a.txt', 2],
      ['c.txt', 4],
      ['d.txt', 5],
    ]);
    expect(problems).toEqual([
      { line: 3, file: 'b.txt', reason: 'a quotation mark " is opened and not closed: close it, or take it out' },
    ]);
  });

  test('with an open quotation mark in the last rows', () => {
    const { rows, problems } = read('file,title', 'a.txt,一', 'b.txt,"二', 'c.txt,三');
    expect([rows.map(({ file }) => file), problems.map(({ line }) => line)]).toEqual([['a.txt', 'c.txt'], [3]]);
  });

  test.each([
    ['a.txt,,,,2023-02-30,', '发布日期 “2023-02-30” is no day: write it like 2023-05-01'],
    ['a.txt,,,,45052,', '发布日期 “45052” is no day: write it like 2023-05-01'],
    ['a.txt,,,,5/6/2023,', '发布日期 “5/6/2023” is no day: write it like 2023-05-01'],
    ['a.txt,,,,,javascript:alert(1)', '网址 “javascript:alert(1)” is no address of a page'],
    ['a.txt,,,,,www.shili.gov.cn/1.html', 'is no address of a page: write it whole'],
    ['a.txt,,,,,http://a:b@shili.gov.cn/', 'is no address of a page'],
    ['a.txt,,,,,http:shili.gov.cn', 'is no address of a page'],
    ['a.txt,,1.12105E+13,,,', '索引号 was turned into a rounded number by a table program'],
    ['../a.txt,,,,,', '文件名 leads out of the folder'],
    [',题,,,,', '文件名 is empty: name the text that the row is about'],
    [`a.txt,,,${'长'.repeat(31)},,`, '有效性 is longer than 30 characters'],
    ['a.txt,题\u202e目,,,,', '标题 holds a control character: take it out'],
    ['a.txt,题,a,有效,2023-01-01,,x', 'it has 7 cells, and 6 columns are named'],
  ])('tells what is wrong in %j and takes the others', (line, reason) => {
    const { rows, problems } = read('文件名,标题,索引号,有效性,发布日期,网址', line, 'b.txt,,,,,');
    expect(rows).toEqual([row(3, 'b.txt')]);
    expect(problems).toEqual([expect.objectContaining({ line: 2 })]);
    expect(problems[0]?.reason).toContain(reason);
  });

  test.each([
    ['2023-5-6', '2023-05-06'],
    ['2023.05.06', '2023-05-06'],
    ['20230506', '2023-05-06'],
    ['2023年5月6日', '2023-05-06'],
    ['2023 年 5 月 6 日', '2023-05-06'],
    ['2023-05-06T08:00:00.000Z', '2023-05-06'],
    ['-', null],
    ['', null],
  ])('reads the day %j', (written, day) => {
    expect(read('文件,x', '').problems).toHaveLength(1);
    expect(read('文件名,发布时间', `a.txt,${written}`).rows).toEqual([row(2, 'a.txt', { publishedOn: day })]);
  });

  test('unwraps what Excel guards, and Windows paths', () => {
    expect(read('文件名,索引号', '.\\2023\\a.txt,"=""000014349"""').rows).toEqual([
      row(2, '2023/a.txt', { indexNumber: '000014349' }),
    ]);
  });

  test('takes 文件名称 for the title where another column names the file', () => {
    expect(read('文件名称,文件名', '关于植树的通知,a.txt').rows).toEqual([
      row(2, 'a.txt', { title: '关于植树的通知' }),
    ]);
    expect(read('文件名称,标题', 'a.txt,关于植树的通知').rows).toEqual([row(2, 'a.txt', { title: '关于植树的通知' })]);
  });

  test('says that no column names the texts', () => {
    expect(read('a,b', '1,2').problems[0]?.reason).toContain('no column names the texts');
    expect(read('').problems[0]?.reason).toContain('no column names the texts');
  });

  test('lists the first hundred problems', () => {
    const { problems } = read('file,title', ...Array.from({ length: 150 }, () => ',x'));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ line: 102 });
  });
});

describe('JSON', () => {
  const json = (text: string) => readManifest(text, 'json');

  test('is a list of rows, or an object with one', () => {
    const list =
      '[\n  { "file": "a.txt", "index number": "1/2", "published": "2023-05-06" },\n  {\n "文件名": "b.txt", "备注": 1 }\n]';
    const rows = [row(2, 'a.txt', { indexNumber: '1/2', publishedOn: '2023-05-06' }), row(3, 'b.txt')];
    expect(json(list)).toEqual({ rows, problems: [], unknown: ['备注'] });
    expect(json(`{ "by": ["x"].length }`).problems).toHaveLength(1);
    expect(json(`{"of": "示例市", "files": ${list}}`).rows).toEqual(rows);
  });

  test.each([
    ['{', 1, 'this is no JSON'],
    ['[{"file": "a.txt"},\n]', 2, 'this is no JSON'],
    ['{}', 1, 'no list of rows is in it'],
    ['[\n1]', 2, 'this is no row'],
    ['[{"file": "a.txt",\n "title": []}]', 1, '“title” holds more than words'],
    ['[{"file": 5, "url": "ftp://x/"}]', 1, 'url “ftp://x/” is no address of a page'],
  ])('says what is wrong with %j', (text, line, reason) => {
    const { problems, rows } = json(text);
    expect([rows, problems.map((problem) => problem.line)]).toEqual([[], [line]]);
    expect(problems[0]?.reason).toContain(reason);
  });

  test('counts lines past strings with brackets', () => {
    const { problems } = json('[\n{"file":"a[{.txt","title":"\\"]"},\n\n{"file":"","title":"x"}]');
    expect(problems.map(({ line }) => line)).toEqual([4]);
  });
});
