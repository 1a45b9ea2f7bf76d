import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '@/lib/search/text/normalise';
import { makeSnippet, markWords } from './snippet';

const marked = ({ text, marks }: { text: string; marks: { start: number; end: number }[] }) =>
  marks.map(({ start, end }) => text.slice(start, end));

describe('makeSnippet', () => {
  test('shows a short text whole', () => {
    expect(makeSnippet('发展养老服务。', ['养老'])).toEqual({
      text: '发展养老服务。',
      marks: [{ start: 2, end: 4 }],
      cutBefore: false,
      cutAfter: false,
    });
  });

  test('cuts a long text around the place where most words meet', () => {
    const source = `养老。${'甲'.repeat(300)}发展养老和托育服务。${'乙'.repeat(300)}`;
    const snippet = makeSnippet(source, ['养老', '托育']);
    expect(marked(snippet)).toEqual(['养老', '托育']);
    expect(snippet).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(snippet.text.length).toBeLessThanOrEqual(90);
  });

  test('marks what is broken over lines in the source', () => {
    expect(marked(makeSnippet('发展养\n老服务', ['养老']))).toEqual(['养\n老']);
  });

  test('looks at a stretch of a long text alone, and finds the same there', () => {
    const filler = '甲乙丙丁。'.repeat(200);
    const source = `${filler}养老在此。${filler}发展养\n老和托育服务。${filler}养老和托育。${filler}`;
    expect(marked(makeSnippet(source, ['养老', '托育']))).toEqual(['养老', '托育']);
    expect(marked(makeSnippet(`${filler}发展养\n老服务。${filler}`, ['养老']))).toEqual(['养\n老']);
    // A letter with its accent is another letter.
    expect(marked(makeSnippet(`${filler}cafe\u0301${filler}cafe${filler}`, ['cafe']))).toEqual(['cafe']);
  });

  test('does not cut a word in two that was found', () => {
    const snippet = makeSnippet(`养老${'甲'.repeat(87)}养老服务`, ['养老']);
    expect(marked(snippet)).toEqual(['养老', '养老']);
  });

  test('begins at the beginning when nothing is found', () => {
    const snippet = makeSnippet(`  ${'甲'.repeat(200)}`, ['乙']);
    expect(snippet).toMatchObject({ marks: [], cutBefore: false, cutAfter: true });
  });

  test('marks only what reads like one of the words, for any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('养', '老', '，', ' ', '\n', 'Ａ', 'a', '😀', '甲乙丙丁戊己庚辛'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('养老', '老', 'aa', '😀', '老,养'), (source, word) => {
        const snippet = makeSnippet(source, [word], 40);
        expect(source).toContain(snippet.text);
        expect(snippet.marks.length > 0).toBe(normalise(source).includes(word));
        for (const [index, { start, end }] of snippet.marks.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(snippet.marks[index - 1]?.end ?? 0);
          expect(end).toBeLessThanOrEqual(snippet.text.length);
        }
      }),
    );
  });
});

test('markWords joins marks that overlap', () => {
  expect(markWords('养老服务', ['养老服', '服务'])).toEqual([{ start: 0, end: 4 }]);
});
