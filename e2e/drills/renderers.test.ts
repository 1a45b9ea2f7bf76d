import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySample, execute, type SampleCopy } from './support/database';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, STALE_SENTENCE, type Seen } from './support/reader';
import { HELD_DATA, HELD_PAGES, readAll, readHeld } from './support/readings';
import { tell } from './support/tell';
import { until } from './support/until';

/** What nobody has asked for: a page with the choice of a drill, data and a file of its own. */
const unread = (choice: string, document: string) =>
  Promise.all(
    ['', '/citations', '/files/document.docx'].map((end) =>
      ask(portal.address, `${end === '/citations' ? '/api/v1/documents' : ''}/shili/${document}${end}`, {
        headers: { Cookie: `display=${choice}` },
      }),
    ),
  );

let database: SampleCopy;
let portal: DrillPortal;
let reference: Seen[];

beforeAll(async () => {
  database = await copySample();
  portal = await startPortal(database.url);
  reference = [...(await readHeld(portal.address)).values()];
});
afterAll(async () => {
  await portal.stop();
  await database.drop();
});

/** Does `work` between the end of all renderers and the moment when they may be started again. */
async function withoutRenderers<Result>(work: () => Promise<Result>): Promise<Result> {
  const goOn = portal.killRenderers();
  return work().finally(goOn);
}

test('a renderer that is killed is started again; what is held is served meanwhile as ever', async () => {
  const [held, refused] = await withoutRenderers(async () => [
    await readAll(portal.address, [...HELD_PAGES, ...HELD_DATA]),
    await unread('size%3Dlarge', 'shizhengfa-2023-2'),
  ]);
  const mended = performance.now();
  expect(held.map(({ status, headers }) => [status, headers.etag])).toEqual(
    reference.map(({ status, headers }) => [status, headers.etag]),
  );
  for (const { address, status, headers, milliseconds } of refused) {
    expect([address, status, Number(headers['retry-after']) > 0]).toEqual([address, 503, true]);
    expect(milliseconds, address).toBeLessThan(2000);
  }
  const again = await readAll(portal.address, ['/shili'], {
    'If-None-Match': reference[HELD_PAGES.indexOf('/shili')]!.headers.etag!,
  });
  expect(again[0]!.status).toBe(304);
  await until('an unread page', 30_000, async () =>
    (await unread('size%3Dlarge', 'shizhengfa-2023-2')).every(({ status }) => status === 200),
  );
  tell(
    'renderer killed',
    `held ${count(held)}; unread ${count(refused)}; right again ${Math.round(performance.now() - mended)} ms after they might be started`,
  );
});

test('a renderer that hangs makes nobody wait for what is held', async () => {
  const [renderer] = portal.processes().renderers;
  process.kill(renderer!, 'SIGSTOP');
  const waiting = unread('theme%3Ddark', 'shizhengfa-2023-5');
  const held = await readAll(portal.address, [...HELD_PAGES, ...HELD_DATA]).finally(() =>
    process.kill(renderer!, 'SIGCONT'),
  );
  expect(held.map(({ headers }) => headers.etag)).toEqual(reference.map(({ headers }) => headers.etag));
  expect(Math.max(...held.map(({ milliseconds }) => milliseconds))).toBeLessThan(1000);
  const made = await waiting;
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 200));
  tell('renderer paused', `held ${count(held)}; unread, once it went on, ${count(made)}`);
});

test('without renderer and database, what is held is served with its age', async () => {
  const name = new URL(database.url).pathname.slice(1);
  await execute(database.server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`, database.endConnections);
  const [held, refused] = await withoutRenderers(async () => {
    const all = [
      await unread('face%3Dhei', 'shizhengfa-2024-1'),
      await readAll(portal.address, [...HELD_PAGES, ...HELD_DATA]),
    ];
    await execute(database.server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    return all.toReversed() as [Seen[], Seen[]];
  });
  const mended = performance.now();
  for (const { address, status, headers, text } of held) {
    expect([address, status, headers['cache-control']]).toEqual([address, 200, 'no-store']);
    expect(Number(headers.age), address).toBeLessThan(120);
    expect([address, text.includes(STALE_SENTENCE)]).toEqual([address, HELD_PAGES.includes(address)]);
  }
  for (const { address, status, headers, milliseconds } of refused) {
    expect([address, status, Number(headers['retry-after']) > 0]).toEqual([address, 503, true]);
    expect(milliseconds, address).toBeLessThan(2000);
  }
  await until('an unread page', 30_000, async () =>
    (await unread('face%3Dhei', 'shizhengfa-2024-1')).every(({ status }) => status === 200),
  );
  const recovery = performance.now() - mended;
  const after = await readAll(portal.address, [...HELD_PAGES, ...HELD_DATA]);
  expect(after.map(({ headers }) => headers.etag)).toEqual(reference.map(({ headers }) => headers.etag));
  tell(
    'renderer and database gone',
    `held ${count(held)}; unread ${count(refused)}; right again ${Math.round(recovery)} ms after they might be started`,
  );
});

test('a gateway that is killed is started again', async () => {
  const { gateway } = portal.processes();
  process.kill(gateway, 'SIGKILL');
  const began = performance.now();
  await until('the gateway', 30_000, () =>
    ask(portal.address, '/shili').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  tell('gateway killed', `answers again after ${Math.round(performance.now() - began)} ms`);
  const after = await readAll(portal.address, [...HELD_PAGES, ...HELD_DATA]);
  expect(after.map(({ headers }) => headers.etag)).toEqual(reference.map(({ headers }) => headers.etag));
});
