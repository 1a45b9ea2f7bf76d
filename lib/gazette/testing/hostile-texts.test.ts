import { describe, expect, it, vi } from 'vitest';
import { listSectionTexts, parseGazette } from '@/lib/gazette/index';
import { fill, hostilePieces, lineOf, overgrowth, workOf } from './growth';
import { brokenTiling, documentsOf } from './invariants';
import { sampleText } from './texts';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

// A line of 100,000 characters must not hang a server. What grows with the square of a line is seen
// at 40,000 already (testing/growth.ts).

describe('a text of one piece', () => {
  const head = '示例市人民政府文件\n示政发〔2023〕4号\n示例市人民政府关于印发《甲办法》的通知\n各区人民政府:\n';
  /** How the piece stands in the text. */
  const layouts: Record<string, (piece: string) => (length: number) => string> = {
    'one line': (piece) => lineOf(piece, '〓'),
    'one line below a head': (piece) => (length) => `${head}一、${fill(piece, length)}`,
    'a line each': (piece) => (length) => head + fill(`${piece}\n`, length),
  };
  /**
   * Lines cost more than what stands in one; and from some lines on they are a table, which is
   * looked for up to a limit. A line alone is read as one below a head is.
   */
  const limits: Record<string, Parameters<typeof overgrowth>[2]> = {
    'one line': { lengths: [10_000] },
    'a line each': { lengths: [10_000], most: 60 },
  };

  it.each(hostilePieces.map((piece) => [JSON.stringify(piece), piece]))(
    '%s loses no character, in time that grows with it',
    (_, piece) => {
      const slow = Object.entries(layouts).flatMap(([name, text]) => {
        const sample = text(piece)(1000);
        expect(brokenTiling(sample, parseGazette(sample).tree).slice(0, 3)).toEqual([]);
        const read = (each: string): void => {
          for (const document of documentsOf(parseGazette(each).tree)) listSectionTexts(document);
        };
        const growth = overgrowth(text(piece), (each) => () => read(each), limits[name]);
        return growth ? [`${name}: ${growth}`] : [];
      });
      expect(slow).toEqual([]);
    },
  );
});

describe('the work of a parse', () => {
  it('grows as the text grows, and not with its square', { retry: 2 }, () => {
    // Eight times the text may cost fourteen times: room for caches and the collector, none for a
    // square (64).
    const text = sampleText('shili-2023-1').repeat(2);
    const best = (source: string): number => Math.min(...[1, 2, 3].map(() => workOf(() => parseGazette(source))));
    parseGazette(text.repeat(8));
    expect(best(text.repeat(8)) / best(text)).toBeLessThan(14);
  });
});
