import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { migrate } from '@/lib/db/migrate';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { recount, sorted } from '@/lib/db/testing/recount';
import { makeTestBackup, type TestBackup } from '@/lib/db/backup/testing/backup-file';
import { ADDRESSES, BEFORE_ITS_NUMBER, ingestHistory } from '@/lib/db/backup/testing/history';
import { readAll } from '@/lib/db/backup/testing/readings';
import { rewriteBackup } from '@/lib/db/backup/testing/rewrite-backup';
import { COMPUTED_TABLES } from '@/lib/db/backup/tables';
import { restoreBackup } from './restore-backup';

const SAMPLE = path.resolve('prisma', 'sample-corpus');
const MIGRATIONS = path.resolve('prisma', 'migrations');

let filled: TestDatabase;
let folder: IngestFolder;
let backup: TestBackup;
let before: Awaited<ReturnType<typeof readAll>>;
let target: TestDatabase;
const temporary: string[] = [];
beforeAll(async () => {
  filled = await createTestDatabase();
  folder = await makeIngestFolder();
  await ingestPaths([SAMPLE], { prisma: filled.prisma });
  await ingestHistory(filled.prisma, folder);
  before = await readAll(filled.url);
  backup = await makeTestBackup(filled.url);
});
beforeEach(async () => {
  target = await createTestDatabase();
});
afterEach(async () => {
  await target.drop();
  for (const each of temporary.splice(0)) rmSync(each, { recursive: true, force: true });
});
afterAll(async () => {
  backup.remove();
  await closeRevision();
  await Promise.all([filled.drop(), folder.clear()]);
});

const revisionOf = async (url: string) => {
  process.env.DATABASE_URL = url;
  return readRevision();
};
const numberOf = ({ revision }: { revision: string }): number => Number(revision.split('-')[0]);
const addressesIn = async ({ prisma }: TestDatabase): Promise<string[]> => {
  const documents = await prisma.document.findMany({
    select: { slug: true, municipality: { select: { slug: true } } },
  });
  const former = await prisma.formerAddress.findMany({ select: { slug: true, municipality: true } });
  return [
    ...documents.map(({ slug, municipality }) => `/${municipality.slug}/${slug}`),
    ...former.map(({ slug, municipality }) => `/${municipality}/${slug}`),
  ].sort();
};

