import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { listSectionLeaves, listSectionTexts, parseGazette, printedName } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { documentsOf } from '@/lib/gazette/testing/invariants';
import { allTexts, fixtures } from '@/lib/gazette/testing/texts';
import { markDocument, type Marks } from './marks';
import { normalise, normaliseWithOffsets } from '@/lib/search/text/normalise';
import { parseQuery } from '@/lib/search/query';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 60_000 });

const source = `示例市人民政府文件
示政发〔2024〕6号
示例市人民政府关于印发《示例市河灯节办法》的通知
各县、区人民政府:
现印发《示例市河灯节办法》。
一、准备
按照《示例市节庆办法》(示政规〔2020〕2号)备灯。河灯用棉
纸糊，棉纸另购。
(一)扎灯。每户一盏河灯，人人人有份。
1.竹篾弯成圈，依示政规[2020]2号施行。
二、放灯
在上游放，不得点烛。
示例市人民政府
2024年7月1日
示例市河灯节办法
第一章 总则
第一条 河灯节每年一次。
附件
河灯样式
圆形，直径两拃。
`;
const document = documentsOf(parseGazette(source).tree)[0]!;
const mark = (q: string, tree = document) => markDocument(tree, parseQuery(q));
const words = (marks: Marks): string[] =>
  [...marks].flatMap(([leaf, ranges]) => ranges.map(({ start, end }) => (leaf as ast.Text).value.slice(start, end)));
const addresses = (q: string): string[] => mark(q).sections.map(({ address }) => address);

describe('the sections found', () => {
  test.each([
    ['棉纸', ['1']],
    ['河灯', ['n', '1', '1.1', 'a', 'a-t1', 'f1']],
    ['河灯 人人', ['1.1']],
    ['河灯 -棉纸 -样式', ['n', '1.1', 'a', 'a-t1']],
    ['准备 棉纸', ['1']],
    ['"河灯 人人"', []],
    ['准备按照', []],
    ['（一）扎灯', ['1.1']],
    ['点烛 两拃 这里没有', ['2', 'f1']],
    ['点烛 两拃 -上游', ['f1']],
    ['这里没有', []],
    ['', []],
    ['-河灯', []],
    ['年:2024 样式', ['f1']],
  ])('for %s are %j', (q, expected) => {
    expect(addresses(q)).toEqual(expected);
  });

  test('come with their path, the number of places and a snippet', () => {
    const { sections, addresses } = mark('棉纸');
    expect([...addresses]).toEqual(['1']);
    expect(sections[0]).toMatchObject({
      address: '1',
      kind: 'section',
      partKind: 'notice',
      marker: '一、',
      heading: '准备',
      count: 2,
    });
    expect(sections[0]!.path.map(({ address }) => address)).toEqual(['n']);
    const { text, marks } = sections[0]!.snippet;
    expect(marks.map(({ start, end }) => normalise(text.slice(start, end)))).toEqual(['棉纸', '棉纸']);
  });

  test('are those with any of the words only where nothing has all of them', () => {
    expect(mark('点烛 两拃')).toMatchObject({ scattered: true });
    expect(words(mark('点烛 两拃').marks)).toEqual(['点烛', '两拃']);
    expect(mark('河灯 人人').scattered).toBe(false);
    expect(mark('印发 节办法').scattered).toBe(false);
    expect(mark('这里没有').scattered).toBe(false);
  });

  test('are counted all and listed up to a limit, and all are marked', () => {
    const { sections, addresses, marks } = markDocument(document, parseQuery('河灯'), 2);
    expect([sections.length, addresses.size]).toEqual([2, 6]);
    expect(marks).toEqual(mark('河灯').marks);
  });
});

describe('the words marked', () => {
  test('are only those of sections that are found', () => {
    expect(words(mark('河灯 人人').marks)).toEqual(['河灯', '人人人']);
  });
  test('may be broken over lines, and over text and citation', () => {
    expect(words(mark('棉纸').marks)).toEqual(['棉', '纸', '棉纸']);
    expect(words(mark('2号）备灯').marks)).toEqual(['2号', ')备灯']);
  });
  test('may stand in a marker and its heading, and in an attachment', () => {
    expect(words(mark('一、准').marks)).toEqual(['一、', '准']);
    expect(words(mark('河灯样式').marks)).toEqual(['河灯样式']);
    expect(words(mark('两拃').marks)).toEqual(['两拃']);
  });
  test('are marked in the title, which is found when it has all of them', () => {
    const { titleMarks, titleFound } = mark('节办法 印发');
    expect(titleMarks.map(({ start, end }) => document.title.slice(start, end))).toEqual(['印发', '节办法']);
    expect(titleFound).toBe(true);
    expect(mark('印发 棉纸')).toMatchObject({ titleFound: false, titleMarks: [{}] });
    expect(mark('标题:河灯')).toMatchObject({ titleFound: true, titleMarks: [{}], sections: [] });
    expect(mark('印发 -河灯').titleFound).toBe(false);
  });
  test('run through the cells of a table', () => {
    const { text } = fixtures.find(({ name }) => name === 'table-tabs')!;
    const { marks, sections } = mark('流书架60组 主要指标', documentsOf(parseGazette(text).tree)[0]);
    expect(words(marks)).toEqual(['主要指标', '流书架', '60组']);
    expect(sections[0]).toMatchObject({ kind: 'table', headingMarks: [{ start: 3, end: 7 }] });
  });
});

