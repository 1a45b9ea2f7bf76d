import { unstable_doesMiddlewareMatch as passesProxy } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { UNAVAILABLE_HEADER } from '@/lib/addresses/missing';
import { ROUTES, type RoutePattern } from '@/lib/addresses/routes';
import { EXAMPLES, LOOKALIKES } from '@/lib/addresses/testing/examples';
import { getClient } from '@/lib/db/client';
import { closeSearch, query } from '@/lib/db/search/sql/pool';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { config, proxy } from '@/proxy';

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

describe('where the database', () => {
  beforeAll(() => vi.spyOn(console, 'error').mockReturnValue());
  afterAll(() => vi.restoreAllMocks());

  const ask = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await proxy(new NextRequest(new URL(address, 'http://localhost:3000'), { headers }));
    const shown = answer.headers.get('x-middleware-rewrite');
    return {
      status: answer.status,
      page: shown === null ? 'its own' : new URL(shown).pathname,
      retryAfter: answer.headers.get('retry-after'),
    };
  };
  const shown = { status: 200, page: 'its own', retryAfter: null };
  const refused = { status: 503, page: '/unavailable', retryAfter: '30' };
  const withoutData = ['/keyboard', '/accessibility', '/check', '/search', '/search?sort=newest&page=2'];
  const withData = ['/', '/shi', '/wenhao', '/wenhao/示政发〔2022〕8号', '/search?q=社区', '/search?agency=示例市'];
  const held = ['/shili', '/shili/x', '/shili/x/web', '/shili/x/a', '/shili/issues/2023/1', '/shili/timeline'];

  describe('is away', () => {
    beforeAll(() => (process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'));
    test.each(withoutData)('%s is shown', async (address) => expect(await ask(address)).toEqual(shown));
    test.each([...withData, ...held])('%s is refused, with a time to ask again', async (address) =>
      expect(await ask(address)).toEqual(refused),
    );
  });

  describe('answers', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
      process.env.DATABASE_URL = database.url;
      process.env.DATABASE_POOL = process.env.SEARCH_POOL = '1';
    });
    afterAll(async () => {
      delete process.env.DATABASE_POOL;
      delete process.env.SEARCH_POOL;
      await closeSearch();
      await database.drop();
    });
    test.each([...withoutData, ...withData])('%s is shown', async (address) =>
      expect(await ask(address)).toEqual(shown),
    );
    test.each([...withoutData, ...withData, ...held])(
      '%s is refused where the gateway says that it is away',
      async (address) => expect(await ask(address, { [UNAVAILABLE_HEADER]: '1' })).toEqual(refused),
    );
    test('but the search has no connection left, only searches are refused', async () => {
      const slow = query('slow', 'SELECT pg_sleep(2)', []);
      expect(await ask('/search?q=社区')).toEqual(refused);
      expect(await ask('/')).toEqual(shown);
      expect(await ask('/search')).toEqual(shown);
      await slow;
      expect(await ask('/search?q=社区')).toEqual(shown);
    });
    test('but its tables are locked, pages are refused, and those without data shown', async () => {
      await database.prisma.$transaction(
        async (transaction) => {
          await transaction.$executeRaw`LOCK TABLE "Document" IN ACCESS EXCLUSIVE MODE`;
          for (const address of ['/', '/shili', '/search?q=社区']) expect(await ask(address)).toEqual(refused);
          for (const address of withoutData) expect(await ask(address)).toEqual(shown);
        },
        { timeout: 20_000 },
      );
      expect(await ask('/')).toEqual(shown);
    });
    test('but is paused, pages are refused soon, and shown when it goes on', async () => {
      const [row] = await getClient().$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS "pid"`;
      process.kill(row.pid, 'SIGSTOP');
      const since = Date.now();
      const asked = Promise.all(['/', '/shili', '/shili/x'].map((address) => ask(address)));
      const answers = await asked.finally(() => process.kill(row.pid, 'SIGCONT'));
      const after = Date.now() - since;
      expect(answers).toEqual(Array(3).fill(refused));
      expect(after).toBeLessThan(3000);
      expect(await ask('/')).toEqual(shown);
    });
  });
});
