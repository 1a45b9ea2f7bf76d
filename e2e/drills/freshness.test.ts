import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySample, execute, type SampleCopy } from './support/database';
import { ChangedFile } from './support/changed-file';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, type Seen } from './support/reader';
import { provideNginx, startNginx } from '@/scripts/testing/nginx';
import { tell } from './support/tell';
import { until } from './support/until';

const nginx = provideNginx();
const SITE_URL = 'https://gongbao.example';
const WORDS = '以方便居民投放';

/** What tells the words of the changed file: pages, files and data. */
const TELLING = [
  '/shili/shizhengfa-2022-8',
  '/zh-hant/shili/shizhengfa-2022-8',
  '/shili/shizhengfa-2022-8/a-1',
  '/shili/shizhengfa-2022-8/files/document.txt',
  '/shili/shizhengfa-2022-8/files/document.json',
  '/shili/shizhengfa-2022-8/files/document.xml',
  '/shili/shizhengfa-2022-8/files/document.md',
  '/search?q=居民投放',
  '/api/v1/search?q=居民投放',
  '/search.csv?q=居民投放',
  '/search.atom?q=居民投放',
];

/** What is made by several statements, between which documents may be replaced. */
const OTHERS = ['/shili/timeline', '/shili/timeline?year=2022', '/shili', '/shili/issues/2022/4', '/wenhao', '/'];
const CHOICES = ['size%3Dsmall', 'size%3Dlarge', 'face%3Dsong', 'face%3Dhei', 'theme%3Dlight', 'theme%3Ddark'];

