import { describe, expect, it, vi } from 'vitest';
import { functionsOfGrammar, patternsOfGrammar } from './testing/grammar';
import type { Rule } from './testing/grammar';
import { fill, hostileEnds, hostilePieces, lineOf, longLine, overgrowth, workOf } from './testing/growth';

// Room for a machine that does other work at the same time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

// A line of 100,000 characters must not hang a server: what grows with the square of such a line takes minutes. The grammar is
// loaded while its regular expressions are collected, so nothing here imports it at the top.
const patterns = await patternsOfGrammar();
const rules = await functionsOfGrammar();
const { fold } = await import('./chars');
const { readLines } = await import('./lines');
const { Source } = await import('./source');
const { listSectionTexts, parseGazette } = await import('./index');
const { brokenTiling, documentsOf } = await import('./testing/invariants');
const { sampleText } = await import('./testing/texts');

const folded = hostilePieces.map((piece) => fold(piece));

describe('every regular expression of the grammar', () => {
  it('is found', () => {
    const names = patterns.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('lines.ts:')).length).toBeGreaterThan(5);
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
      for (const piece of [...folded, ...ownPieces(pattern)])
        for (const end of hostileEnds) {
          const growth = overgrowth(lineOf(piece, end), (line) => () => line.replace(everywhere, ''));
          if (growth) return [`${name} on ${JSON.stringify(piece)}…${end}: ${growth}`];
        }
      return [];
    });
    expect(slow).toEqual([]);
  });
});

/** What a function can be given that is made of one line; what takes anything else is fed by the parse of whole texts below. */
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
  it('is found', () => expect(fed.map(({ name }) => name)).toContain('markers.ts readMarker'));

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

describe('a text of one piece', () => {
  const head = '示例市人民政府文件\n示政发〔2023〕4号\n示例市人民政府关于印发《甲办法》的通知\n各区人民政府:\n';
  /** How the piece stands in the text. */
  const layouts: Record<string, (piece: string) => (length: number) => string> = {
    'one line': (piece) => lineOf(piece, '〓'),
    'one line below a head': (piece) => (length) => `${head}一、${fill(piece, length)}`,
    'a line each': (piece) => (length) => head + fill(`${piece}\n`, length),
  };
  /** Lines cost more than what stands in one; and from some lines on they are a table, which is looked for up to a limit. */
  const limitsOf = (layout: string) => (layout === 'a line each' ? { lengths: [longLine / 10], most: 60 } : {});

  it.each(hostilePieces.map((piece) => [JSON.stringify(piece), piece]))(
    '%s loses no character, in time that grows with it',
    (_, piece) => {
      const slow = Object.entries(layouts).flatMap(([name, text]) => {
        const sample = text(piece)(longLine / 100);
        expect(brokenTiling(sample, parseGazette(sample).tree).slice(0, 3)).toEqual([]);
        const read = (each: string): void => {
          for (const document of documentsOf(parseGazette(each).tree)) listSectionTexts(document);
        };
        const growth = overgrowth(text(piece), (each) => () => read(each), limitsOf(name));
        return growth ? [`${name}: ${growth}`] : [];
      });
      expect(slow).toEqual([]);
    },
  );
});

describe('the work of a parse', () => {
  it('grows as the text grows, and not with its square', { retry: 2 }, () => {
    // Eight times the text may cost fourteen times: room for caches and the collector, none for a square (64).
    const text = sampleText('shili-2023-1').repeat(2);
    const best = (source: string): number => Math.min(...[1, 2, 3].map(() => workOf(() => parseGazette(source))));
    parseGazette(text.repeat(8));
    expect(best(text.repeat(8)) / best(text)).toBeLessThan(14);
  });
});
