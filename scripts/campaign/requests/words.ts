import { integer, pick, type Random } from '../../bench/search/random';

/** Pieces of which hostile texts are made. */
const PIECES = [
  ...[
    '社',
    '公报',
    '国办发〔2022〕5号',
    '第十条',
    '𠀀𪛖',
    '龘靐齉',
    '\u{323AF}',
    '〇',
    '　',
    '（',
    '）',
    '“',
    '”',
    '《',
    '》',
  ],
  ...[
    '"',
    "'",
    '\\',
    '%',
    '_',
    '*',
    '?',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '|',
    '&',
    '!',
    '-',
    '+',
    '~',
    ':',
    ';',
    '/',
    '<',
    '>',
    '=',
  ],
  ...[
    'OR',
    'AND',
    'NOT',
    'NEAR/3',
    '标题:',
    '文号:',
    'site:',
    '-"',
    '""',
    '(((',
    ')))',
    '--',
    '/*',
    "';",
    '$1',
    '${7*7}',
    '{{7}}',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u001b[31m',
    '\r\n',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ufffe',
    '\u0301\u0301\u0301',
    '\ud800',
    '👨‍👩‍👧‍👦',
  ],
  ...[
    '<script>alert(1)</script>',
    '\'; DROP TABLE "Portal"; --',
    '../../etc/passwd',
    'NaN',
    '-1',
    '1e999',
    '9'.repeat(40),
  ],
  ...[
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'true',
    '[object Object]',
    '2022-02-30',
    '0000-00-00',
    '%00',
    '%ff',
    '%',
  ],
];

/** Makes a text that no reader types. */
export function hostileText(random: Random): string {
  const kind = integer(random, 0, 9);
  if (kind === 0) return pick(random, PIECES).repeat(integer(random, 1, 400));
  if (kind === 1) return randomCharacters(random, integer(random, 1, 220));
  return Array.from({ length: integer(random, 1, kind === 2 ? 60 : 8) }, () => pick(random, PIECES)).join(
    pick(random, ['', ' ', '\t']),
  );
}

const RANGES: [from: number, to: number][] = [
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x3400, 0x4dbf],
  [0x20, 0x7e],
  [0, 0xffff],
];

function randomCharacters(random: Random, length: number): string {
  const [from, to] = pick(random, RANGES);
  return Array.from({ length }, () => String.fromCodePoint(integer(random, from, to))).join('');
}

/** Writes a text into an address: right, as raw bytes, with broken escapes, or twice. */
export function encode(random: Random, text: string): string {
  const readable = text.replace(/\p{Cs}/gu, '\ufffd');
  const right = encodeURIComponent(readable);
  const way = integer(random, 0, 9);
  if (way === 0) return encodeURIComponent(right);
  if (way === 1) return right.replaceAll('%', pick(random, ['%25', '%', '%u', '%%']));
  if (way === 2) return right.slice(0, integer(random, 0, right.length));
  if (way === 3) return right + pick(random, ['%', '%f', '%ff', '%c0%80', '%ed%a0%80', '%00', '%zz', '%0d%0a']);
  if (way === 4) return readable.replace(/[\s#]/g, '+');
  return right;
}
