import { expect, test } from 'vitest';
import { normalise } from './normalise';
import { listTerms } from './terms';

test('words and pairs of neighbouring words, of letters alone', () => {
  const terms = listTerms('示例市人民政府关于推进养老服务的意见（2023年）');
  for (const term of ['养老', '服务', '养老服务', '意见']) expect(terms.get(term)).toBe(term);
  for (const term of terms.keys()) expect(term).toMatch(/^\p{L}{2,10}$/u);
});

test('nothing begins or ends with a word of grammar', () => {
  for (const term of listTerms('关于养老的意见和关于托育的办法').keys())
    expect(term).not.toMatch(/^(?:的|和|关于)|(?:的|和|关于)$/u);
});

test('words keep their writing, and are found by their folded form', () => {
  const terms = listTerms('关于加强 著作\n权保护的WIFI、Wifi建设');
  expect(terms.get(normalise('著作权'))).toBe('著作权');
  expect(terms.get('wifi')).toBe('WIFI');
});
