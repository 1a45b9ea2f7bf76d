import { expect, test } from 'vitest';
import type { StatedFacts } from './entry';
import { matchRows } from './match-rows';

const nothing: StatedFacts = {
  docNumber: null,
  title: null,
  indexNumber: null,
  topic: null,
  validity: null,
  signedOn: null,
  publishedOn: null,
  url: null,
};
const document = (docNumber: string | null, title: string, printedNumber: string | null = null) => ({
  docNumber,
  title,
  printedNumber,
  signedOn: '2023-03-01',
});
const planting = document('示政发〔2023〕1号', '示例市人民政府关于做好春季植树工作的通知');
const rivers = document('示政发〔2023〕2号', '示例市人民政府关于清理河道的通知');
const nameless = document(null, '示例市人民政府关于夏季防汛工作的通知');

test.each<[string, Partial<StatedFacts>, number | null, string | null]>([
  ['nothing but the file', {}, 0, null],
  ['its number', { docNumber: '示政发〔2023〕1号' }, 0, null],
  ['another number', { docNumber: '示政发〔2023〕11号' }, null, 'number'],
  ['its title without the agency', { title: '关于做好春季植树工作的通知' }, 0, null],
  ['another title', { title: '关于清理河道的通知' }, null, 'title'],
  ['its number with another title', { docNumber: '示政发〔2023〕1号', title: '关于清理河道的通知' }, 0, 'title'],
  ['another number with its title', { docNumber: '示政发〔2023〕2号', title: planting.title }, null, 'number'],
  ['another signing day', { signedOn: '2023-03-02' }, 0, 'day'],
])('a row about a text with one document that names %s', (_what, row, at, doubt) => {
  const [match] = matchRows([{ ...nothing, ...row }], [planting], null);
  expect(match).toEqual({ document: at === null ? null : planting, doubt });
});

test.each<[string, Partial<StatedFacts>, object | null, string | null]>([
  ['nothing but the file', {}, null, 'whole'],
  ['the issue', { title: '示例市人民政府公报2023年第1号' }, null, 'whole'],
  ['a number', { docNumber: '示政发〔2023〕2号' }, rivers, null],
  ['a number and the title of another', { docNumber: '示政发〔2023〕2号', title: planting.title }, rivers, 'title'],
  ['a title', { title: '关于清理河道的通知' }, rivers, null],
  [
    'a number that the text does not print, and a title',
    { docNumber: '示政发〔2023〕3号', title: nameless.title },
    nameless,
    null,
  ],
  [
    'a wrong number, and the title of a numbered one',
    { docNumber: '示政发〔2023〕3号', title: rivers.title },
    null,
    'none',
  ],
  ['no title of it', { title: '关于别的事情的通知' }, null, 'none'],
])('a row about an issue that names %s', (_what, row, expected, doubt) => {
  const [match] = matchRows([{ ...nothing, ...row }], [planting, rivers, nameless], '示例市人民政府公报2023年第1号');
  expect(match).toEqual({ document: expected, doubt });
});

test('a number that was corrected fits as it was printed, too', () => {
  const corrected = document('示政发〔2023〕12号', planting.title, '示政发〔2023〕1号');
  for (const docNumber of ['示政发〔2023〕12号', '示政发〔2023〕1号'])
    expect(matchRows([{ ...nothing, docNumber }], [corrected], null)).toEqual([{ document: corrected, doubt: null }]);
});

test('two documents of one number need a title; two rows that differ are about none', () => {
  const reprint = { ...rivers, title: '示例市人民政府关于河长的通知' };
  const number = { ...nothing, docNumber: rivers.docNumber };
  const documents = [rivers, reprint];
  expect(matchRows([number, { ...number, title: reprint.title }], documents, null)).toEqual([
    { document: null, doubt: 'several' },
    { document: reprint, doubt: null },
  ]);
  const rows = [nothing, { ...nothing, topic: '农业' }];
  expect(matchRows(rows, [planting], null).map(({ doubt }) => doubt)).toEqual(['twice', 'twice']);
  expect(matchRows([nothing, nothing], [planting], null).map(({ doubt }) => doubt)).toEqual([null, null]);
});
