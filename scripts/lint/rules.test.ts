import { describe, expect, test } from 'vitest';
import { findLongSentences } from './doc-comments';
import { findRepeatedNames } from './exported-names';
import { findSecondWords, listWords } from './interface-words';
import { findOversized } from './sizes';

const file = (path: string, text: string) => ({ path, text });

describe('a name that two files export', () => {
  test.each([
    ['functions', 'export function place() {}', 'export const place = 1;'],
    ['types', 'export interface Place {}', 'export type Place = string;'],
    ['what is taken apart', 'export const { place, other: [found] } = here;', 'export class found {}'],
    ['a type and a function', 'export type judge = 1;', 'export async function judge() {}'],
  ])('%s', (_, one, other) => {
    expect(findRepeatedNames([file('lib/a.ts', one), file('lib/b.ts', other)])).toHaveLength(1);
  });

  test('is said with both files', () => {
    expect(
      findRepeatedNames([file('lib/b.ts', 'export const x = 1;'), file('app/a.ts', 'export const x = 2;')]),
    ).toEqual(['x is exported by app/a.ts and lib/b.ts: give one of them another name.']);
  });

  test.each([
    ['asked for by Next', 'app/a/page.tsx', 'export const metadata = {};', 'app/b/page.tsx'],
    ['a node and its component', 'lib/gazette/ast.ts', 'export interface Table {}', 'components/gazette/Table.tsx'],
    ['help for tests', 'lib/testing/a.ts', 'export const cell = 1;', 'lib/b.ts'],
    ['a bench', 'scripts/bench/a.ts', 'export const run = 1;', 'lib/b.ts'],
    ['a default', 'app/a.tsx', 'export default function Page() {}', 'app/b.tsx'],
    ['exported anew', 'lib/index.ts', "export { Table } from './table'; export type { Row } from './row';", 'lib/x.ts'],
    ['not exported', 'lib/a.ts', 'const hidden = 1;', 'lib/b.ts'],
  ])('may be: %s', (_, path, text, other) => {
    const again = /Table/.test(text) && other.startsWith('components') ? 'export function Table() {}' : text;
    expect(findRepeatedNames([file(path, text), file(other, again)])).toEqual([]);
  });

  test('a node has one component', () => {
    const node = file('lib/gazette/ast.ts', 'export interface Table {}');
    const component = file('components/gazette/Table.tsx', 'export function Table() {}');
    expect(findRepeatedNames([node, component, file('lib/table.ts', 'export const Table = 1;')])).toHaveLength(1);
  });
});

describe('sizes', () => {
  const lines = (count: number) => 'line\n'.repeat(count);
  test('a file above 400 lines', () => {
    expect(findOversized([file('app/styles/a.css', lines(401))])).toEqual([
      'app/styles/a.css has 401 lines, more than 400: split it by what it does.',
    ]);
    expect(findOversized([file('lib/a.ts', lines(400)), file('lib/a.test.ts', lines(900))])).toEqual([]);
  });

  test('a long comment of a style sheet, inside a block too', () => {
    const long = 'x'.repeat(100);
    expect(findOversized([file('a.css', `/* ${long} */\n.a { content: '${long}' }\n/* one\n ${long} */`)])).toEqual([
      'a.css:1 is a comment of 106 columns, more than 100.',
      'a.css:4 is a comment of 104 columns, more than 100.',
    ]);
  });
});

describe('the first sentence of a doc comment', () => {
  const doc = (comment: string, declaration = 'export const x = 1;') => [
    file('lib/a.ts', `${comment}\n${declaration}`),
  ];
  const words = (count: number) => 'word '.repeat(count).trim();

  test('has at most 15 words', () => {
    expect(findLongSentences(doc(`/** ${words(16)}. */`))).toEqual([
      'lib/a.ts:2 has a first sentence of 16 words, more than 15.',
    ]);
    expect(findLongSentences(doc(`/**\n * ${words(8)}\n * ${words(8)}. More.\n */`))).toHaveLength(1);
  });

  test.each([
    ['short', `/** ${words(15)}. ${words(20)}. */`],
    ['an example behind a colon', `/** ${words(10)}: ${words(20)}. */`],
    ['Chinese is one word', `/** ${words(14)} 关于印发《示例市绿化办法》的通知。 */`],
    ['code is one word', `/** ${words(14)} \`a b c d\`. */`],
  ])('%s', (_, comment) => {
    expect(findLongSentences(doc(comment))).toEqual([]);
  });

  test('of what is not exported is free', () => {
    expect(findLongSentences(doc(`/** ${words(30)}. */`, 'const x = 1;'))).toEqual([]);
  });
});

describe('words of the interface', () => {
  const said = (text: string, path = 'components/document/ShareBox.tsx') => [file(path, text)];

  test('they are listed as they stand together', () => {
    const text = 'export const A = ({ n }: { n: number }) => <p title="说明">共 {n} 节<b>{`第 ${n} 页`}</b></p>; // 注';
    expect(listWords(said(text)).map(({ words }) => words)).toEqual(['共 … 节', '说明', '第 … 页']);
    expect(listWords(said(text, 'lib/gazette/words.ts'))).toEqual([]);
  });

  test.each(['听读', '有效性', '分享这一节', '被引用 {3} 处', '括号怎么写都行'])(
    'a second word is reported: %s',
    (words) => {
      expect(findSecondWords(said(`export const A = () => <p>${words}</p>;`))).toHaveLength(1);
    },
  );

  test.each(['分享到…', '被引用 {3} 次', '下一处', '改动 {3} 处'])('the word itself is not: %s', (words) => {
    expect(findSecondWords(said(`export const A = () => <p>${words}</p>;`))).toEqual([]);
  });
});
