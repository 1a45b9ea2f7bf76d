import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '@/lib/addresses/testing/examples';
import { ROUTES } from '@/lib/addresses/routes';
import { traditionalUrl } from '@/lib/addresses/urls';
import { policyOf } from '@/lib/caching/policies';
import { loggablePath } from './loggable-path';

const WORD = encodeURIComponent('鸢尾暗语');
const patterns = Object.keys(ROUTES);

const logged = (path: string, status: number | null) => {
  const found = policyOf(path);
  return [found.route, loggablePath(path, found, status)];
};

/** Readers type numbers and words there; or their last word is free. */
const NEVER =
  /^\/(?:search|wenhao|card|sitemaps|api\/v1\/(?:wenhao|search|suggest|peek|share)|_next|check|display)|\/files\//;

describe('the path of a request in the log', () => {
  test.each(patterns)('is left out where it names nothing that is held: %s', (pattern) => {
    const path = pattern.replace(/\[+(?:\.\.\.)?\w+\]+/g, WORD);
    for (const each of [path, traditionalUrl(path)])
      for (const status of [301, 303, 307, 308, 400, 403, 404, 405, 431, 499, 500, 503, null])
        expect(logged(each, status)[1], `${each} ${status}`).toBeUndefined();
  });

  test.each(patterns.filter((pattern) => NEVER.test(pattern)))('is always left out: %s', (pattern) => {
    const path = pattern.replace(/\[+(?:\.\.\.)?\w+\]+/g, WORD);
    for (const each of [path, traditionalUrl(path)]) expect(logged(each, 200)[1]).toBeUndefined();
  });

  test('is shown for these routes alone', () => {
    const shown = Object.entries(EXAMPLES).flatMap(([pattern, { address }]) => {
      const path = encodeURI(address.split('?')[0]!);
      return logged(path, 200)[1] === undefined ? [] : pattern;
    });
    expect(shown).toEqual([
      '/zh-hant/[[...path]]',
      '/api/v1/documents/[municipality]/[document]/citations',
      '/[municipality]',
      '/[municipality]/documents.atom',
      '/[municipality]/documents.json',
      '/[municipality]/issues.atom',
      '/[municipality]/issues.json',
      '/[municipality]/corrections',
      '/[municipality]/corrections.atom',
      '/[municipality]/corrections.json',
      '/[municipality]/timeline',
      '/[municipality]/validity',
      '/[municipality]/validity.csv',
      '/[municipality]/validity.xlsx',
      '/[municipality]/validity.docx',
      '/[municipality]/validity.ics',
      '/[municipality]/validity.atom',
      '/[municipality]/validity.json',
      '/[municipality]/issues/[year]/[number]',
      '/[municipality]/[document]',
      '/[municipality]/[document]/web',
      '/[municipality]/[document]/feed.atom',
      '/[municipality]/[document]/feed.json',
      '/[municipality]/[document]/[section]/feed.atom',
      '/[municipality]/[document]/[section]/feed.json',
      '/[municipality]/[document]/[section]',
    ]);
  });

  test('is left out in every spelling but that of the portal itself', () => {
    for (const path of [`/${WORD}%`, '/%73hili', '/shili/', '//shili', '/shili/%73hizhengfa-2022-8'])
      expect(logged(path, 200)[1]).toBeUndefined();
  });

  test('names a document that was shown', () => {
    expect(logged('/shili/shizhengfa-2022-8', 200)).toEqual(['/[municipality]/[document]', '/shili/shizhengfa-2022-8']);
    expect(logged('/zh-hant/shili/timeline', 200)).toEqual([
      '/zh-hant/[municipality]/timeline',
      '/zh-hant/shili/timeline',
    ]);
  });
});

test('the name of a route is one of a few, whatever was asked', () => {
  const known = new Set([...patterns, ...patterns.map(traditionalUrl), 'none']);
  const paths = Object.values(EXAMPLES).map(({ address }) => encodeURI(address.split('?')[0]!));
  for (const path of [
    ...paths,
    `/${WORD}/${WORD}/${WORD}/${WORD}`,
    `/${WORD}.atom`,
    '/zh-hant',
    `/zh-hant/zh-hant/${WORD}`,
  ])
    expect(known).toContain(policyOf(path).route);
});
