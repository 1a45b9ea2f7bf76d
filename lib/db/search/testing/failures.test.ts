import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { createClient, getClient } from '@/lib/db/client';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { listArrivals } from '@/lib/db/queries/feeds/feeds';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { respondWithData, respondWithSearchFeed, respondWithTable } from '@/lib/export/site/responses';
import type { SearchRequest } from '@/lib/search/engine';
import { isSearchTimeout, isSearchUnavailable } from '@/lib/search/errors';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
});
afterEach(() => {
  process.env.DATABASE_URL = database.url;
  vi.restoreAllMocks();
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});

const requestOf = (q: string): SearchRequest => searchRequest(parseSearchParams({ q }));
const search = (q = '养老') => engine.search(requestOf(q));

/** Everything that an engine does but `search`. */
const others: Record<string, () => Promise<unknown>> = {
  findArrivals: () => engine.findArrivals(requestOf('养老'), 10),
  listHits: () => engine.listHits(requestOf('养老'), 10)[Symbol.asyncIterator]().next(),
  suggest: () => engine.suggest('养老'),
  findAlternatives: () => engine.findAlternatives(requestOf('扬老服务')),
  findNumber: () => engine.findNumber({ agencyCode: '示政发', year: 2022, serial: 9 }),
};
const errorOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => 'no error',
    (error: unknown) => error,
  );
const respond = async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const settings = { siteUrl: 'https://gongbao.example', siteName: '示例公报' };
  const feed = { format: 'atom', listArrivals } as const;
  const responses = [respondWithSearchFeed, respondWithData, respondWithTable].map(async (each) => {
    const { status, headers } = await each(engine, new Request('http://localhost/any?q=养老'), settings, feed);
    return [status, headers.get('retry-after')];
  });
  return Promise.all(responses);
};

/** Runs `work` while reading a section or a document takes longer than a statement may. */
async function whileSlow(work: () => Promise<void>): Promise<void> {
  const tables = ['Section', 'Document'];
  const run = async (statements: string[]) =>
    database.prisma.$transaction(statements.map((statement) => database.prisma.$executeRawUnsafe(statement)));
  await run(
    tables.flatMap((table) => [
      `ALTER TABLE "${table}" RENAME TO "${table}Itself"`,
      `CREATE VIEW "${table}" AS SELECT row.* FROM pg_sleep(20), "${table}Itself" row`,
    ]),
  );
  try {
    await work();
  } finally {
    await run(tables.flatMap((table) => [`DROP VIEW "${table}"`, `ALTER TABLE "${table}Itself" RENAME TO "${table}"`]));
  }
}

/** Runs `work` while somebody else holds the tables. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE "Section", "Document" IN ACCESS EXCLUSIVE MODE`;
      await work();
    },
    { timeout: 25_000 },
  );
}

describe('a search that takes too long is given up', () => {
  test('and says so, and the next one runs', async () => {
    await whileSlow(async () => {
      const [answer, responses] = await Promise.all([search(), respond()]);
      // Apart: all at once would wait for connections.
      const errors = await Promise.all(Object.values(others).map(errorOf));
      expect(answer).toMatchObject({ timedOut: true, documents: [], total: { sections: 0 } });
      expect(responses).toEqual(Array(3).fill([503, '60']));
      expect(Object.keys(others).filter((_, at) => !isSearchTimeout(errors[at]))).toEqual([]);
    });
    expect(await search()).toMatchObject({ timedOut: false, total: { sections: 5 } });
  });
});

describe('a database whose tables are locked', () => {
  test('is as if away within a second, and the next search runs', async () => {
    await whileLocked(async () => {
      const since = Date.now();
      const all = { search, ...others };
      const [responses, ...errors] = await Promise.all([respond(), ...Object.values(all).map(errorOf)]);
      expect(Date.now() - since).toBeLessThan(3000);
      expect(responses).toEqual(Array(3).fill([503, '30']));
      expect(Object.keys(all).filter((_, at) => !isSearchUnavailable(errors[at]))).toEqual([]);
    });
    expect(await search()).toMatchObject({ timedOut: false, total: { sections: 5 } });
  });
});

describe('a database that is away', () => {
  /** Nobody listens there. */
  const elsewhere = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };
  test.each<[string, (url: URL) => void]>([
    ['refuses the connection', (url) => (url.port = '1')],
    ['is not there', (url) => (url.pathname = '/gongbao_of_nobody')],
  ])('%s: everything rejects with SearchUnavailable, and programs are told when to come back', async (_, change) => {
    process.env.DATABASE_URL = elsewhere(change);
    const all = { search, ...others };
    const errors = await Promise.all(Object.values(all).map(errorOf));
    expect(Object.keys(all).filter((__, at) => !isSearchUnavailable(errors[at]))).toEqual([]);
    expect(await respond()).toEqual(Array(3).fill([503, '30']));
    process.env.DATABASE_URL = database.url;
    expect(await search()).toMatchObject({ timedOut: false, total: { sections: 5 } });
  });

  const endConnections = async (client: ReturnType<typeof createClient>) =>
    client.$queryRaw`SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'gongbao search'`;

  test('and goes while a statement runs: the search fails, the next one runs', async () => {
    const other = createClient(database.url);
    await whileLocked(async () => {
      const failed = errorOf(search);
      await vi.waitFor(async () => {
        const [row] = await other.$queryRaw<[{ waiting: number }]>`
          SELECT count(*)::int AS "waiting" FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
        expect(row.waiting).toBeGreaterThan(0);
      });
      await endConnections(other);
      expect(await failed).toSatisfy(isSearchUnavailable);
    });
    await other.$disconnect();
    expect(await search()).toMatchObject({ timedOut: false });
  });

  test('and is back before the next search: that one gets new connections', async () => {
    await search();
    await endConnections(database.prisma);
    await vi.waitFor(async () => expect(await search()).toMatchObject({ timedOut: false, total: { sections: 5 } }));
  });
});

test('a statement that the database refuses is neither', async () => {
  const { query } = await import('@/lib/db/search/sql/pool');
  const error = await errorOf(() => query('wrong', 'SELECT nothing FROM nowhere', []));
  expect([error instanceof Error, isSearchTimeout(error), isSearchUnavailable(error)]).toEqual([true, false, false]);
});
