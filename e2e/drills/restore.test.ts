import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreBackup } from '@/lib/db/backup';
import { makeTestBackup, type TestBackup } from '@/lib/db/backup/testing/backup-file';
import { ADDRESSES, ingestHistory } from '@/lib/db/backup/testing/history';
import { readAll, type Readings } from '@/lib/db/backup/testing/readings';
import { createClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { withDatabaseName } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { OwnPostgres, provideSystemPostgres } from '@/scripts/testing/own-postgres';
import { sampleCorpus } from '@/scripts/testing/test-portal';
import { copySample, execute, type SampleCopy } from './support/database';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, type Seen } from './support/reader';
import { tell } from './support/tell';
import { until } from './support/until';

const bin = provideSystemPostgres();
const SITE_URL = 'https://gongbao.example';
/** A page whose words the lost future changed. */
const CHANGED = '/yangban/yangzhengfa-2023-5';
const OTHERS = [
  '/',
  '/shi',
  '/wenhao',
  '/wenhao/样政发〔2022〕7号',
  '/search?q=停车',
  '/api/v1/search?q=通知',
  '/shili/timeline',
  '/zh-hant/yangban',
];

let database: SampleCopy;
let folder: IngestFolder;
let portal: DrillPortal;
let backup: TestBackup;
let before: { pages: Map<string, Seen>; readings: Readings };
const copies: string[] = [];

beforeAll(async () => {
  database = await copySample();
  folder = await makeIngestFolder();
  await ingestHistory(database.prisma, folder);
  portal = await startPortal(database.url, { SITE_URL });
  before = { pages: await readPages(portal), readings: await readAll(database.url) };
  backup = await makeTestBackup(database.url);
});
afterAll(async () => {
  await portal.stop();
  backup.remove();
  await closeRevision();
  for (const name of copies)
    await execute(database.server, `DROP DATABASE ${name} WITH (FORCE)`).catch(() => undefined);
  await database.drop();
  await folder.clear();
});

/** Reads all addresses that the sitemap names, and some others. */
async function readPages({ address }: DrillPortal): Promise<Map<string, Seen>> {
  const addressesIn = async (sitemap: string) =>
    [...(await whole(address, sitemap)).text.matchAll(/<loc>https:\/\/gongbao\.example([^<]*)<\/loc>/g)].map(
      ([, found]) => decodeURI(found!),
    );
  const sitemaps = await addressesIn('/sitemap.xml');
  const named = (await Promise.all(sitemaps.map(addressesIn))).flat();
  const pages = new Map<string, Seen>();
  for (const each of [...sitemaps, ...named, ...OTHERS]) pages.set(each, await whole(address, each));
  return pages;
}

/** Waits for an answer that is no refusal. */
async function whole(base: string, address: string, headers: Record<string, string> = {}): Promise<Seen> {
  let seen: Seen | undefined;
  await until(`${address} is answered`, 20_000, async () => {
    seen = await ask(base, address, { headers });
    return seen.status !== 503 && seen.headers.age === undefined;
  });
  return seen!;
}

/** Gives where two texts differ, null where they do not: pages are too long to be printed. */
function differenceOf(one: string, other: string): [string, string] | null {
  if (one === other) return null;
  const at = one.split('').findIndex((character, place) => character !== other[place]);
  return [one.slice(at - 60, at + 120), other.slice(at - 60, at + 120)];
}

/** Compares what readers get with what they got; and nobody is told that he has it already. */
async function expectSame(other: DrillPortal, former: ReadonlyMap<string, Seen>): Promise<void> {
  for (const [address, { status, text, headers }] of former) {
    const seen = await whole(
      other.address,
      address,
      headers.etag === undefined ? {} : { 'If-None-Match': headers.etag },
    );
    expect([address, seen.status]).toEqual([address, status]);
    expect([address, differenceOf(seen.text, text)]).toEqual([address, null]);
    if (headers.etag !== undefined) expect([address, seen.headers.etag]).not.toEqual([address, headers.etag]);
  }
}

