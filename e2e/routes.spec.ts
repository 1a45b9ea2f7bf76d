import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROUTES, type RoutePattern } from '@/lib/addresses/routes';
import { EXAMPLES, LOOKALIKES } from '@/lib/addresses/testing/examples';
import { problemSchema } from '@/lib/export/data/data-response';
import { expect, test } from './support/fixtures';

const mediaType = (headers: Record<string, string>) => headers['content-type']?.split(';', 1)[0] ?? null;

test('every row of the table of routes answers as the table says', async ({ request }) => {
  for (const pattern of Object.keys(ROUTES) as RoutePattern[]) {
    const { address, status, type } = EXAMPLES[pattern];
    const response = await request.get(address, { maxRedirects: 0 });
    expect.soft({ status: response.status(), type: mediaType(response.headers()) }, address).toEqual({ status, type });
  }
});

test('what only looks like the address of a route is not found, and says so', async ({ request }) => {
  for (const address of LOOKALIKES) {
    const response = await request.get(address);
    expect.soft(response.status(), address).toBe(404);
    // Programs are told in JSON.
    if (/^\/api(?:\/|$)/.test(address)) {
      expect.soft(problemSchema.parse(await response.json()).error, address).not.toBe('');
      continue;
    }
    const html = await response.text();
    expect.soft(html, address).toContain('<title>没有这个页面 · 公报</title>');
    expect.soft(html, address).toMatch(/<h1>没有这个页面<\/h1>/);
  }
});

// What is made with the build never changes again, and has the settings of the build.
test('the build makes no answer but the icon', () => {
  const manifest = readFileSync(path.join('.next-test', 'prerender-manifest.json'), 'utf8');
  const { routes, dynamicRoutes } = JSON.parse(manifest) as Record<'routes' | 'dynamicRoutes', Record<string, unknown>>;
  // The second is for errors of the frame itself.
  expect(Object.keys(routes).sort()).toEqual(['/_global-error', '/icon.svg']);
  expect(dynamicRoutes).toEqual({});
});
