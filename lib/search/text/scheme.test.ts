import { expect, test } from 'vitest';
import { gramsOf } from './grams';
import { ownScheme, searchScheme, sharedScheme } from './scheme';

const spellings = { 'text:0': { from: '樹', to: '树' }, 'text:00': { from: '養', to: '养' } };

test('the scheme of this program is what new columns say by default; a changed one needs another number', () => {
  expect(searchScheme).toBe(
    'text:1 character:1 pair:1 triple:1 year:1 month:1 day:1 municipality:1 issue:1 agency:1 genre:1 place:1 document:1 sound:1',
  );
});

test('schemes share the kinds that all have with the same number, older and newer ones', () => {
  const { has } = sharedScheme([searchScheme, 'text:1 character:1 pair:2 triple:1 year:1 voice:9']);
  expect(['character', 'pair', 'triple', 'year', 'month'].map((kind) => has(kind as 'pair'))).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
  expect(sharedScheme([]).has('day')).toBe(true);
  expect(sharedScheme(['']).has('pair')).toBe(false);
  expect(ownScheme.spelling).toBeNull();
});

test('former spellings add up', () => {
  const of = (text: string) => searchScheme.replace('text:1', text);
  expect(sharedScheme([of('text:0'), of('text:00'), searchScheme], spellings).spelling).toEqual({
    from: '樹養',
    to: '树养',
  });
  expect(sharedScheme([of('text:7')], spellings).spelling).toBeNull();
});

const without = (...kinds: string[]) =>
  sharedScheme([
    searchScheme
      .split(' ')
      .filter((word) => !kinds.includes(word.split(':')[0]!))
      .join(' '),
  ]);

test('a word is looked up by what all rows have', () => {
  expect(gramsOf('养老服务', without())).toEqual(gramsOf('养老服务'));
  expect(gramsOf('养老服务', without()).triples).toBe(2);
  expect(gramsOf('养老服务', without('triple'))).toMatchObject({ triples: 0, exact: false });
  expect(gramsOf('养老服务', without('triple')).codes).toHaveLength(3);
  expect(gramsOf('养老', without('triple'))).toEqual(gramsOf('养老'));
  expect(gramsOf('养老', without('pair'))).toMatchObject({
    exact: false,
    codes: [...'养老'].map((one) => gramsOf(one).codes[0]),
  });
  expect(gramsOf('养', without('character'))).toEqual({ codes: [], triples: 0, exact: false });
});

test('grams with a character that some rows spell otherwise are left out, and prove nothing', () => {
  const shared = sharedScheme([searchScheme.replace('text:1', 'text:0')], spellings);
  expect(gramsOf('行道树', shared)).toEqual({ codes: gramsOf('行道').codes, triples: 0, exact: false });
  expect(gramsOf('树', shared)).toEqual({ codes: [], triples: 0, exact: false });
  expect(gramsOf('种树', shared)).toEqual({ codes: gramsOf('种').codes, triples: 0, exact: false });
  expect(gramsOf('行道', shared)).toEqual(gramsOf('行道'));
});
