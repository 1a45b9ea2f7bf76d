import { describe, expect, it } from 'vitest';
import { addressKey, countedQuery, splitTarget } from './address-key';
import { entityTag, fitsEntityTag, printState, type PortalState } from './validators';

const state: PortalState = { build: 'b', settings: 's', identity: 'i', revision: '7', day: '2026-11-30' };
const key = addressKey({ path: '/benxi', query: '' }, 'size=large');
const tag = entityTag(printState(state, 'data'), key);

describe('the entity tag', () => {
  it('is another one for every other state, address and display choice', () => {
    const others = [
      ...(Object.keys(state) as (keyof PortalState)[]).map((name) =>
        entityTag(printState({ ...state, [name]: 'other' }, 'data'), key),
      ),
      entityTag(printState(state, 'data'), addressKey({ path: '/benxi', query: '?page=2' }, 'size=large')),
      entityTag(printState(state, 'data'), addressKey({ path: '/benxi', query: '' }, '')),
    ];
    expect(new Set([tag, ...others]).size).toBe(others.length + 1);
  });

  it('does not depend on the data where the answer is made of the build alone', () => {
    const [one, other] = ['7', '8'].map((revision) => printState({ ...state, revision }, 'build'));
    expect(one).toBe(other);
    expect(printState({ ...state, settings: 'other' }, 'build')).not.toBe(one);
  });

  it('is found in a list, whatever its strength', () => {
    expect(fitsEntityTag(tag, tag)).toBe(true);
    expect(fitsEntityTag(`"x", ${tag.slice(2)}`, tag)).toBe(true);
    for (const header of [undefined, '', '*', '"x"', 'W/"x"']) expect(fitsEntityTag(header, tag)).toBe(false);
  });
});

describe('the key of an address', () => {
  const policy = { parameters: ['q', 'page'] };

  it('has the parameters that count, in one order', () => {
    expect(countedQuery('page=2&utm_source=x&q=%E5%85%BB+%E8%80%81', policy)).toBe('?q=%E5%85%BB+%E8%80%81&page=2');
    expect(countedQuery('q=a&q=b', policy)).toBe('?q=a&q=b');
    expect(countedQuery('from=timeline', policy)).toBe('');
    expect(countedQuery('%=%&q', policy)).toBe('?q=');
  });

  it('keeps one name that programs may not send', () => {
    const strict = { ...policy, others: 'refused' as const };
    expect(countedQuery('a=1&q=x&b=2', strict)).toBe('?q=x&a=');
    expect(countedQuery('q=x', strict)).toBe('?q=x');
  });

  it('is made of addresses below the root only', () => {
    expect(splitTarget('/a?b#c')).toEqual({ path: '/a', query: 'b' });
    for (const target of ['*', 'http://elsewhere/', '', 'a']) expect(splitTarget(target)).toBeNull();
  });
});
