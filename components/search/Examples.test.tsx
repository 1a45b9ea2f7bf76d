import { expect, test } from 'vitest';
import { chooseExamples } from './Examples';

const entry = (docNumber: string | null, title: string) => ({
  title,
  docNumber,
  document: { id: 1, slug: 'a', title, docNumber, genre: null, agency: null, signedOn: null },
});

test('examples are made from documents that are held: a typed number, a written one, and what a title is about', () => {
  expect(
    chooseExamples([
      entry('示政发〔2024〕1号', '示例市人民政府关于公布清理结果的决定'),
      entry('示政办发〔2024〕2号', '示例市人民政府办公室关于印发《示例市节约用水实施方案》的通知'),
    ]),
  ).toEqual(['示政发 2024 1', '示政办发〔2024〕2号', '公布清理结果']);
});

test('an entry that is not held is no example', () => {
  expect(chooseExamples([{ title: '甲', docNumber: '示政发〔2024〕1号', document: null }])).toEqual([]);
});

test.each([
  ['示例市人民政府关于印发《示例市进一步稳定就业若干举措》的通知', '稳定就业'],
  ['示例市人民政府办公室关于推进公共图书馆延时开放的实施意见', '公共图书馆延时开放'],
])('the subject of %s', (title, subject) => {
  expect(chooseExamples([entry(null, title)])).toEqual([subject]);
});
