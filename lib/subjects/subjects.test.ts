import { expect, test } from 'vitest';
import { SUBJECTS } from './subjects';
import { statedWordsOf, subjectsOf } from './subjects-of';

test('names are short words for an address, each once', () => {
  const names = SUBJECTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}{2,6}$/u);
});

test('no word means a subject twice, and none is empty', () => {
  for (const { name, stated, title } of SUBJECTS)
    for (const words of [stated.split(' '), title.split(' ')]) {
      expect(words, name).not.toContain('');
      expect(new Set(words).size, name).toBe(words.length);
    }
});

test.each([
  [{ title: '关于提高失业保险金标准的通知' }, ['社保']],
  [{ title: '关于提高标准的通知', agency: '示例市教育局' }, ['教育']],
  [{ title: '关于教育的通知', topic: '农业、林业、水利' }, ['农业农村']],
  [{ title: '关于教育的通知', topic: '其他' }, ['教育']],
  [{ title: '关于养老机构消防安全的通知' }, ['养老', '安全与应急']],
  [{ title: '示例市人民政府关于春节放假的通知', agency: '示例市人民政府', topic: '人民政府文件' }, []],
])('%j is of %j', (document, subjects) => {
  expect(subjectsOf(document)).toEqual(subjects);
});

test('a name that is no subject has no words', () => {
  expect(statedWordsOf('社保')).toContain('社会保险');
  expect(statedWordsOf('山羊')).toBeNull();
});