describe('a restored database', () => {
  test('holds the same, finds the same, and says "unchanged" of every file', async () => {
    expect(await addressesIn(filled)).toEqual(expect.arrayContaining([...Object.values(ADDRESSES), BEFORE_ITS_NUMBER]));
    expect(before.rows).toMatchObject({ Correction: 5 });
    await restoreBackup(target.url, backup.file);
    const after = await readAll(target.url);
    for (const [at, found] of after.searches.entries()) expect(found).toEqual(before.searches[at]);
    expect(after).toEqual(before);
    // An index of words is built for one database: a restored one has none.
    const ofIndexes = ['SearchIndex', 'IndexChange'];
    for (const name of COMPUTED_TABLES) {
      const some = await target.prisma.$queryRawUnsafe(`SELECT FROM "${name}" LIMIT 1`);
      expect([name, some]).toEqual([name, ofIndexes.includes(name) ? [] : [{}]]);
    }
    expect(await addressesIn(target)).toEqual(await addressesIn(filled));
    const { files, corrections } = await ingestPaths([SAMPLE, folder.path], { prisma: target.prisma });
    expect([...files, ...corrections].map(({ outcome }) => outcome)).toEqual(Array(13).fill('unchanged'));
    expect(files.length).toBeGreaterThan(7);
    const counts = await recount(target.prisma);
    expect(sorted(await target.prisma.citedNumber.findMany())).toEqual(counts.citedNumbers);
    expect(sorted(await target.prisma.mentionCount.findMany())).toEqual(counts.mentionCounts);
  });

  test('is another one, with a revision that neither had, and goes on with ids that none had', async () => {
    const [former, empty] = [await revisionOf(filled.url), await revisionOf(target.url)];
    // Ids of documents that are gone were given, too.
    await filled.prisma.$executeRaw`SELECT setval('"Document_id_seq"', 5000)`;
    const later = await makeTestBackup(filled.url);
    await restoreBackup(target.url, later.file);
    later.remove();
    const restored = await revisionOf(target.url);
    expect([former.identity, empty.identity]).not.toContain(restored.identity);
    expect(numberOf(restored)).toBeGreaterThan(numberOf(former) + 100_000);
    const portals = await Promise.all([filled, target].map(({ prisma }) => prisma.portal.findFirstOrThrow()));
    expect(portals[0]!.identity).not.toBe(portals[1]!.identity);
    expect(portals[0]!.token).not.toBe(portals[1]!.token);
    const another = await makeIngestFolder();
    await another.write(
      '1.txt',
      '示政发〔2025〕1号\n\n示例市人民政府关于植树的通知\n\n各区人民政府:\n  多种树。\n\n  示例市人民政府\n  2025年3月1日\n',
    );
    await ingestPaths([another.path], { prisma: target.prisma });
    await another.clear();
    const newest = await target.prisma.document.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(newest.id).toBe(5001);
    expect(numberOf(await revisionOf(target.url))).toBeGreaterThan(numberOf(restored));
  });

  test('has the indexes and keys that migrations make', async () => {
    const list = async ({ prisma }: TestDatabase) => ({
      indexes: await prisma.$queryRaw`SELECT "indexdef" FROM pg_indexes WHERE "schemaname" = 'public' ORDER BY 1`,
      keys: await prisma.$queryRaw`SELECT "conrelid"::regclass::text, "conname"::text, pg_get_constraintdef("oid"), "convalidated"
        FROM pg_constraint WHERE "connamespace" = 'public'::regnamespace ORDER BY 1, 2`,
    });
    const made = await list(target);
    await restoreBackup(target.url, backup.file);
    expect(await list(target)).toEqual(made);
  });
});

describe('a database that holds something', () => {
  let held: Awaited<ReturnType<typeof readAll>>;
  beforeEach(async () => {
    const another = await makeIngestFolder();
    await ingestHistory(target.prisma, another);
    await another.clear();
    held = await readAll(target.url);
  });

  test('is left alone, unless it is to be replaced', async () => {
    await expect(restoreBackup(target.url, backup.file)).rejects.toThrow(/^The database is not empty: .*--replace/);
    expect(await readAll(target.url)).toEqual(held);
    const former = await revisionOf(target.url);
    await restoreBackup(target.url, backup.file, { replace: true });
    const after = await readAll(target.url);
    expect(after.rows).toEqual(before.rows);
    for (const [at, found] of after.searches.entries()) expect(found).toEqual(before.searches[at]);
    expect(after).toEqual(before);
    expect((await revisionOf(target.url)).identity).not.toBe(former.identity);
  });

  test('keeps what it holds where a row does not fit, or the file changes meanwhile', async () => {
    const revision = await revisionOf(target.url);
    const unfit = await rewriteBackup(backup.file, (name, text) =>
      name === 'tables/Citation.000001.copy' ? text.replaceAll('\tcites\t', '\tcities\t') : text,
    );
    temporary.push(unfit);
    await expect(restoreBackup(target.url, unfit, { replace: true })).rejects.toThrow(/Citation_relation_check/);
    const broken = await rewriteBackup(backup.file, (name, text) =>
      name === 'tables/Section.000001.copy' ? text.replace('\t', ' ') : text,
    );
    temporary.push(broken);
    await expect(restoreBackup(target.url, broken, { replace: true })).rejects.toThrow(/COPY|column|bigint/);
    // As it was when it was checked, and cut off since then.
    const cut = await rewriteBackup(backup.file, (_, text) => text);
    temporary.push(cut);
    const onManifest = () => writeFileSync(cut, execFileSync('head', ['-c', '20000', backup.file]));
    await expect(restoreBackup(target.url, cut, { replace: true, onManifest })).rejects.toThrow(/ends in the middle/);
    expect(await readAll(target.url)).toEqual(held);
    expect(await revisionOf(target.url)).toEqual(revision);
  });

  test('is read as it was until all is there, and ids in it are not given again', async () => {
    const former = await target.prisma.document.findMany({ select: { slug: true }, orderBy: { id: 'asc' } });
    const seen = new Set<string>();
    let isRestoring = true;
    const read = async (): Promise<void> => {
      while (isRestoring) {
        const [documents, counts] = await target.prisma.$transaction(
          [
            target.prisma.document.findMany({ select: { slug: true }, orderBy: { id: 'asc' } }),
            target.prisma.citedNumber.count(),
          ],
          { isolationLevel: 'RepeatableRead' },
        );
        seen.add(JSON.stringify([documents.length, counts]));
      }
    };
    const reading = read();
    await target.prisma.$executeRaw`SELECT setval('"Section_id_seq"', 1000000000000)`;
    await restoreBackup(target.url, backup.file, { replace: true });
    isRestoring = false;
    await reading;
    expect([...seen]).toEqual([
      JSON.stringify([former.length, held.rows.CitedNumber]),
      ...(seen.size === 1 ? [] : [JSON.stringify([before.rows.Document, before.rows.CitedNumber])]),
    ]);
    const [sequence] = await target.prisma.$queryRaw<
      { value: bigint }[]
    >`SELECT nextval('"Section_id_seq"') AS "value"`;
    expect(Number(sequence!.value)).toBe(1_000_000_000_001);
  });
});

