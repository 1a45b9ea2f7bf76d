import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern, printPattern, splitPath } from './pattern';

const segment = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'));
const read = (pattern: string, path: string) => compilePattern(pattern)(splitPath(path));

test('what is printed reads back as the same parameters', () => {
  fc.assert(
    fc.property(segment, segment, fc.array(segment), (one, other, more) => {
      const single = { one, other };
      expect(read('/a/[one]/b/[other]', printPattern('/a/[one]/b/[other]', single))).toEqual(single);
      const some = { one, other: [other, ...more] };
      expect(read('/[one]/[...other]', printPattern('/[one]/[...other]', some))).toEqual(some);
      const any = { any: more };
      expect(read('/a/[[...any]]', printPattern('/a/[[...any]]', any))).toEqual(any);
    }),
  );
});

test.each([
  ['/a/[one]', '/a'],
  ['/a/[one]', '/a/b/c'],
  ['/a/[one]', '/%61/b'],
  ['/a/[one]', '/a/%'],
  ['/a/[...some]', '/a'],
  ['/a/[...some]', '/a/b/%00'],
  ['/', '/a'],
])('%s is not the pattern of %s', (pattern, path) => {
  expect(read(pattern, path)).toBeNull();
});
