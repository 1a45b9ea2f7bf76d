import { describe, expect, it, vi } from 'vitest';
import {
  leavesAt,
  listSectionLeaves,
  listSectionTexts,
  parseGazette,
  printedName,
  type PlacedLeaf,
} from '@/lib/gazette';
import { documentsOf } from '@/lib/gazette/testing/invariants';
import { allTexts } from '@/lib/gazette/testing/texts';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 60_000 });

const valueAt = ({ leaf, from, start, end }: PlacedLeaf): string => leaf.value.slice(from, from + end - start);

/** What a string holds beside its leaves. */
function between(text: string, placed: readonly PlacedLeaf[]): string {
  let at = 0;
  let rest = '';
  for (const { start, end } of placed) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

describe.each(allTexts)('the leaves of $name', ({ text }) => {
  const documents = documentsOf(parseGazette(text).tree);

  it('are, at their places and in their order, the text of each section; only layout stands between them', () => {
    for (const document of documents) {
      const listed = listSectionLeaves(document);
      expect(listed.map(({ section }) => section)).toEqual(listSectionTexts(document));
      for (const { section, text: placed } of listed) {
        for (const each of placed) {
          expect(section.text.slice(each.start, each.end)).toBe(each.leaf.value);
          expect(valueAt(each)).toBe(each.leaf.value);
        }
        expect(between(section.text, placed).replace(/[\n\t ]/g, ''), section.address).toBe('');
      }
    }
  });

  it('are marker and heading of each section, but for what no leaf has: 正文, 表, …', () => {
    const alone = ['', '…', '正文', '附文', '附件', '表'];
    for (const document of documents)
      for (const { section, heading: placed } of listSectionLeaves(document)) {
        const name = printedName(section);
        for (const each of placed) expect(name.slice(each.start, each.end)).toBe(valueAt(each));
        expect(alone, name).toContain(between(name, placed).replace(/[\s:]/gu, ''));
      }
  });
});

describe('a stretch of a section', () => {
  const { tree } = parseGazette(`示例市人民政府关于河灯节的通知
各县、区人民政府:
一、准备
按照《示例市节庆办法》(示政规〔2020〕2号)备灯。
`);
  const section = listSectionLeaves(documentsOf(tree)[0]!).find(({ section: { address } }) => address === '1')!;
  const handBack = (words: string, of: 'heading' | 'text') => {
    const whole = of === 'heading' ? printedName(section.section) : section.section.text;
    const start = whole.indexOf(words);
    return leavesAt(section[of], { start, end: start + words.length }).map(({ leaf, ...cut }) => [
      leaf.type,
      leaf.value.slice(cut.start, cut.end),
    ]);
  };

  it('is handed back to the leaves that it lies in', () => {
    expect(handBack('照', 'text')).toEqual([['text', '照']]);
    expect(handBack('〔2020〕2号)备', 'text')).toEqual([
      ['citation', '〔2020〕2号'],
      ['text', ')备'],
    ]);
    expect(handBack('、准', 'heading')).toEqual([
      ['marker', '、'],
      ['text', '准'],
    ]);
  });
  it('that is empty lies in none', () => {
    expect(leavesAt(section.text, { start: 3, end: 3 })).toEqual([]);
  });
});
