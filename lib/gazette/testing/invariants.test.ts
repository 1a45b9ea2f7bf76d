import { describe, expect, it, vi } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import {
  brokenColumns,
  brokenContents,
  brokenIds,
  brokenNesting,
  brokenPoints,
  brokenTiling,
  brokenValues,
  documentsOf,
  idsOf,
} from './invariants';
import { absentNames, allTexts } from './texts';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 120_000 });

describe.each(allTexts)('in the tree of $name', ({ text }) => {
  const { tree, messages } = parseGazette(text);

  it('every character with ink lies in exactly one leaf', () => {
    expect(brokenTiling(text, tree)).toEqual([]);
  });
  it('children lie inside their parent and apart from each other', () => {
    expect(brokenNesting(tree)).toEqual([]);
  });
  it('a leaf shows its stretch of the source, citations without layout', () => {
    expect(brokenValues(text, tree)).toEqual([]);
  });
  it('line and column agree with the offset', () => {
    expect(brokenPoints(text, tree)).toEqual([]);
  });
  it('every cell stands in the column that its row, and the spans above, leave it', () => {
    expect(brokenColumns(tree)).toEqual([]);
  });
  it('nothing gets lost on the way through JSON', () => {
    expect(JSON.parse(JSON.stringify({ tree, messages }))).toEqual({ tree, messages });
  });
  it('addresses are unique in a document', () => {
    expect(brokenIds(tree)).toEqual([]);
  });
  it('every contents entry meets a document, or a message says that it does not', () => {
    expect(brokenContents(tree, messages)).toEqual([]);
  });
  it('line ends of other systems give the same addresses', () => {
    for (const end of ['\r\n', '\r']) {
      const other = parseGazette(text.replaceAll('\n', end)).tree;
      expect(documentsOf(other).map(idsOf)).toEqual(documentsOf(tree).map(idsOf));
    }
  });
});

/** A line of running text that may stand anywhere and continues nothing. */
const addition = '本段为测试时添加的说明文字,不带编号,也不改变原有各部分的编号。';

describe.each(allTexts)('addresses in $name', ({ text }) => {
  it('stay the same when a paragraph is inserted elsewhere', () => {
    const before = documentsOf(parseGazette(text).tree).map(idsOf);
    const lines = text.split('\n');
    // In front of numbered lines that stand in running text, in the indent of that line.
    const places = lines.flatMap((line, at) =>
      /^[\s\u3000]*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条[\s\u3000])/.test(line) ? [at] : [],
    );
    const chosen = places.filter((_, at) => at % Math.ceil(places.length / 6) === 0);
    for (const place of chosen) {
      const indent = /^[\s\u3000]*/.exec(lines[place]!)![0];
      const edited = [...lines.slice(0, place), indent + addition, ...lines.slice(place)].join('\n');
      expect(documentsOf(parseGazette(edited).tree).map(idsOf), `with a paragraph in line ${place + 1}`).toEqual(
        before,
      );
    }
  });
});

for (const name of absentNames) it.skip(`the real file ${name} is absent: its tree is not examined`, () => undefined);
