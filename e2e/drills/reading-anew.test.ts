import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySample, execute, type SampleCopy } from './support/database';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, type Seen } from './support/reader';
import { tell } from './support/tell';

const SITE_URL = 'https://gongbao.example';
const ADDRESSES = [
  '/',
  '/shili',
  '/shili/shizhengfa-2022-8',
  '/shili/shizhengfa-2022-8/files/document.txt',
  '/shili/shizhengfa-2022-8/files/document.json',
  '/zh-hant/shili/shizhengfa-2022-8',
  '/shili/issues/2022/4',
  ...['树', '投放', '居民投放', '生活垃圾分类', '示例市人民政府', '标题:通知', '垃圾 居民'].flatMap((q) => [
    `/api/v1/search?q=${q}`,
    `/search.csv?q=${q}&from=2022-01-01&to=2022-12-31`,
  ]),
];

// Rows as version 8 stored them: pairs and characters, and no codes of conditions or triples.
const FORMER_CODES = (column: string): string =>
  `"${column}" = ARRAY(SELECT code FROM unnest("${column}") AS code WHERE code NOT BETWEEN ${(0xd9c0 << 16) | 0} AND ${0xe0000000 | 0})`;
const MAKE_FORMER = [
  `UPDATE "Section" SET ${FORMER_CODES('grams')}, ${FORMER_CODES('headingGrams')}`,
  `UPDATE "Document" SET ${FORMER_CODES('titleGrams')}`,
  `UPDATE "SourceFile" SET "parserVersion" = 'former', "searchScheme" = 'text:1 character:1 pair:1'`,
];

let database: SampleCopy;
let portal: DrillPortal;
beforeAll(async () => {
  database = await copySample();
  portal = await startPortal(database.url, { SITE_URL });
});
afterAll(async () => {
  await portal.stop();
  await database.drop();
});

/** Reads one address after the other: limits refuse who asks for much at once. */
async function readAll(address: string): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const each of ADDRESSES) seen.push(await ask(address, each));
  return seen;
}
const countOutdated = () => database.prisma.sourceFile.count({ where: { parserVersion: 'former' } });

/** Reads anew in a process of its own, which may be killed. */
function readAnew() {
  const script = ['--import', 'tsx', 'scripts/ingest.ts', '--outdated'];
  const child = spawn(process.execPath, script, {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: 'ignore',
  });
  return { kill: () => child.kill('SIGKILL'), ended: once(child, 'exit') as Promise<[number | null]> };
}

/** Gives where two texts begin to differ. */
function differenceOf(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `${one.slice(at - 20, at + 40)} | ${other.slice(at - 20, at + 40)}`;
}

test('rows of a former version are served while they are read anew, killed and going on', async () => {
  const expected = new Map((await readAll(portal.address)).map(({ address, text }) => [address, text]));
  await execute(database.url, ...MAKE_FORMER);
  const first = await readAll(portal.address);
  const total = await countOutdated();
  const seen: Seen[] = [];
  let isReadingAnew = true;
  const readers = [0, 1, 2].map(async (reader) => {
    for (let at = reader; isReadingAnew; at += 5) {
      seen.push(await ask(portal.address, ADDRESSES[at % ADDRESSES.length]!));
      await sleep(100);
    }
  });
  const left: number[] = [];
  try {
    for (let kills = 0; kills < 2; kills++) {
      const before = await countOutdated();
      const run = readAnew();
      while ((await countOutdated()) === before) await sleep(5);
      run.kill();
      await run.ended;
      left.push(await countOutdated());
    }
    expect((await readAnew().ended)[0]).toBe(0);
  } finally {
    isReadingAnew = false;
    await Promise.all(readers);
  }
  expect(left[0]).toBeGreaterThan(0);
  expect(await countOutdated()).toBe(0);
  const last = await readAll(portal.address);
  const inWords = ({ address, status, text }: Seen): string =>
    `${address}: ${status}${text === expected.get(address) ? '' : `, ${differenceOf(expected.get(address)!, text)}`}`;
  expect([...first, ...last].map(inWords)).toEqual([...first, ...last].map(({ address }) => `${address}: 200`));
  // Three readers at once may be refused for a while on a busy machine; nobody gets anything wrong.
  const answered = seen.filter(({ status, headers }) => status !== 503 || headers['retry-after'] === undefined);
  expect(answered.map(inWords).filter((words) => !words.endsWith(': 200'))).toEqual([]);
  tell('reading anew', `${total} files, killed with ${left.join(' and ')} left; ${count(seen)}`);
}, 180_000);
