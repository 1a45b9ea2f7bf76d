import { docxOf, run } from '@/lib/source-files/testing/docx';
import { encodeGb18030 } from '@/lib/source-files/testing/gb18030';
import { integer, pick, randomFrom, seedOf, type Random } from '../../bench/search/random';
import { hostileText } from '../requests/words';

/** A file that no gazette is. */
export interface HostileFile {
  name: string;
  kind: string;
  content: Uint8Array;
}

const MAKERS = { text, bytes, html, markdown, docx, repeated, corrections } satisfies Record<string, Maker>;
type Maker = (random: Random, text: string) => { ending: string; content: Uint8Array | string };

/**
 * Makes hostile file number `at` of a seed, always the same.
 * @param texts of real issues, of which pieces are taken
 */
export function makeFile(seed: number, at: number, texts: readonly string[]): HostileFile {
  const random = randomFrom(seedOf(seed, 'file', at));
  const kind = pick(random, Object.keys(MAKERS) as (keyof typeof MAKERS)[]);
  const { ending, content } = MAKERS[kind](random, elsewhere(random, pick(random, texts)));
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name: ending.startsWith('.') ? nameOf(random, at) + ending : ending, kind, content: damage(random, bytes) };
}

/** Another city and another year, so that it is no other file's issue. */
const elsewhere = (random: Random, text: string): string =>
  text
    .replaceAll('示例', pick(random, ['乱码', '怪字', '坏档']))
    .replaceAll(/20\d\d/g, String(integer(random, 1950, 2060)));

const NAMES = [
  'a b',
  '公报',
  '-rf',
  "it's",
  '$(x)',
  'x\u001b[31m',
  'x\ny',
  'x\u202ey',
  '👨‍👩‍👧',
  'é',
  '%00',
  'q'.repeat(180),
  '..',
  'CON',
  "'; DROP",
];
const nameOf = (random: Random, at: number): string => `${at}${random() < 0.3 ? pick(random, NAMES) : ''}`;

/** Some files are cut off, or have bytes changed. */
function damage(random: Random, bytes: Uint8Array): Uint8Array {
  const way = integer(random, 0, 9);
  if (way === 0) return bytes.subarray(0, integer(random, 0, bytes.length));
  if (way > 2 || bytes.length === 0) return bytes;
  const damaged = Uint8Array.from(bytes);
  for (let count = integer(random, 1, 20); count > 0; count--)
    damaged[integer(random, 0, damaged.length - 1)] = integer(random, 0, 255);
  return damaged;
}

function text(random: Random, original: string): ReturnType<Maker> {
  let changed = original;
  for (let count = integer(random, 1, 30); count > 0; count--) {
    const from = integer(random, 0, changed.length);
    const to = Math.min(changed.length, from + integer(random, 0, 400));
    const piece = changed.slice(from, to);
    const put = pick(random, [
      '',
      piece + piece,
      hostileText(random),
      piece.replace(/\n/g, ''),
      [...piece].reverse().join(''),
      '\n'.repeat(50),
      `\n${'　'.repeat(300)}`,
      '\r',
      '\f',
    ]);
    changed = changed.slice(0, from) + put + changed.slice(to);
  }
  return { ending: '.txt', content: changed };
}

function bytes(random: Random, original: string): ReturnType<Maker> {
  const content = pick(random, [
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(original, 'utf16le')]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(original, 'utf16le').swap16()]),
    () => Buffer.from(original, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(original)]),
    () => Buffer.from(encodeGb18030(original.slice(0, 3000).replace(/[^\n -~一-龥]/g, ''))),
    () => Buffer.from(Array.from({ length: integer(random, 0, 5000) }, () => integer(random, 0, 255))),
    () => Buffer.alloc(integer(random, 0, 100_000)),
    () => Buffer.from(original.replaceAll('\n', pick(random, ['\r', '\r\n', '\u2028', '\u0085', '\0']))),
  ])();
  return { ending: pick(random, ['.txt', '.txt', '.html', '.md', '.docx']), content };
}

const TAGS = [
  'div',
  'p',
  'table',
  'tr',
  'td',
  'h1',
  'ul',
  'li',
  'br',
  'a',
  'script',
  'style',
  'template',
  'svg',
  'math',
  'select',
  'noscript',
  'iframe',
  'form',
  'pre',
  'body',
  'html',
];

