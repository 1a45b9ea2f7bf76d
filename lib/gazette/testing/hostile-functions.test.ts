import { describe, expect, it, vi } from 'vitest';
import { fold } from '@/lib/gazette/words/chars';
import { readLines } from '@/lib/gazette/lines/read-lines';
import { Source } from '@/lib/gazette/source';
import { functionsOfGrammar } from './grammar';
import type { Rule } from './grammar';
import { hostilePieces, lineOf, overgrowth } from './growth';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

// A line of 100,000 characters must not hang a server. What grows with the square of a line is seen
// at 40,000 already (testing/growth.ts).
const rules = await functionsOfGrammar();
const folded = hostilePieces.map((piece) => fold(piece));

/**
 * What a function can be given that is made of one line; what takes anything else is fed by the
 * parse of whole texts below.
 */
const givers: Record<string, (line: string) => unknown> = {
  string: (line) => line,
  boolean: () => true,
  'ReadonlySet<string>': () => new Set(['示政发']),
  Source: (line) => new Source(line),
  Line: (line) => readLines(new Source(line))[0],
  'readonly Line[]': (line) => readLines(new Source(line)),
  'Line[]': (line) => readLines(new Source(line)),
  '{ before: string; behind: string }': (line) => ({ before: line, behind: line }),
};

const takesLines = ({ parameters }: Rule): boolean =>
  parameters.length > 0 &&
  parameters.every(({ type }) => type in givers) &&
  parameters.some(({ type }) => type !== 'boolean');

describe('every exported function that takes words', () => {
  const fed = rules.filter(takesLines);
  it('is found', () => expect(fed.map(({ name }) => name)).toContain('words/markers.ts readMarker'));

  it.each(fed.map((rule) => [rule.name, rule] as const))('%s: time grows with the line', (_, { call, parameters }) => {
    const slow = folded.flatMap((piece) => {
      const growth = overgrowth(lineOf(piece, '〓'), (line) => {
        const args = parameters.map(({ type }) => givers[type]!(line));
        return () => call(...args);
      });
      return growth ? [`${JSON.stringify(piece)}: ${growth}`] : [];
    });
    expect(slow).toEqual([]);
  });
});