async function expectUnchanged(url: string): Promise<void> {
  const prisma = createClient(url);
  const { files, corrections } = await ingestPaths([sampleCorpus, folder.path], { prisma });
  await prisma.$disconnect();
  expect([...files, ...corrections].filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
}

const identityOf = async (url: string): Promise<string> => {
  process.env.DATABASE_URL = url;
  const { identity } = await readRevision();
  await closeRevision();
  return identity;
};

/** Ingests the changed page with other words. */
async function changePage(url: string, words: string): Promise<void> {
  const prisma = createClient(url);
  const other = await makeIngestFolder();
  const file = await other.write(
    'z-parking.txt',
    documentText(
      { number: '样政发〔2023〕5号', title: '样板市人民政府关于规范路边停车的通知', body: ['一、范围', `${words}。`] },
      '样板市',
    ),
  );
  const report = await ingestPaths([file], { prisma, replace: true, accept: true });
  expect(report.files.map(({ error }) => error)).toEqual([undefined]);
  await prisma.$disconnect();
  await other.clear();
}

test('of all addresses that readers have, those are among them that no reading of the folder would give', () => {
  for (const address of Object.values(ADDRESSES))
    expect([address, before.pages.get(address)?.status]).toEqual([address, 200]);
});

test('a backup takes the place of a lost future while readers read', { timeout: 120_000 }, async () => {
  await changePage(database.url, '未来的话');
  const lost = await whole(portal.address, CHANGED);
  expect(lost.text).toContain('未来的话');
  let isRestoring = true;
  const seen: Seen[] = [];
  const read = async (reader: number) => {
    for (let at = 0; isRestoring; at++) seen.push(await ask(portal.address, `${CHANGED}?reader=${reader}-${at}`));
  };
  const readers = [1, 2, 3].map(read);
  const began = performance.now();
  await restoreBackup(database.url, backup.file, { replace: true });
  const seconds = (performance.now() - began) / 1000;
  isRestoring = false;
  await Promise.all(readers);
  const former = before.pages.get(CHANGED)!.text;
  for (const { status, text, headers } of seen)
    if (status !== 503)
      expect([status, text.includes('未来的话') || text === former || headers.age !== undefined]).toEqual([200, true]);
  const again = await ask(portal.address, CHANGED, { headers: { 'If-None-Match': lost.headers.etag! } });
  expect([again.status, again.text]).toEqual([200, former]);
  await expectSame(portal, before.pages);
  expect(await readAll(database.url)).toEqual(before.readings);
  await expectUnchanged(database.url);
  tell('replaced', `in ${seconds.toFixed(1)} s; readers meanwhile: ${count(seen)}`);
});

const unless = bin === null ? ' (the system has no PostgreSQL, and it could not be installed)' : '';

describe.skipIf(bin === null)(`with a PostgreSQL of one's own${unless}`, { timeout: 240_000 }, () => {
  let own: OwnPostgres;
  let other: DrillPortal;
  beforeAll(async () => {
    own = await OwnPostgres.start(bin!, {
      archive_mode: 'on',
      // A segment is there whole or not at all.
      archive_command:
        'mkdir -p FOLDER/wal && cp %p FOLDER/wal/%f.unfinished && mv FOLDER/wal/%f.unfinished FOLDER/wal/%f',
    });
    await restoreBackup(own.url, backup.file);
    other = await startPortal(own.url, { SITE_URL });
  });
  afterAll(async () => {
    await other.stop();
    own.remove();
  });

  test('a portal of the embedded server comes back on it, as it was', async () => {
    await expectSame(other, before.pages);
    expect(await readAll(own.url)).toEqual(before.readings);
    await expectUnchanged(own.url);
    const version = String(await own.administer('postgres', 'SHOW server_version'));
    tell('restored', `${before.pages.size} addresses and 50 searches are the same on PostgreSQL ${version}`);
  });

  test('and goes back to the embedded server, read by a role that may only read', async () => {
    await own.administer('gongbao', 'CREATE ROLE reader LOGIN', 'GRANT pg_read_all_data TO reader');
    const made = await makeTestBackup(own.url.replace('gongbao@', 'reader@'));
    const name = `gongbao_test_${randomBytes(6).toString('hex')}`;
    await execute(database.server, `CREATE DATABASE ${name}`);
    copies.push(name);
    const url = withDatabaseName(database.url, name);
    await restoreBackup(url, made.file);
    made.remove();
    expect(await readAll(url)).toEqual(before.readings);
    await expectUnchanged(url);
    await own.administer('gongbao', 'REVOKE pg_read_all_data FROM reader');
    await expect(makeTestBackup(own.url.replace('gongbao@', 'reader@'))).rejects.toThrow(
      /may not read everything .*pg_read_all_data/,
    );
  });

  test('pg_dump and pg_restore bring the same back, as another database', async () => {
    const identity = await identityOf(own.url);
    const dump = own.at('portal.dump');
    own.ask('pg_dump', '--format', 'custom', '--file', dump, 'gongbao');
    await changePage(own.url, '未来的话');
    const lost = await whole(other.address, CHANGED);
    await own.administer('postgres', 'DROP DATABASE gongbao WITH (FORCE)', 'CREATE DATABASE gongbao OWNER gongbao');
    own.ask('pg_restore', '--dbname', 'gongbao', '--jobs', '2', dump);
    await own.administer('gongbao', 'ANALYZE');
    expect(await identityOf(own.url)).not.toBe(identity);
    expect(await readAll(own.url)).toEqual(before.readings);
    await expectUnchanged(own.url);
    await expectSame(other, new Map([...before.pages].slice(0, 5)));
    const again = await whole(other.address, CHANGED, { 'If-None-Match': lost.headers.etag! });
    expect([again.status, again.text]).toEqual([200, before.pages.get(CHANGED)!.text]);
  });

  test('a point in time between two ingests comes back, and nobody keeps a page of the lost future', async () => {
    own.ask('pg_basebackup', '--pgdata', own.at('base'), '--checkpoint', 'fast');
    const readings = await readAll(own.url);
    const identity = await identityOf(own.url);
    const moment = String(await own.administer('gongbao', 'SELECT clock_timestamp()::text'));
    await changePage(own.url, '未来的话');
    const lost = await whole(other.address, CHANGED);
    expect(lost.text).toContain('未来的话');
    const segment = String(await own.administer('gongbao', 'SELECT pg_walfile_name(pg_switch_wal())'));
    await until('the log is in the archive', 20_000, () => existsSync(own.at(`wal/${segment}`)));
    // The disk is lost.
    own.stop('immediate');
    const began = performance.now();
    writeFileSync(own.at('base/recovery.signal'), '');
    own.startOn('base', {
      restore_command: 'cp FOLDER/wal/%f %p',
      recovery_target_time: moment,
      recovery_target_action: 'promote',
    });
    await until(
      'it takes writes',
      30_000,
      async () => (await own.administer('postgres', 'SELECT pg_is_in_recovery()')) === false,
    );
    const again = await whole(other.address, CHANGED, { 'If-None-Match': lost.headers.etag! });
    expect([again.status, again.text]).toEqual([200, before.pages.get(CHANGED)!.text]);
    tell('point in time', `back after ${Math.round(performance.now() - began)} ms`);
    expect(await identityOf(own.url)).not.toBe(identity);
    expect(await readAll(own.url)).toEqual(readings);
    // The same number of revision is given again: its tag is another one.
    await changePage(own.url, '另一个未来');
    const next = await whole(other.address, CHANGED, { 'If-None-Match': lost.headers.etag! });
    expect([next.status, next.text.includes('另一个未来')]).toEqual([200, true]);
  });
});
