import { describe, expect, it, vi } from 'vitest';
import { listSectionTexts, listValidityClauses, parseGazette } from '@/lib/gazette/index';
import { fill, overgrowth } from './growth';
import { brokenTiling, documentsOf } from './invariants';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 120_000 });

const head = '示例市人民政府文件\n示政发〔2023〕4号\n示例市人民政府关于印发《甲办法》的通知\n各区人民政府:\n';

describe('a text of very many lines', () => {
  it.each([
    ['headings', '一、甲\n'],
    ['lines of a paragraph', '甲,\n'],
  ])('%s: nothing overflows, nothing is lost', (_, piece) => {
    const text = head + fill(piece, 140_000 * 4);
    const { tree } = parseGazette(text);
    for (const document of documentsOf(tree)) listValidityClauses(document);
    expect(brokenTiling(text, tree).slice(0, 3)).toEqual([]);
  });

  it('only so many tables are rebuilt, the first ones', () => {
    const table = '序号\n项目\n单位\n1\n绿化\n万元\n2\n供水\n万元\n\n';
    const text = head + Array.from({ length: 600 }, (_, at) => `表${at + 1} 甲\n${table}`).join('');
    const reasons = documentsOf(parseGazette(text).tree).flatMap(({ children }) =>
      children.flatMap((part) => part.children.flatMap((block) => (block.type === 'table' ? [block.reason] : []))),
    );
    expect(reasons.slice(0, 100).every((reason) => reason === undefined)).toBe(true);
    expect(reasons.at(-1)).toBe('tooManyCells');
  });
});

describe('work that grows with a text, and not with its square', () => {
  /** Each is a text of some length. */
  const texts: Record<string, (length: number) => string> = {
    'titles and numbers in one line': (length) => head + fill('《甲法》和示政发〔2022〕4号、', length),
    'references in a paragraph of many lines': (length) => head + fill('根据《甲法》,\n', length),
    'marks of word processors between references': (length) => head + fill('[bookmark: a]《甲法》,\n', length),
    'lines that might be running heads': (length) => `${'前'.repeat(61)}\n${fill('示例市公报汇编\n', length)}`,
    'rules between rows': (length) => head + fill('|甲|乙|\n|---|---|\n', length),
    'clauses on validity': (length) => head + fill('本办法自2023年1月1日起施行,有效期五年。\n', length),
  };

  it.each(Object.entries(texts))('%s', (_, text) => {
    const read = (each: string): void => {
      for (const document of documentsOf(parseGazette(each).tree)) {
        listSectionTexts(document);
        listValidityClauses(document);
      }
    };
    expect(overgrowth(text, (each) => () => read(each), { lengths: [200_000], most: 35 })).toBeNull();
  });
});
