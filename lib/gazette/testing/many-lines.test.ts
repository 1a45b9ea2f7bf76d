import { describe, expect, it, vi } from 'vitest';
import { cutPhrasing } from '@/lib/gazette/citations/cut-phrasing';
import type { Mention, MentionContext } from '@/lib/gazette/citations/mention';
import { findTitleMentions } from '@/lib/gazette/citations/title-mentions';
import { listValidityClauses, parseGazette } from '@/lib/gazette/index';
import { Source } from '@/lib/gazette/source';
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
  const grows = (text: (length: number) => string, prepare: (text: string) => () => unknown): string | null =>
    overgrowth(text, prepare, { lengths: [200_000], most: 35 });

  it('lines that might be running heads', () => {
    const text = (length: number): string => `${'前'.repeat(61)}\n${fill('示例市公报汇编\n', length)}`;
    expect(grows(text, (each) => () => parseGazette(each))).toBeNull();
  });

  it('clauses on validity', () => {
    const text = (length: number): string => head + fill('本办法自2023年1月1日起施行,有效期五年。\n', length);
    const prepare = (each: string) => {
      const documents = documentsOf(parseGazette(each).tree);
      return () => documents.map(listValidityClauses);
    };
    expect(grows(text, prepare)).toBeNull();
  });

  it('titles beside numbers in one line', () => {
    const facts = (): MentionContext => ({ ownTitles: new Set(), known: new Set(), aliases: new Map() });
    const prepare = (folded: string) => {
      const numbers = [...folded.matchAll(/令/g)].map(({ index: start }): Mention => {
        const docNumber = { form: 'order', agencyCode: '令', serial: 1, canonical: '令第1号' } as const;
        return { start, end: start + 1, titleStart: start, citation: { docNumber, relation: 'cites' } };
      });
      return () => findTitleMentions({ texts: [], folded, printed: folded }, numbers, facts());
    };
    expect(grows((length) => fill('令、《甲》、', length), prepare)).toBeNull();
  });

  it('references in a paragraph of many lines', () => {
    const prepare = (text: string) => {
      const source = new Source(text);
      const texts = Array.from({ length: source.lineCount - 1 }, (_, at) => source.textNode(source.lineSpan(at + 1)));
      const printed = text.replaceAll('\n', '');
      const found = [...printed.matchAll(/《甲》/g)].map(({ index: start }): Mention => {
        return { start, end: start + 3, titleStart: start, citation: { title: '甲', relation: 'cites' } };
      });
      return () => cutPhrasing(source, { texts, folded: printed, printed }, [], found);
    };
    expect(grows((length) => fill('见《甲》,\n', length), prepare)).toBeNull();
  });
});
