import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '@/lib/db/client';
import { ingestPaths, type IngestOptions } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { clearDatabase, createTestDatabase, withDatabaseName, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText } from '@/lib/db/testing/texts';
import { closeRevision, readRevision } from './revision';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  folder = await makeIngestFolder();
  await clearDatabase(database.prisma);
  process.env.DATABASE_URL = database.url;
});
afterEach(async () => folder.clear());
afterAll(async () => {
  await closeRevision();
  await database.drop();
});

const numberOf = ({ revision }: { revision: string }): number => Number(revision.split('-')[0]);
/** By how much `work` raises the number. */
async function raisedBy(work: () => Promise<unknown>): Promise<number> {
  const before = await readRevision();
  await work();
  const after = await readRevision();
  expect(after.identity).toBe(before.identity);
  expect(after.revision === before.revision).toBe(numberOf(after) === numberOf(before));
  return numberOf(after) - numberOf(before);
}
const ingest = async (options: Partial<IngestOptions> = {}) => {
  const report = await ingestPaths([folder.path], { prisma: database.prisma, ...options });
  expect(report.files.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(report.corrections.flatMap(({ errors }) => errors)).toEqual([]);
};
const rivers = (body: string) =>
  issueText(2023, 1, [
    { number: '示政发〔2023〕2号', title: '示例市人民政府关于清理河道的通知', body: ['一、范围', body] },
  ]);
const flood = documentText({
  title: '示例市人民政府关于夏季防汛工作的通知',
  body: ['一、值守', '按示政发〔2023〕22号值守。'],
});
const corrections = `misprints:
  - printed: 示政发〔2023〕2号
    right: 示政发〔2023〕12号
    source: 示例市人民政府办公室来函
`;

test('every table raises the revision but those that say nothing to readers', async () => {
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT "relname" AS "name" FROM pg_class
    WHERE "relkind" IN ('r', 'p') AND "relnamespace" = current_schema()::regnamespace AND NOT EXISTS (
      SELECT FROM pg_trigger WHERE "tgrelid" = pg_class."oid" AND "tgfoid" = '"raiseRevision"'::regproc AND "tgenabled" = 'O'
        -- after each statement: insert, delete, update, truncate
        AND "tgtype" = (4 | 8 | 16 | 32) AND "tgqual" IS NULL AND "tgattr"::text = '')
    ORDER BY 1`;
  expect(rows.map(({ name }) => name)).toEqual([
    // What an index has still to take over. Hits are read here.
    'IndexChange',
    // When and how files were ingested, for operators.
    'IngestRun',
    // It holds the revision.
    'Portal',
    // It does so when an index has taken something over, or searches ask another one.
    'SearchIndex',
    // What rows are made from. It changes nothing that is made of it.
    'SourceBytes',
    // Says which migrations were applied. One that changes rows raises the revision by those.
    '_prisma_migrations',
  ]);
});

test('holds one row, from its birth on', async () => {
  const rows = await database.prisma.portal.findMany();
  expect(rows).toHaveLength(1);
  await expect(database.prisma.portal.create({ data: { id: 2 } })).rejects.toThrow(/Portal_one_row/);
});

describe('raised', () => {
  test('by a new file and by the count after it, once each', async () => {
    await folder.write('1.txt', rivers('全市河道。'));
    expect(await raisedBy(ingest)).toBe(2);
    await folder.write('2.txt', flood);
    await folder.write('3.txt', rivers('全市河道。').replaceAll('2023年第1号', '2023年第2号'));
    expect(await raisedBy(ingest)).toBeGreaterThanOrEqual(2);
  });

  test('by a changed file, corrections, their removal, removal of a file, and a count of terms', async () => {
    await folder.write('1.txt', rivers('全市河道。'));
    await folder.write('2.txt', flood);
    await ingest();
    await folder.write('1.txt', rivers('城区河道。'));
    expect(await raisedBy(ingest)).toBe(1);
    await folder.write('corrections.yml', corrections);
    expect(await raisedBy(ingest)).toBe(1);
    await folder.remove('corrections.yml');
    expect(await raisedBy(ingest)).toBe(1);
    expect(await raisedBy(() => refreshStatistics(database.prisma, { always: true }))).toBe(1);
    const named = [{ named: '2.txt', path: folder.at('2.txt') }];
    expect(await raisedBy(() => removeSources(database.prisma, named))).toBeGreaterThanOrEqual(1);
  });

  test('by a truncation, by a file that moved, and by what cascades', async () => {
    await folder.write('1.txt', rivers('全市河道。'));
    await ingest();
    await folder.move('1.txt', 'a/first.txt');
    expect(await raisedBy(ingest)).toBe(1);
    expect(await raisedBy(() => database.prisma.$executeRaw`TRUNCATE "SearchTerm"`)).toBe(1);
    expect(await raisedBy(() => database.prisma.sourceFile.deleteMany())).toBe(1);
  });

  test('in a transaction whose first raise was taken back to a savepoint', async () => {
    const work = database.prisma.$transaction.bind(database.prisma);
    const raised = await raisedBy(() =>
      work(async (transaction) => {
        await transaction.$executeRaw`SAVEPOINT "before"`;
        await transaction.citedNumber.create({ data: cited('示政发〔2023〕1号') });
        await transaction.$executeRaw`ROLLBACK TO "before"`;
        await transaction.citedNumber.create({ data: cited('示政发〔2023〕2号') });
        await transaction.citedNumber.create({ data: cited('示政发〔2023〕3号') });
      }),
    );
    expect(raised).toBe(1);
  });

  test('also where a session says that it was raised', async () => {
    const raised = await raisedBy(() =>
      database.prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`SELECT set_config('gongbao.raised', '1', false)`;
        await transaction.citedNumber.create({ data: cited('示政发〔2023〕1号') });
      }),
    );
    expect(raised).toBe(1);
  });
});

describe('not raised', () => {
  test('by an ingest of what is held, nor by a dry run', async () => {
    await folder.write('1.txt', rivers('全市河道。'));
    await folder.write('2.txt', flood);
    await folder.write('corrections.yml', corrections);
    await ingest();
    await ingest();
    expect(await raisedBy(ingest)).toBe(0);
    expect(await raisedBy(() => refreshStatistics(database.prisma))).toBe(0);
    await folder.write('1.txt', rivers('城区河道。'));
    expect(await raisedBy(() => ingest({ dryRun: true }))).toBe(0);
  });

  test('by a statement that finds no row, nor by what is rolled back, wholly or to a savepoint', async () => {
    const { prisma } = database;
    expect(await raisedBy(() => prisma.citation.deleteMany({ where: { id: -1 } }))).toBe(0);
    const failed = prisma.$transaction([
      prisma.citedNumber.create({ data: cited('示政发〔2023〕1号') }),
      prisma.$queryRaw`SELECT 1/0`,
    ]);
    expect(await raisedBy(() => failed.catch(() => undefined))).toBe(0);
    const raised = await raisedBy(() =>
      prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`SAVEPOINT "before"`;
        await transaction.citedNumber.create({ data: cited('示政发〔2023〕1号') });
        await transaction.$executeRaw`ROLLBACK TO "before"`;
      }),
    );
    expect(raised).toBe(0);
  });
});

const cited = (docNumber: string) => ({ docNumber, agencyCode: '示政发', documents: 1, mentions: 1, held: false });

test('new data is never seen under an old number, nor old data under a new one', async () => {
  const writers = [1, 2].map((writer) => {
    const url = new URL(database.url);
    url.searchParams.set('application_name', `writer${writer}`);
    return createClient(url.href);
  });
  let isWriting = true;
  const write = async (writer: (typeof writers)[number], agencyCode: string) => {
    for (let at = 1; at <= 40; at++) {
      await writer.$transaction(async (transaction) => {
        await transaction.citedNumber.create({ data: { ...cited(`${agencyCode}〔2023〕${at}号`), agencyCode } });
        if (at % 3 === 0) await transaction.$executeRaw`SELECT pg_sleep(0.002)`;
      });
    }
  };
  const start = numberOf(await readRevision());
  const seen: [revision: number, rows: number][] = [];
  const read = async () => {
    while (isWriting) {
      const [row] = await database.prisma.$queryRaw<[{ revision: bigint; rows: bigint }]>`
        SELECT "revision", (SELECT count(*) FROM "CitedNumber") AS "rows" FROM "Portal"`;
      seen.push([Number(row.revision) - start, Number(row.rows)]);
    }
  };
  const readers = [read(), read()];
  await Promise.all(writers.map((writer, at) => write(writer, `示${at}发`)));
  isWriting = false;
  await Promise.all(readers);
  await Promise.all(writers.map((writer) => writer.$disconnect()));
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter(([revision, rows]) => revision !== rows)).toEqual([]);
  expect(numberOf(await readRevision()) - start).toBe(80);
});

test('a copy of a database has another identity, and a renamed one its own', async () => {
  const original = await createTestDatabase();
  const name = new URL(original.url).pathname.slice(1);
  const [copy, renamed] = [0, 1].map(() => `gongbao_test_${randomBytes(6).toString('hex')}`);
  const of = async (url: string) => {
    process.env.DATABASE_URL = url;
    const read = await readRevision();
    await closeRevision();
    return read;
  };
  const before = await of(original.url);
  expect(before.revision).toMatch(/^[1-9]\d*-[0-9a-f]{12}$/);
  await original.prisma.$disconnect();
  await database.prisma.$executeRawUnsafe(`CREATE DATABASE ${copy} TEMPLATE ${name}`);
  const ofCopy = await of(withDatabaseName(database.url, copy!));
  expect(ofCopy.identity).not.toBe(before.identity);
  await database.prisma.$executeRawUnsafe(`DROP DATABASE ${copy}`);
  await database.prisma.$executeRawUnsafe(`ALTER DATABASE ${name} RENAME TO ${renamed}`);
  expect(await of(withDatabaseName(database.url, renamed!))).toEqual(before);
  await database.prisma.$executeRawUnsafe(`DROP DATABASE ${renamed}`);
});

test('a database that is not there, not migrated or locked is told soon', async () => {
  process.env.DATABASE_URL = withDatabaseName(database.url, 'gongbao_of_nobody');
  await expect(readRevision()).rejects.toThrow(/gongbao_of_nobody/);
  process.env.DATABASE_URL = withDatabaseName(database.url, 'postgres');
  await expect(readRevision()).rejects.toThrow(/Portal/);
  process.env.DATABASE_URL = database.url;
  await database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE "Portal" IN ACCESS EXCLUSIVE MODE`;
      const since = Date.now();
      await expect(readRevision()).rejects.toThrow();
      expect(Date.now() - since).toBeLessThan(3000);
    },
    { timeout: 10_000 },
  );
  await readRevision();
});
