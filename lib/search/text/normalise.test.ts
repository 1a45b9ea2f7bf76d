import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normaliseWithOffsets, sourceRange } from './normalise';

/** Text as it is in gazettes, and soup. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '中',
      '国',
      'Ａ',
      'a',
      'B',
      '1',
      '２',
      ' ',
      '\u3000',
      '\n',
      '，',
      ',',
      '（',
      '(',
      '“',
      'ﬁ',
      '㈠',
      'é',
      'e',
      '\u0301',
      '😀',
      '𠮷',
      '\u200b',
      '\ud83d',
    ),
  }),
);

describe('normalise', () => {
  test.each([
    ['（一）', '(一)'],
    ['ＡＢＣ１２', 'abc12'],
    ['中 国\n　人', '中国人'],
    ['2023 年', '2023年'],
    ['New  York', 'new york'],
    ['养老服务，', '养老服务,'],
    ['“一老一小”', '"一老一小"'],
    ['本政发〔2022〕6号', '本政发[2022]6号'],
    ['  ', ''],
    ['①', '1'],
    ['二○二三年、二◯二三年', '二〇二三年、二〇二三年'],
    ['\ud83d', ''],
    ['e \u0301', 'e'],
    ['new \u0301york', 'new york'],
    ['e\u200b\u0301', 'e'],
  ])('makes %j %j', (source, expected) => {
    expect(normalise(source)).toBe(expected);
  });

  test('is the same when done twice', () => {
    fc.assert(fc.property(anyText, (text) => normalise(normalise(text)) === normalise(text)));
  });

  test('gives every unit a place in the source, in order', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, starts, ends } = normaliseWithOffsets(source);
        expect(starts).toHaveLength(text.length);
        for (let index = 0; index < text.length; index++) {
          expect(starts[index]).toBeLessThan(ends[index]!);
          if (index > 0) expect(starts[index]).toBeGreaterThanOrEqual(starts[index - 1]!);
        }
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  test('leads a hit back to words of the source that read the same', () => {
    const source = '推进 “一老\n一小” 服务（试行）。';
    const normalised = normaliseWithOffsets(source);
    const start = normalised.text.indexOf(normalise('一老一小'));
    const range = sourceRange(normalised, { start, end: start + 4 });
    expect(source.slice(range.start, range.end)).toBe('一老\n一小');
  });
});
