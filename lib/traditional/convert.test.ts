import { Converter } from 'opencc-js';
import { configs } from 'opencc-js/preset/cn2t';
import { expect, test } from 'vitest';
import { simplify } from '@/lib/search/text/traditional';
import { convertTogether, loadConverter } from './convert';

const [simplified, variants] = configs.s2tw!.conversionChain.map((group) =>
  group.flatMap((dictionary) => (dictionary as string).split('|').map((entry) => entry.split(' '))),
);
const entries = [...simplified!, ...variants!];

/** Where the library's own entry is wrong: 新干县 is 新干縣. */
const deliberate = /新干县/;

test('each entry of the dictionaries has as many characters on both sides: pieces can be cut again', () => {
  expect(entries.length).toBeGreaterThan(50_000);
  expect(entries.filter(([from, to]) => [...from!].length !== [...to!].length)).toEqual([]);
});

test('every word of the dictionaries, alone and beside others, comes out as the library itself converts it, character for character that the search folds back', async () => {
  const convert = await loadConverter();
  const own = Converter({ from: 'cn', to: 'tw' });
  const words = simplified!.map(([word]) => word!);
  let others = 0;
  for (const text of [words.join('、'), words.join('')]) {
    const [source, expected] = [[...text], [...own(text)]];
    const wrong = [...convert(text)].filter((character, at) => {
      if (deliberate.test(source.slice(Math.max(0, at - 1), at + 2).join(''))) return false;
      if (simplify(expected[at]!) === simplify(source[at]!)) return character !== expected[at];
      others++;
      return simplify(character) !== simplify(source[at]!);
    });
    expect(wrong).toEqual([]);
  }
  expect(others).toBeGreaterThan(0);
});

test.each([
  ['示例市人民政府关于发展养老服务的意见', '示例市人民政府關於發展養老服務的意見'],
  ['理发店、干部、后勤、里程、皇后', '理髮店、幹部、後勤、里程、皇后'],
  ['程序、软件、质量、信息', '程序、軟件、質量、信息'],
  ['示政办发〔2020〕33号', '示政辦發〔2020〕33號'],
  ['坐标、想象、家具', '坐標、想象、傢具'],
])('%s is %s: other characters, the same words', async (source, traditional) => {
  expect((await loadConverter())(source)).toBe(traditional);
});

test.each([
  ['任命于海、范明为市教育局副局长,免去岳明的职务', '任命于海、范明為市教育局副局長,免去岳明的職務'],
  ['于某某同志', '于某某同志'],
  ['市长于海主持会议', '市長于海主持會議'],
  ['主任：范 明', '主任：范 明'],
  ['曹云为主任', '曹雲為主任'],
])('%s: a name is no word', async (source, traditional) => {
  expect((await loadConverter())(`任命曹云为主任。${source}`.slice(source.startsWith('曹') ? 0 : 8))).toContain(
    traditional,
  );
});

test.each([
  ['关于范围', '關於範圍'],
  ['局长于会上指出', '局長於會上指出'],
  ['任命干部为代表', '任命幹部為代表'],
  ['同意余额为零', '同意餘額為零'],
  ['主任于2024年任职', '主任於2024年任職'],
  ['免费发卡、空白发票、理发展示', '免費發卡、空白發票、理髮展示'],
  ['八万里、心里、幸福里社区', '八萬里、心裡、幸福里社區'],
])('%s: a word is no name', async (source, traditional) => {
  expect((await loadConverter())(source)).toBe(traditional);
});

test('pieces of one text are converted as one, and keep their borders', async () => {
  const convert = await loadConverter();
  expect(convertTogether(['理', '发', '', '，发', '展😀𠮷'], convert)).toEqual(['理', '髮', '', '，發', '展😀𠮷']);
  expect(convertTogether([], convert)).toEqual([]);
});
