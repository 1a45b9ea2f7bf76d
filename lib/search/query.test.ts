import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listTyped, parseQuery, WORDS_LIMIT } from './query';

test.each([
  ['养老 服务', ['养老', '服务'], []],
  ['养老　服务', ['养老', '服务'], []],
  ['“养老 服务” 托育', ['养老服务', '托育'], []],
  ['"养老', ['养老'], []],
  ['养老 -托育', ['养老'], ['托育']],
  ['养老 -"托育 机构"', ['养老'], ['托育机构']],
  ['2018—2020', ['2018-2020'], []],
  ['2018-2020', ['2018-2020'], []],
  ['养老 养老', ['养老'], []],
  ['-', ['-'], []],
  ['""', [], []],
  ['  ', [], []],
  ['-托育', [], ['托育']],
])('reads %j as words %j without %j', (text, words, excluded) => {
  const query = parseQuery(text);
  expect([listTyped(query.words), query.excluded]).toEqual([words, excluded]);
});

test.each([
  ['标题:养老', { title: ['养老'], words: [] }],
  ['標題：「養老 服務」 床位', { title: ['养老服务'], words: ['床位'] }],
  ['机关:卫生健康委 年:2022', { agency: ['卫生健康委'], years: { from: 2022, to: 2022 } }],
  ['年份：2018—2022年', { years: { from: 2018, to: 2022 } }],
  ['年:去年', { years: null, words: ['年:去年'] }],
  ['年:2022-2018', { years: null }],
  ['文号:示政发2022-9 绿化', { docNumber: { canonical: '示政发〔2022〕9号' }, words: ['绿化'] }],
  ['文号:甲', { docNumber: null, words: ['文号:甲'] }],
  ['标题:', { title: [], words: ['标题:'] }],
  ['-标题:养老', { title: [], excluded: ['标题:养老'] }],
  ['本文标题:养老', { title: [], words: ['本文标题:养老'] }],
  ['示政發〔2022〕9號', { number: { canonical: '示政发〔2022〕9号' } }],
  ['文號:示政發2022-9', { docNumber: { canonical: '示政发〔2022〕9号' } }],
  ['示政发(2022)9号', { number: { canonical: '示政发〔2022〕9号' } }],
])('reads the fields of %j', (text, query) => {
  const { words, title, agency, ...rest } = parseQuery(text);
  const typed = { words: listTyped(words), title: listTyped(title), agency: listTyped(agency) };
  expect({ ...rest, ...typed }).toMatchObject(query);
});

test.each([
  ['养老|托育', [['养老', '托育']]],
  ['养老 | 托育 服务', [['养老', '托育'], ['服务']]],
  ['养老 OR 托育 ｜ 助餐', [['养老', '托育', '助餐']]],
  ['“养老 服务” 或者 “托育”', [['养老服务', '托育']]],
  ['"甲乙"|"丙丁"', [['甲乙', '丙丁']]],
  ['养老 或者 托育', [['养老'], ['或者'], ['托育']]],
  ['养老|养老', [['养老']]],
  ['| 养老 |', [['养老']]],
  ['OR 养老', [['or'], ['养老']]],
  ['养老 OR', [['养老'], ['or']]],
  ['养老 OR 标题:甲', [['养老'], ['or']]],
  ['a or b', [['a'], ['or'], ['b']]],
])('reads %j as words of alternatives %j', (text, words) => {
  expect(parseQuery(text).words.map(({ typed }) => typed)).toEqual(words);
});

test('fields and minus govern what is joined to their word', () => {
  expect(parseQuery('标题:养老|托育').title.map(({ typed }) => typed)).toEqual([['养老', '托育']]);
  expect(parseQuery('-养老|托育')).toMatchObject({ words: [], excluded: ['养老', '托育'] });
  expect(parseQuery('年:2021|2022')).toMatchObject({ years: null });
});

test('reads anything, in bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const query = parseQuery(text);
      const words = [...query.words.flatMap(({ typed }) => typed), ...query.excluded];
      expect(words.length).toBeLessThanOrEqual(WORDS_LIMIT);
      expect(words).not.toContain('');
      for (const { typed, also } of query.words) expect(typed.length + also.length).toBeLessThanOrEqual(WORDS_LIMIT);
    }),
  );
});