function html(random: Random, original: string): ReturnType<Maker> {
  const lines = original.split('\n').slice(0, integer(random, 1, 200));
  const deep = random() < 0.2 ? integer(random, 100, 20_000) : 0;
  const tag = pick(random, TAGS);
  const body = lines.map((line) => {
    const around = pick(random, TAGS);
    const attributes =
      random() < 0.1
        ? ` colspan="${pick(random, ['9999999', '-1', '0', 'x'])}" rowspan="${pick(random, ['65534', '2'])}"`
        : '';
    return `<${around}${attributes}>${line}${random() < 0.8 ? `</${around}>` : ''}${random() < 0.05 ? hostileText(random) : ''}`;
  });
  return {
    ending: pick(random, ['.html', '.htm']),
    content: `<html><body>${`<${tag}>`.repeat(deep)}${body.join('\n')}`,
  };
}

function markdown(random: Random, original: string): ReturnType<Maker> {
  const lines = original.split('\n').slice(0, integer(random, 1, 200));
  const starts = ['# ', '####### ', '> ', '- ', '1. ', '| ', '```', '    ', '<div>', '[^1]: ', '---', '* * *'];
  const head = pick(random, [
    () => '',
    () => `---\n${'a: &a [*a]\n'.repeat(integer(random, 1, 50))}---\n`,
    () => `---\n${'['.repeat(integer(random, 1, 5_000))}\n---\n`,
    () => '> '.repeat(integer(random, 1, 5_000)),
    () => `|${' a |'.repeat(integer(random, 1, 2_000))}\n|${'-|'.repeat(integer(random, 1, 2_000))}\n`,
    () => '- '.repeat(integer(random, 1, 3_000)),
    () => '[a]('.repeat(integer(random, 1, 5_000)),
    () => '*_'.repeat(integer(random, 1, 10_000)),
  ])();
  return {
    ending: pick(random, ['.md', '.markdown']),
    content: head + lines.map((line) => (random() < 0.3 ? pick(random, starts) : '') + line).join('\n'),
  };
}

function docx(random: Random, original: string): ReturnType<Maker> {
  const lines = original.split('\n').slice(0, integer(random, 1, 150));
  const escaped = (line: string): string =>
    random() < 0.95 ? line.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : hostileText(random);
  const paragraph = (line: string): string => `<w:p>${run(escaped(line))}</w:p>`;
  const deep = random() < 0.3 ? integer(random, 2, 2_000) : 0;
  const opened = pick(random, [
    '<w:tbl><w:tr><w:tc>',
    '<w:sdt><w:sdtContent>',
    '<w:ins>',
    '<w:txbxContent>',
    '<mc:AlternateContent><mc:Choice>',
  ]);
  const closed = opened
    .match(/[\w:]+/g)!
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
  const inner = lines.map(paragraph).join('');
  return {
    ending: '.docx',
    content: docxOf(opened.repeat(deep) + inner + (random() < 0.9 ? closed.repeat(deep) : '')),
  };
}

const TOKENS = [
  '（',
  '《',
  '“',
  '第一条',
  '一、',
  '〔2022〕1号',
  '示政发〔2022〕8号、',
  '|',
  '1',
  '示例市人民政府',
  '2022年1月1日',
  '\t',
  '　',
  '附件：',
  '目录\n',
  '一、标题\n',
  '（一）\n',
  '第一章 总则\n',
  '示政发〔2022〕8号\n',
  '|a|b|\n',
  '1.1.1.1.1 \n',
  '。',
  '\u0301',
  '根据《办法》（国办发〔2022〕5号）第一条第二款，',
];

function repeated(random: Random, original: string): ReturnType<Maker> {
  const token = pick(random, TOKENS);
  const times = Math.floor(integer(random, 1_000, 200_000) / token.length);
  const at = integer(random, 0, original.length);
  return {
    ending: pick(random, ['.txt', '.txt', '.md', '.html']),
    content: original.slice(0, at) + token.repeat(times) + original.slice(at),
  };
}

function corrections(random: Random): ReturnType<Maker> {
  const value = (): string =>
    pick(random, [
      hostileText(random),
      JSON.stringify(hostileText(random)),
      '[1, 2]',
      '{a: b}',
      '',
      '乱政发〔2022〕8号',
      '!!js/function x',
      '2024-02-30',
      '&a *a',
    ]);
  const entry = (): string =>
    `  - ${pick(random, ['in', 'printed', 'document', 'words', 'x'])}: ${value()}\n    ${pick(random, ['means', 'right', 'by', 'day'])}: ${value()}\n    source: ${value()}\n`;
  const list = (): string =>
    `${pick(random, ['citations', 'misprints', 'repeals', 'x'])}:\n${Array.from({ length: integer(random, 0, 5) }, entry).join('')}`;
  const content = pick(random, [
    list,
    () => '['.repeat(20_000),
    () => 'a: '.repeat(5_000),
    () => `a: &a [${'*a,'.repeat(100)}]`,
    () => list() + list(),
  ])();
  return { ending: 'corrections.yml', content };
}
