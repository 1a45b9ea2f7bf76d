import { expect, test } from 'vitest';
import { printable } from './printable';

test.each([
  ['escape sequences of a terminal', '\u001b[2J甲.txt', '\\u{1b}[2J甲.txt'],
  ['line ends', '甲\r\n乙\u2028丙', '甲\\u{d}\\u{a}乙\\u{2028}丙'],
  ['controls of the second set', '\u009b2J', '\\u{9b}2J'],
  ['marks that turn the direction', '甲\u202etxt.exe', '甲\\u{202e}txt.exe'],
  ['half a character', '甲\ud800', '甲\\u{d800}'],
])('%s are written by their numbers', (_, text, printed) => {
  expect(printable(text)).toBe(printed);
});

test('everything else stays: 公报 2023年, 𠀀, é, blanks', () => {
  const text = '公报 2023年第1期（总第5期）𠀀 é\u3000.txt';
  expect(printable(text)).toBe(text);
});
