import { describe, expect, test } from 'vitest';
import { changeDisplay, displayAttributes, parseDisplay, printDisplay, returnPath } from './display-settings';

describe('the cookie of a reader', () => {
  test('reads back as it was written', () => {
    const settings = changeDisplay(parseDisplay(undefined), [
      ['size', 'large'],
      ['theme', 'dark'],
      ['elder', 'on'],
    ]);
    expect(printDisplay(settings)).toBe('size=large&theme=dark&elder=on');
    expect(parseDisplay(printDisplay(settings))).toEqual(settings);
  });

  test('is empty when all is as usual', () => {
    expect(printDisplay(parseDisplay(undefined))).toBe('');
    expect(printDisplay(changeDisplay(parseDisplay('size=large'), [['size', 'medium']]))).toBe('');
  });

  test.each(['', 'size', 'size=huge&theme=%00', '%%%', 'size=large;Path=/', '__proto__=x&constructor=y'])(
    '%j is as usual: a bad value spoils nothing',
    (cookie) => {
      expect(parseDisplay(cookie)).toEqual(parseDisplay(undefined));
    },
  );

  test('a form changes what it names, and nothing else', () => {
    const before = parseDisplay('size=large&face=hei');
    expect(changeDisplay(before, [['face', 'song']])).toEqual({ ...before, face: 'song' });
    expect(changeDisplay(before, [['size', new Blob([])]])).toEqual(before);
  });

  test('the page bears what is not as usual', () => {
    expect(displayAttributes(parseDisplay(''))).toEqual({});
    expect(displayAttributes(parseDisplay('elder=on&elderSize=large&keys=off'))).toEqual({
      'data-elder': 'on',
      'data-elder-size': 'large',
      'data-keys': 'off',
    });
  });
});

test.each([
  ['http://localhost:3000/shili/shizhengfa-2023-5', '/shili/shizhengfa-2023-5'],
  ['https://gongbao.example/search?q=%E5%85%BB%E8%80%81&page=2#hits', '/search?q=%E5%85%BB%E8%80%81&page=2'],
  [null, '/'],
  ['', '/'],
  ['/shili', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['http://localhost:3000//evil.example/', '/'],
  ['http://localhost:3000/\\evil.example/', '/'],
  ['http://localhost:3000/a/..//evil.example', '/'],
  ['http://a\nb/\t/evil.example', '/'],
])('from %j a choice leads back to %s', (referer, path) => {
  expect(returnPath(referer)).toBe(path);
});