/** A folder with some of the project's migrations, and further ones. */
function migrationsOf(choose: (name: string) => boolean, more: Record<string, string> = {}): string {
  const chosen = mkdtempSync(path.join(tmpdir(), 'gongbao-migrations-'));
  temporary.push(chosen);
  for (const name of readdirSync(MIGRATIONS).filter(choose))
    cpSync(path.join(MIGRATIONS, name), path.join(chosen, name), { recursive: true });
  for (const [name, sql] of Object.entries(more)) {
    mkdirSync(path.join(chosen, name));
    writeFileSync(path.join(chosen, name, 'migration.sql'), sql);
  }
  return chosen;
}

describe('a backup of another release', () => {
  let other: TestDatabase;
  beforeEach(async () => {
    other = await createEmptyTestDatabase();
  });
  afterEach(async () => other.drop());

  const notes = `
    CREATE TABLE "备注" ("id" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "on ""it""" INTEGER REFERENCES "Document" ("id") ON DELETE CASCADE,
      "bytes" BYTEA, "said" TEXT, "length" INTEGER GENERATED ALWAYS AS (length("said")) STORED, "at" TIMESTAMPTZ, "share" DOUBLE PRECISION, "tags" TEXT[]);
    CREATE TABLE "Part" ("key" INTEGER NOT NULL, "on" DATE NOT NULL) PARTITION BY RANGE ("on");
    CREATE TABLE "Part2023" PARTITION OF "Part" FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
    INSERT INTO "备注" ("bytes", "said", "at", "share", "tags") VALUES ('\\x00ff0a5c', E'tab\\tline\\nback\\\\slash \\\\N 公报', '2023-03-01 12:00:00.123456+08', 0.1, '{"a,b",NULL}'),
      (NULL, '', 'infinity', 'NaN', '{}');
    ALTER TABLE "备注" ALTER COLUMN "id" RESTART WITH 3000000000;
    INSERT INTO "备注" ("said") VALUES (NULL);
    INSERT INTO "Part" VALUES (1, '2023-05-01');`;
  const listNotes = ({ prisma }: TestDatabase) =>
    prisma.$queryRaw`SELECT "id"::text, "on ""it""", "bytes"::text, "said", "length", "at"::text, "share"::text, "tags"::text FROM "备注" ORDER BY "id"`;

  test('has every table that a migration makes, whatever is in it', async () => {
    const migrations = migrationsOf(() => true, { '20990101000000_notes': notes });
    await migrate(other.url, migrations);
    const made = await makeTestBackup(other.url);
    temporary.push(made.file);
    const again = await createEmptyTestDatabase();
    await restoreBackup(again.url, made.file, { migrations, replace: true });
    expect(await listNotes(again)).toEqual(await listNotes(other));
    expect(await again.prisma.$queryRaw`SELECT * FROM "Part2023"`).toHaveLength(1);
    const [row] = await again.prisma.$queryRaw<
      { id: bigint }[]
    >`INSERT INTO "备注" ("said") VALUES ('') RETURNING "id"`;
    expect(row!.id).toBe(3_000_000_001n);
    await again.drop();
    // This release does not know it.
    await expect(restoreBackup(target.url, made.file)).rejects.toThrow(
      /made by a newer gongbao .*20990101000000_notes.*newer one/,
    );
    expect(await target.prisma.document.count()).toBe(0);
  });

  test('that is older is brought up to date, in an empty database and in a full one', async () => {
    const older = migrationsOf((name) => name < '20261129');
    await migrate(other.url, older);
    const run = (sql: string) => other.prisma.$executeRawUnsafe(sql);
    await run(`INSERT INTO "Municipality" ("id", "slug", "name") VALUES (7, 'yangban', '样板市')`);
    await run(
      `INSERT INTO "SourceFile" ("id", "name", "hash", "size", "parserVersion") VALUES (8, 'a.txt', repeat('a', 64), 1, '0')`,
    );
    await run(`INSERT INTO "Document" ("id", "municipalityId", "sourceFileId", "position", "slug", "title", "matchTitle", "titleKey", "orderedOn", "length", "tree", "treeVersion")
      VALUES (9, 7, 8, 1, 'yangzhengfa-2023-1', '通知', '通知', '通知', '2023-01-01', 2, '{"type":"document"}', 1)`);
    await run(`INSERT INTO "Section" ("id", "documentId", "address", "position", "orderedOn", "kind", "partKind", "heading", "path", "text", "matchText")
      VALUES (10, 9, 'n-1', 1, '2023-01-01', 'section', 'notice', '一、范围', '[{"address":"n"}]', '城区。', '一、范围\n城区。')`);
    await run(`SELECT setval('"Section_id_seq"', 400)`);
    const made = await makeTestBackup(other.url);
    temporary.push(made.file);
    expect(made.manifest).toMatchObject({ state: null, sequences: { Section_id_seq: '400' } });
    await ingestPaths([SAMPLE], { prisma: target.prisma });
    const empty = await createEmptyTestDatabase();
    const former = await revisionOf(target.url);
    for (const { url, prisma } of [target, empty]) {
      await restoreBackup(url, made.file, { replace: url === target.url });
      expect(await prisma.section.findMany()).toMatchObject([
        { id: 10n, heading: '一、范围', marker: '', path: [{ address: 'n', kind: 'part', marker: '' }] },
      ]);
      expect(await prisma.document.count()).toBe(1);
      expect(await prisma.searchStatistics.findFirst()).toMatchObject({ sections: 1 });
      expect(await prisma.$queryRaw`SELECT FROM pg_namespace WHERE "nspname" = 'gongbao_restore'`).toEqual([]);
      expect(numberOf(await revisionOf(url))).toBeGreaterThan(numberOf(former));
      const [sequence] = await prisma.$queryRaw<{ value: bigint }[]>`SELECT nextval('"Section_id_seq"') AS "value"`;
      expect(Number(sequence!.value)).toBeGreaterThan(400);
    }
    await empty.drop();
  });

  test('that had another migration of a name is refused', async () => {
    const changed = migrationsOf((name) => name < '20261129', { '20261129000000_section_markers': 'SELECT 1' });
    await migrate(other.url, changed);
    const made = await makeTestBackup(other.url);
    temporary.push(made.file);
    await expect(restoreBackup(target.url, made.file)).rejects.toThrow(
      /another prisma\/migrations\/20261129000000_section_markers/,
    );
  });

  test('with a table that somebody made by hand names it, and can be restored without it', async () => {
    await migrate(other.url);
    await other.prisma.$executeRaw`CREATE TABLE "mine" ("id" int)`;
    const made = await makeTestBackup(other.url);
    temporary.push(made.file);
    await expect(restoreBackup(target.url, made.file)).rejects.toThrow(
      /a table mine, which gongbao does not make.*--without mine/,
    );
    await restoreBackup(target.url, made.file, { without: ['mine'] });
  });
});