describe('a number', () => {
  test.each(['示政规〔2020〕2号', '示政规2020-2', '示政规（2020）２', '示政规2020'])(
    'as %s marks its citations in every spelling',
    (q) => {
      const { marks, sections } = mark(q);
      expect(words(marks)).toEqual(['示政规〔2020〕2号', '示政规[2020]2号']);
      expect(sections.map(({ address }) => address)).toEqual(['1', '1.1.1']);
      expect(sections.every(({ snippet }) => snippet.marks.length === 1)).toBe(true);
    },
  );
  test('that is another marks nothing', () => {
    expect(mark('示政规2020-3').marks.size).toBe(0);
    expect(mark('示发2020-2').marks.size).toBe(0);
  });
  test('inside a range marks the range', () => {
    const ranged = documentsOf(
      parseGazette('示例市人民政府关于清理文件的通知\n各县区:\n示政发〔2020〕1—5号文件继续有效。\n').tree,
    )[0]!;
    expect(words(mark('示政发2020-3', ranged).marks).join('')).toContain('示政发〔2020〕1—5号');
    expect(mark('示政发2020-6', ranged).sections).toEqual([]);
  });
});

const documents = allTexts.flatMap(({ text }) => documentsOf(parseGazette(text).tree));
const anyDocument = fc.constantFrom(...documents);
const quoted = (word: string): string => `"${word}"`;

/** A document and a word that one of its sections has in heading or text. */
const documentWithWord = anyDocument.chain((tree) => {
  const texts = listSectionTexts(tree)
    .flatMap((section) => [printedName(section), section.text])
    .map(normalise)
    .filter(Boolean);
  return fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }))
    .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length))
    .filter((word) => !/["\s\ud800-\udfff]/u.test(word))
    .map((word) => ({ tree, word }));
});

test('every place of a word that stands in a section is marked, and nothing else is', () => {
  fc.assert(
    fc.property(documentWithWord, ({ tree, word }) => {
      const query = { ...parseQuery(quoted(word)), words: [{ typed: [word], also: [], isOpen: false }], number: null };
      const { marks, addresses } = markDocument(tree, query, 0);
      let found = 0;
      const expected = new Map<ast.Node, Set<number>>();
      for (const { section, heading, text } of listSectionLeaves(tree)) {
        const isTitle = section.kind === 'part' && normalise(printedName(section)) === normalise(tree.title);
        const strings = [
          [isTitle ? '' : printedName(section), heading],
          [section.text, text],
        ] as const;
        const holding = strings.filter(([string]) => normalise(string).includes(word));
        if (holding.length > 0) found++;
        for (const [string, placed] of holding) {
          const units = unitsOf(string, word);
          for (const { leaf, start, end, from } of placed)
            for (let at = start; at < end; at++)
              if (units.has(at)) expected.set(leaf, (expected.get(leaf) ?? new Set()).add(at - start + from));
        }
      }
      expect(addresses.size).toBe(found);
      const marked = new Map([...marks].map(([leaf, ranges]) => [leaf, new Set(ranges.flatMap(unitsIn))]));
      expect(marked).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

/** Units of a source in which a word stands, found one place after the other. */
function unitsOf(string: string, word: string): Set<number> {
  const { text, starts, ends } = normaliseWithOffsets(string);
  const units = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    if (!text.startsWith(word, at)) continue;
    for (const unit of unitsIn({ start: starts[at]!, end: ends[at + word.length - 1]! })) units.add(unit);
  }
  return units;
}

const unitsIn = ({ start, end }: { start: number; end: number }): number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

test('marks are ascending, apart, inside their leaf, and a section without all words has none', () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.array(fc.constantFrom('的', '市', '人民政府', '一', '2020', '和', '年'), { maxLength: 3 }),
      (tree, list) => {
        const query = parseQuery(list.join(' '));
        const { marks, scattered } = markDocument(tree, query);
        fc.pre(!scattered);
        for (const [leaf, ranges] of marks) {
          let at = 0;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual((leaf as ast.Text).value.length);
        }
        for (const { section, text } of listSectionLeaves(tree)) {
          const match = `${normalise(printedName(section))}\n${normalise(section.text)}`;
          if (query.words.length > 0 && query.words.every(({ typed }) => match.includes(typed[0]!))) continue;
          if (query.number) continue;
          for (const { leaf } of text) expect(marks.has(leaf), section.address).toBe(false);
        }
      },
    ),
    { numRuns: 100 },
  );
});
