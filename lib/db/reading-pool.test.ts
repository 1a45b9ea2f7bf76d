import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createClient, createReadingClient } from '@/lib/db/client';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { UNAVAILABLE_DIGEST } from '@/lib/search/errors';
import {
  asUnavailable,
  DatabaseUnavailable,
  isDatabaseUnavailable,
  makeReadingPool,
  type ReadingPoolOptions,
} from './reading-pool';

let database: TestDatabase;
const ending: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});
afterAll(async () => database.drop());

/** As the pool of another bundle throws it. */
const fromOtherBundle = () =>
  Object.assign(new Error('away'), { name: 'DatabaseUnavailable', digest: UNAVAILABLE_DIGEST, sqlState: null });

const limits = { max: 1, application_name: 'gongbao test', statement_timeout: 400 } satisfies ReadingPoolOptions;
const makePool = (options: Partial<ReadingPoolOptions> = {}, url = database.url) => {
  const pool = makeReadingPool(url, { ...limits, ...options });
  ending.push(() => pool.end());
  return pool;
};
const makePrisma = (options: Partial<ReadingPoolOptions> = {}, url = database.url) => {
  const client = createReadingClient(url, { ...limits, ...options });
  ending.push(() => client.$disconnect());
  return client;
};
/** Gives what a promise rejects with, and after how many milliseconds. */
async function fail(work: Promise<unknown>): Promise<{ error: unknown; after: number }> {
  const since = Date.now();
  const error = await work.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  return { error, after: Date.now() - since };
}
const nowhere = () => Object.assign(new URL(database.url), { port: '1' }).href;

describe('pages learn that the database is away by a marked error, also through Prisma', () => {
  const unavailable = { name: 'DatabaseUnavailable', digest: UNAVAILABLE_DIGEST };
  test('when nobody listens', async () => {
    expect(await fail(makePool({}, nowhere()).query('SELECT 1'))).toMatchObject({ error: unavailable });
    expect(await fail(makePrisma({}, nowhere()).citation.count())).toMatchObject({ error: unavailable });
    expect(await fail(makePrisma({}, nowhere()).$queryRaw`SELECT 1`)).toMatchObject({ error: unavailable });
  });

  test('when a table is locked: soon, while an ingest would wait', async () => {
    const [pool, prisma, ingest] = [makePool(), makePrisma({ statement_timeout: 5000 }), createClient(database.url)];
    ending.push(() => ingest.$disconnect());
    let waited: Promise<number> | undefined;
    await database.prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE "Citation" IN ACCESS EXCLUSIVE MODE`;
      waited = ingest.citation.count();
      const locked = await Promise.all([fail(pool.query('SELECT FROM "Citation"')), fail(prisma.citation.count())]);
      for (const { error, after } of locked) {
        expect(error).toMatchObject(unavailable);
        // 800 ms, on a busy machine more.
        expect(after).toBeLessThan(2500);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await waited).toBe(0);
  });

  test('when a statement takes too long', async () => {
    expect(await fail(makePool().query('SELECT pg_sleep(5)'))).toMatchObject({
      error: { ...unavailable, sqlState: '57014' },
    });
  });

  test('when the server is paused, and is right again when it goes on', async () => {
    const prisma = makePrisma();
    const [row] = await prisma.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS "pid"`;
    process.kill(row.pid, 'SIGSTOP');
    try {
      const { error, after } = await fail(prisma.citation.count());
      expect(error).toMatchObject(unavailable);
      expect(after).toBeLessThan(3000);
    } finally {
      process.kill(row.pid, 'SIGCONT');
    }
    expect(await prisma.citation.count()).toBe(0);
  });
});

test('an error is known by its digest, whichever bundle threw it', () => {
  expect(isDatabaseUnavailable(fromOtherBundle())).toBe(true);
  expect(asUnavailable(fromOtherBundle())).not.toHaveProperty('cause');
  expect(isDatabaseUnavailable(new Error('away'))).toBe(false);
});

test('a statement that the server refuses is another error', async () => {
  expect((await fail(makePool().query('SELECT nothing FROM nowhere'))).error).not.toBeInstanceOf(DatabaseUnavailable);
});

test('whoever would wait behind too many is refused at once; the others are served', async () => {
  const patient = { connectionTimeoutMillis: 10_000 };
  const [pool, prisma] = [makePool(patient), makePrisma(patient)];
  const nap = 'SELECT pg_sleep(0.01)::text';
  for (const ask of [() => pool.query(nap), () => prisma.$queryRawUnsafe(nap)]) {
    const answers = await Promise.all(Array.from({ length: 60 }, () => fail(ask())));
    const refused = answers.filter(({ error }) => error instanceof DatabaseUnavailable);
    const served = answers.filter(({ error }) => error === 'no error');
    expect([served.length >= 20, refused.length > 30, served.length + refused.length]).toEqual([true, true, 60]);
    const last = (some: typeof answers) => Math.max(...some.map(({ after }) => after));
    expect(last(refused)).toBeLessThan(last(served));
  }
});

test('a connection that is ended costs a reader nothing: the statement is run once more', async () => {
  const pool = makePool({ statement_timeout: 5000 });
  const slow = pool.query<{ here: number }>('SELECT 1 AS "here" FROM pg_sleep(0.7)');
  await vi.waitFor(async () => {
    const ended = await database.prisma.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend("pid") FROM pg_stat_activity
      WHERE "datname" = current_database() AND "application_name" = 'gongbao test' AND "state" = 'active'`;
    expect(ended).toHaveLength(1);
  });
  expect((await slow).rows).toEqual([{ here: 1 }]);
});
