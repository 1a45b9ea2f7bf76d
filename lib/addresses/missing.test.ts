import { describe, expect, it } from 'vitest';
import { missingTitle } from './missing';
import { matchRoute, missingKind } from './routes';

describe('what an address names that is not held', () => {
  it.each([
    ['nosuchcity', 'municipality'],
    ['shili/issues/2099/1', 'issue'],
    ['shili/issues/2099', 'page'],
    ['shili/shizhengfa-2099-1', 'document'],
    ['shili/shizhengfa-2022-8/a-99', 'section'],
    ['shili/shizhengfa-2022-8/a-1/b', 'page'],
    ['nosuchcity/timeline', 'municipality'],
    ['shili/timeline/2023', 'page'],
    ['shili/shizhengfa-2099-1/web', 'document'],
    ['search/what', 'page'],
    ['wenhao/什么', 'number'],
  ])('%s is a %s', (address, kind) => {
    expect(missingKind(matchRoute(`/${address}`))).toBe(kind);
  });

  it('a header that says nothing known gives the title of any page', () => {
    expect(missingTitle(null)).toBe('没有这个页面');
    expect(missingTitle('toString')).toBe('没有这个页面');
    expect(missingTitle('section')).toBe('未找到这一节');
  });
});