let database: SampleCopy;
let folder: string;
let file: ChangedFile;
let portals: DrillPortal[];
let rounds = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(process.env.DRILL_FOLDER!, 'files-'));
  database = await copySample();
  file = new ChangedFile(folder, 'shili-2022-4.txt', WORDS);
  // As two hosts of one public address.
  portals = await Promise.all([0, 1].map(() => startPortal(database.url, { SITE_URL })));
  await change();
});
afterAll(async () => {
  await Promise.all(portals.map((portal) => portal.stop()));
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Ingests the changed file with words that nobody has read. */
async function change(): Promise<void> {
  rounds += 1;
  await file.say(`以方便第${rounds}轮居民投放`, database);
}

/**
 * Lists the rounds whose words an answer says, in simplified or traditional characters; without
 * those that it tells as former ones.
 */
const roundsIn = ({ text }: Seen): number[] => {
  const present = text.replace(/<details class="formerly[^]*?<\/details>/g, '');
  return [...new Set([...present.matchAll(/以方便第(\d+)[轮輪]居民/g)].map(([, round]) => Number(round)))];
};

const readFrom = (portal: DrillPortal, tags: ReadonlyMap<string, string> = new Map()) =>
  Promise.all(
    TELLING.map((address) =>
      ask(portal.address, address, { headers: tags.has(address) ? { 'If-None-Match': tags.get(address)! } : {} }),
    ),
  );
const tagsOf = (seen: readonly Seen[]) => new Map(seen.map(({ address, headers }) => [address, headers.etag!]));

test('a page is right at once after an ingest, in each of two portals', async () => {
  let former = tagsOf(await readFrom(portals[0]!));
  const seen: Seen[] = [];
  for (let round = 0; round < 3; round++) {
    await change();
    const [one, other] = (await Promise.all(portals.map((portal) => readFrom(portal, former)))) as [Seen[], Seen[]];
    for (const each of [...one, ...other]) {
      expect([each.address, each.status, each.headers.age]).toEqual([each.address, 200, undefined]);
      if (!each.address.includes('search')) expect([each.address, ...roundsIn(each)]).toEqual([each.address, rounds]);
    }
    expect(tagsOf(one)).toEqual(tagsOf(other));
    for (const [address, tag] of tagsOf(one)) expect(tag, address).not.toBe(former.get(address));
    former = tagsOf(one);
    seen.push(...one, ...other);
  }
  // The same file again changes nothing.
  rounds -= 1;
  await change();
  for (const portal of portals)
    for (const { address, status } of await readFrom(portal, former)) expect([address, status]).toEqual([address, 304]);
  tell('fresh', `three ingests, two portals: ${count(seen)}`);
});

test('every answer during ten replacing ingests is a right one of before or after', { timeout: 120_000 }, async () => {
  let isChanging = true;
  const seen: Seen[] = [];
  let known = rounds;
  const wrong: string[] = [];
  const read = async (reader: number) => {
    for (let at = reader; isChanging; at++) {
      const portal = portals[at % 2]!;
      const all = [...TELLING, ...OTHERS];
      const address = all[at % all.length]!;
      const before = known;
      const headers = {
        'X-Forwarded-For': `192.0.2.${reader}`,
        Cookie: `display=${CHOICES[Math.floor(at / 7) % CHOICES.length]!}`,
      };
      const answer = await ask(portal.address, address, { headers });
      const told = roundsIn(answer);
      const isRefused = answer.status === 503 && answer.headers['retry-after'] !== undefined;
      // On a machine that does other work too, the database may seem away: then it is marked.
      const isMarked = answer.status === 200 && answer.headers.age !== undefined && told.length <= 1;
      // Once any reader has seen new words, no reader of any portal sees older ones.
      const isRight =
        answer.status === 200 &&
        (told.length === 1
          ? told[0]! >= before
          : told.length === 0 && answer.text !== '' && (OTHERS.includes(address) || address.includes('search')));
      if (!isRefused && !isMarked && !isRight)
        wrong.push(`${address}: ${answer.status}, before ${before}, told ${told.join()}: ${answer.text.slice(0, 200)}`);
      if (told.length === 1) known = Math.max(known, told[0]!);
      seen.push(answer);
    }
  };
  const readers = Array.from({ length: 12 }, (_, reader) => read(reader));
  const began = performance.now();
  for (let round = 0; round < 10; round++) await change();
  isChanging = false;
  await Promise.all(readers);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(seen.length).toBeGreaterThan(100);
  tell('replaced ten times', `${count(seen)} in ${Math.round((performance.now() - began) / 1000)} s`);
});

test.skipIf(nginx === null)('of two portals behind nginx one may go, and no reader notices', async () => {
  const front = await startNginx(
    nginx!,
    portals.map(({ port }) => port),
  );
  const seen: Seen[] = [];
  let isKilled = false;
  const read = async (reader: number) => {
    for (let at = 0; !isKilled || at % 5 !== 0; at++)
      seen.push(await ask(front.address, `/shili/shizhengfa-2023-2?q=${reader}-${at}`));
  };
  try {
    const readers = Array.from({ length: 4 }, (_, reader) => read(reader));
    await sleep(500);
    const [killed] = portals as [DrillPortal];
    const goOn = killed.killGateway();
    await sleep(2000);
    goOn();
    await until('the killed one', 30_000, () =>
      ask(killed.address, '/healthz').then(
        () => true,
        () => false,
      ),
    );
    isKilled = true;
    await Promise.all(readers);
  } finally {
    await front.stop();
  }
  for (const { address, status } of seen) expect([address, status]).toEqual([address, 200]);
  tell('nginx, one of two portals killed', count(seen));
});

test('who has answers of another database, or of other settings, is never told that they are current', async () => {
  const former = tagsOf(await readFrom(portals[0]!));
  const copy = `${new URL(database.url).pathname.slice(1)}_copy`;
  const url = await database.copyTo(copy);
  const others = await Promise.all([
    startPortal(url, { SITE_URL }),
    startPortal(database.url, { SITE_URL, SITE_NAME: '示例市公报' }),
  ]);
  try {
    for (const other of others)
      for (const { address, status, headers } of await readFrom(other, former)) {
        expect([address, status]).toEqual([address, 200]);
        expect(headers.etag, address).not.toBe(former.get(address));
      }
  } finally {
    await Promise.all(others.map((other) => other.stop()));
    await execute(database.server, `DROP DATABASE ${copy}`);
  }
});

test('nor where a restored database has taken the place of the one that was read', async () => {
  const [portal] = portals as [DrillPortal];
  const former = tagsOf(await readFrom(portal));
  const name = new URL(database.url).pathname.slice(1);
  await database.copyTo(`${name}_restored`);
  await execute(
    database.server,
    database.endConnections,
    `ALTER DATABASE ${name} RENAME TO ${name}_former`,
    `ALTER DATABASE ${name}_restored RENAME TO ${name}`,
  );
  const after = await readFrom(portal, former);
  for (const each of after) {
    expect([each.address, each.status, each.headers.age]).toEqual([each.address, 200, undefined]);
    expect(each.headers.etag, each.address).not.toBe(former.get(each.address));
  }
  await execute(database.server, `DROP DATABASE ${name}_former`);
});
