import { describe, expect, it, vi } from 'vitest';
import { fold } from '@/lib/gazette/words/chars';
import { patternsOfGrammar } from './grammar';
import { hostilePieces, lineOfRuns, overgrowth } from './growth';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

// A line of 100,000 characters must not hang a server. What grows with the square of a line is seen
// at 40,000 already (testing/growth.ts).
const patterns = await patternsOfGrammar();

const folded = hostilePieces.map((piece) => fold(piece));

describe('every regular expression of the grammar', () => {
  it('is found', () => {
    const names = patterns.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('lines/line-kinds.ts:')).length).toBeGreaterThan(5);
    expect(names.filter((name) => name.startsWith('new RegExp')).length).toBeGreaterThan(20);
  });

  /** The words that a pattern is made of: a line of them is what it nearly matches. */
  const ownPieces = ({ source }: RegExp): string[] => {
    const words = [...new Set(source.match(/[\u3400-\u9fff]{1,8}/g) ?? [])];
    return [...words.slice(0, 3), words.slice(0, 20).join('')].filter(Boolean);
  };

  it('takes time that grows with the line and not with its square', () => {
    const slow = patterns.flatMap(({ name, pattern }) => {
      // From every place of the line, as a search does; what is anchored is over at once.
      const everywhere = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`);
      for (const piece of [...folded, ...ownPieces(pattern)]) {
        const growth = overgrowth(lineOfRuns(piece), (line) => () => line.replace(everywhere, ''));
        if (growth) return [`${name} on ${JSON.stringify(piece)}…: ${growth}`];
      }
      return [];
    });
    expect(slow).toEqual([]);
  });
});
