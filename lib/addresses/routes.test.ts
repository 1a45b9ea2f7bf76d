import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leadsToPage, matchRoute, missingKind, readLink, ROUTES, type RoutePattern } from './routes';
import { documentSlug, municipalitySlugs } from './slugs';
import { EXAMPLES, LOOKALIKES } from './testing/examples';

const patterns = Object.keys(ROUTES) as RoutePattern[];
const rows = patterns.map((pattern) => ({
  pattern,
  ...ROUTES[pattern],
  path: EXAMPLES[pattern].address.split('?')[0]!,
}));
const byName = (one: string, other: string) => (one < other ? -1 : 1);

/** Files below app/ whose names Next knows, and the address that each answers. */
const METADATA: Record<string, string> = {
  'robots.ts': 'robots.txt',
  'sitemap.ts': 'sitemap.xml',
  'manifest.ts': 'manifest.webmanifest',
};

/** Takes a file; gives the address that it answers, null for one that answers none. */
function addressOf(folder: string, name: string): string | null {
  if (/^(?:page(?:\.dev)?\.tsx|route\.tsx?)$/.test(name)) return folder || '/';
  const served = /\.(?:tsx?|css)$/.test(name) ? METADATA[name] : name;
  return served === undefined ? null : `${folder}/${served}`;
}

test('the table has a row for every file that answers an address, and every row has a file', () => {
  const answered = ['app', 'public'].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => addressOf(parentPath.slice(root.length), name))
      .filter((address) => address !== null),
  );
  // Those of the build have no file here.
  const ofProject = patterns.filter((pattern) => !pattern.startsWith('/_next/'));
  expect(answered.sort(byName)).toEqual(ofProject.sort(byName));
});

test.each(rows)('$path is of the route $pattern', ({ pattern, path: example }) => {
  expect(matchRoute(example)?.pattern).toBe(pattern);
});

test('parameters are decoded, words are not', () => {
  expect(matchRoute('/wenhao/%E5%9B%BD%2F%E5%8F%91/1')?.params).toEqual({ spelling: ['国/发', '1'] });
  expect(matchRoute('/shili/issues/2023/1')?.params).toEqual({ municipality: 'shili', year: '2023', number: '1' });
  expect(matchRoute('/zh-hant')?.params).toEqual({ path: [] });
  expect(matchRoute('/shili/%')).toBeNull();
  expect(matchRoute('/shili/%00')).toBeNull();
});

test.each(LOOKALIKES)('%s never exists, and names nothing', (address) => {
  const route = matchRoute(address);
  expect(route && ROUTES[route.pattern].exists).toSatisfy((exists) => exists === null || exists === 'never');
  expect(missingKind(route)).toBe('page');
});

describe('a link', () => {
  test.each([
    ['/shili/shizhengfa-2022-8?q=x#a-1', '/[municipality]/[document]', 'a-1'],
    ['/api/v1/share?section=a-1', '/api/v1/share', ''],
    ['/icon.svgfoo', undefined, ''],
  ])('%s leads to %s', (href, pattern, fragment) => {
    expect(readLink(href)).toMatchObject({ fragment });
    expect(readLink(href)?.route?.pattern).toBe(pattern);
  });

  test.each([
    '#a-1',
    '?page=2',
    '',
    'mailto:a@example.com',
    '//example.com/shili',
    '/\\example.com',
    'https://example.com/',
  ])('%j leads to no address of the portal', (href) => {
    expect(readLink(href)).toBeNull();
    expect(leadsToPage(href)).toBe(false);
  });

  test('leads to a page, held or not, or to what programs read', () => {
    const toPages = rows.filter((row) => leadsToPage(row.path)).map(({ pattern }) => pattern);
    expect(toPages).toEqual(rows.filter(({ kind }) => kind === 'page').map(({ pattern }) => pattern));
    expect(leadsToPage('/nowhere/nothing#a')).toBe(true);
  });
});

test('no municipality and no document takes a word that other addresses have', () => {
  for (const slug of municipalitySlugs('石市')) {
    expect(matchRoute(`/${slug}`)?.pattern).toBe('/[municipality]');
    if (slug.endsWith('3')) break;
  }
  for (const title of ['Issues', 'Timeline']) {
    expect(matchRoute(`/shili/${documentSlug({ title })}`)?.pattern).toBe('/[municipality]/[document]');
  }
});
