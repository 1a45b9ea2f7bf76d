import { describe, expect, test } from 'vitest';
import { readCorrections } from './read';

const read = (text: string) => readCorrections(text);
const problemsOf = (text: string) => read(text).problems.map(({ line, reason }) => `${line}: ${reason}`);

test('a file has three kinds of entries, each with its line', () => {
  const text = `# made up for this test
citations:
  - in: /shili/shizhengfa-2023-1
    section: 1.10
    words: 《示例市绿化办法》
    means: 示政发 2022 9
    source: 市政府办公室来函
misprints:
  - printed: 示政发〔2022〕09号
    right: 示政发〔2022〕19号
    source: 原件
repeals:
  - { document: 示政发〔2018〕3号, by: shili/jueding-20230401, day: 2023-05-01, source: 原件 }
`;
  const nothing = { about: null, section: null, printed: null, day: null, source: '原件' };
  expect(read(text)).toEqual({
    entries: [
      {
        kind: 'citation',
        line: 3,
        about: 'shili/shizhengfa-2023-1',
        section: '1.10',
        printed: '《示例市绿化办法》',
        meant: '示政发〔2022〕9号',
        day: null,
        source: '市政府办公室来函',
      },
      { ...nothing, kind: 'misprint', line: 9, printed: '示政发〔2022〕9号', meant: '示政发〔2022〕19号' },
      {
        ...nothing,
        kind: 'repeal',
        line: 13,
        about: '示政发〔2018〕3号',
        meant: 'shili/jueding-20230401',
        day: '2023-05-01',
      },
    ],
    problems: [],
  });
});

test.each(['', '# nothing yet', 'citations:\n', 'repeals: []'])('%j corrects nothing', (text) => {
  expect(read(text)).toEqual({ entries: [], problems: [] });
});

describe('what is wrong is told with its line and what to do', () => {
  const misprint = (more: string) => `misprints:\n  - printed: 示政发〔2022〕9号\n${more}`;
  test.each([
    ['other: []', '1: “other” is not known here. Known are citations, misprints and repeals'],
    [
      misprint('    right: 示政发〔2022〕19号\n    why: x\n    source: 原件'),
      '4: “why” is not known here. Known are printed, right, in and source',
    ],
    [misprint('    right: 示政发〔2022〕19号'), '2: “source” is missing. Add it: every entry wants it'],
    [misprint('    right: 示政发〔2022〕19号\n    source:'), '4: source is empty: write it, or take the line out'],
    [
      misprint('    right: 十九号\n    source: 原件'),
      '3: right “十九号” is no complete number: write it like 示政发〔2023〕1号',
    ],
    [misprint('    right: 示政发 2022 9\n    source: 原件'), '3: right is the very number that is printed'],
    [
      'repeals:\n  - document: 示政发〔2022〕9号\n    by: 决定\n    day: 2023-02-30\n    source: 原件',
      '3: by “决定” names no document: write its number like 示政发〔2023〕1号, or its address like shili/shizhengfa-2023-1',
    ],
    [
      misprint('    right: [示政发〔2022〕19号]\n    source: 原件'),
      '3: “right” holds more than words. Write words behind it on one line',
    ],
    ['misprints: 示政发〔2022〕9号', '1: “misprints” holds no list. Begin each entry below it with “- ”'],
    ['misprints:\n  - 示政发〔2022〕9号', '2: this is no entry. Known are printed, right, in and source'],
    ['- a', '1: the file wants lists of entries, each below its name. Known are citations, misprints and repeals'],
    [misprint('    right： 示政发〔2022〕19号'), '3: a key is followed by “：”. Write the colon “:” and a blank'],
    [
      misprint('    printed: 示政发〔2022〕8号'),
      '3: this key stands here twice. Begin each entry with “- ”, and name each list once',
    ],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
    expect(read(text).entries).toEqual([]);
  });

  test('two entries of one thing, whether they agree or not', () => {
    const entry = (right: string) => `  - { printed: 示政发〔2022〕9号, right: ${right}, source: 原件 }\n`;
    expect(problemsOf(`misprints:\n${entry('示政发〔2022〕19号')}${entry('示政发〔2022〕18号')}`)).toEqual([
      '3: the same is corrected in line 2 already. Keep one of them',
    ]);
  });
});

describe('a hostile file is told with its line, in bounded time', () => {
  const first = (text: string) => problemsOf(text)[0];
  const sample = 'Compare it with the sample';
  test.each([
    ['deep flow', `a:\n  ${'['.repeat(100_000)}`, `2: it has more than 12 levels in each other. ${sample}`],
    ['deep lists', '- '.repeat(100_000), `1: it has more than 12 levels in each other. ${sample}`],
    [
      'deep keys',
      Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      `12: it has more than 12 levels in each other. ${sample}`,
    ],
    [
      'many keys',
      Array.from({ length: 50_000 }, (_, at) => `k${at}: a`).join('\n'),
      `101: it has an entry of more than 100 keys. ${sample}`,
    ],
    ['commas', `[${','.repeat(900_000)}`, `1: it has more than 10000 values between two brackets. ${sample}`],
    ['directives', '%a\n'.repeat(100_000), `11: it has more than 10 directives (%). ${sample}`],
    [
      'a long text',
      `# ${'a'.repeat(1_000_000)}`,
      '1: it has 1,000,002 characters, at most 1,000,000 are read. Split it among the folders of the texts',
    ],
    [
      'U+0000',
      'misprints:\n  - printed: 示政发〔2022〕9号\n    right: 示政发〔2022〕19号\n    source: "a\\0b"',
      '4: source holds U+0000 or half a character, which no database stores: take it out',
    ],
    [
      'half a character',
      'misprints:\n  - printed: 示政发〔2022〕9号\n    right: 示政发〔2022〕19号\n    source: "\\ud800"',
      '4: source holds U+0000 or half a character, which no database stores: take it out',
    ],
  ])('%s', (_, text, problem) => {
    expect(first(text)).toBe(problem);
  });

  test('problems without number are counted', () => {
    const problems = problemsOf(`misprints:\n${'  - a\n'.repeat(5000)}`);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('102: there are 4900 problems more from here on. Mend those above first');
  });
});
