import { unstable_doesMiddlewareMatch as passesProxy } from 'next/experimental/testing/server';
import { expect, test } from 'vitest';
import { ROUTES, type RoutePattern } from '@/lib/addresses/routes';
import { EXAMPLES, LOOKALIKES } from '@/lib/addresses/testing/examples';
import { config } from '@/proxy';

// Not among the unit tests, which share their modules: Next, once loaded, changes the console.
const rows = (Object.keys(ROUTES) as RoutePattern[]).map((pattern) => ({
  pattern,
  ...ROUTES[pattern],
  path: EXAMPLES[pattern].address.split('?')[0]!,
}));

test('only addresses that need no decision pass by the proxy', () => {
  const decided = rows.filter(
    ({ exists, pattern, kind }) => exists !== 'itself' || (pattern.includes('[') && kind !== 'asset'),
  );
  expect(rows.filter((row) => passesProxy({ config, url: row.path })).map(({ pattern }) => pattern)).toEqual(
    decided.map(({ pattern }) => pattern),
  );
  expect(LOOKALIKES.filter((address) => !passesProxy({ config, url: address }))).toEqual([]);
});
