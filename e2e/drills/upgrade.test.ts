import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endCommands, startCommand, type RunningCommand } from '@/scripts/testing/command';
import { provideNginx, startNginx, type OwnNginx } from '@/scripts/testing/nginx';
import { TEST_PAGES } from '@/scripts/testing/test-portal';
import { shareBuildFiles } from '@/scripts/support/former-builds';
import { findFreePort } from '@/scripts/support/ports';
import { copySample, type SampleCopy } from './support/database';
import { prepareFormerRelease, startFormerPortal } from './support/former-release';
import { formOf } from './support/form';
import { ask, count, type Asking, type Seen } from './support/reader';
import { HELD_DATA, HELD_PAGES, readHeld } from './support/readings';
import { tell } from './support/tell';
import { until } from './support/until';

const BUILD_WITHIN = 300_000;
const READERS = 20;
const DRAFT = '按照示政发〔2022〕8号和示政发〔1999〕777号办理。';

const nginx = process.platform === 'linux' ? provideNginx() : null;
if (nginx === null)
  process.stdout.write('   There is no nginx here, and none can be installed: processes are not rolled.\n');
const former = await prepareFormerRelease();
if (former === null)
  process.stdout.write('   The history of the former release is not here: its pages are not tried.\n');

let database: SampleCopy;
let data: string;
let ports: number[];
const stopFormer: (() => Promise<void>)[] = [];

describe.skipIf(former === null)('the former release', () => {
  beforeAll(async () => {
    data = path.join(process.env.DRILL_FOLDER!, 'upgrade');
    database = await copySample();
    ports = [await findFreePort(), await findFreePort()];
    for (const port of ports) stopFormer.push(await startFormerPortal(former!, database.url, port));
  }, BUILD_WITHIN);
  afterAll(async () => {
    for (const stop of stopFormer) await stop();
    await endCommands();
    await database.drop();
  });

  test(
    'serves every kind of page, file and data from the tables of this one',
    async () => {
      // Each until it is there: a fresh process is slow.
      const seen = [...(await readHeld(`http://localhost:${ports[0]}`)).values()];
      expect(seen.map(({ status }) => status)).toEqual([...HELD_PAGES, ...HELD_DATA].map(() => 200));
      tell('former release on the new tables', count(seen));
    },
    BUILD_WITHIN,
  );

  test.skipIf(nginx === null)(
    'makes way for this one, process by process, and no reader notices',
    async () => {
      const front = await startNginx(nginx!, ports);
      const portals: RunningCommand[] = [];
      const readers = new Readers(front);
      try {
        const form = await formOf(front.address, '/check', { draft: DRAFT });
        const page = await ask(front.address, '/shili');
        const files = [...page.text.matchAll(/(?:href|src)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file!);
        expect(files.length).toBeGreaterThan(1);
        // As the former release leaves them in the folder that both share.
        await shareBuildFiles(former!.pages, path.join(data, 'static-test'));
        readers.start();
        await readers.spend('before', 1000);
        // The former release has no drain: the front turns away before it ends.
        const own = [await findFreePort(), await findFreePort()];
        for (const port of own) portals.push(await serve(port));
        await readers.spend('beside each other', 500);
        front.turnTo(own);
        await readers.spend('front turned', 2000);
        for (const stop of stopFormer.splice(0)) await stop();
        await readers.spend('former release ended', 500);
        // As the next upgrade will be: each is restarted where it is, one after the other.
        const ends: number[] = [];
        for (const [at, port] of own.entries()) {
          const began = performance.now();
          portals[at]!.kill('SIGTERM');
          readers.phase = `drain of process ${at + 1}`;
          expect(await portals[at]!.ended).toBe(0);
          ends.push(performance.now() - began);
          readers.phase = `without process ${at + 1}`;
          portals[at] = await serve(port);
          await readers.spend(`with process ${at + 1} again`, 500);
        }
        const seen = await readers.stop();
        expect(readers.failures).toEqual([]);
        tell(
          'upgrade',
          `${READERS} readers, ${count(seen)}; drained processes ended after ${ends.map((end) => (end / 1000).toFixed(1)).join(' and ')} s; the slowest answer took ${Math.round(Math.max(...seen.map(({ milliseconds }) => milliseconds)))} ms`,
        );
        const checked = await ask(front.address, '/check', form);
        expect(checked.status).toBe(200);
        expect(checked.text).toContain('示政发〔1999〕777号');
        for (const file of files)
          for (const port of own)
            expect([file, (await ask(`http://localhost:${port}`, file)).status]).toEqual([file, 200]);
      } finally {
        await readers.stop();
        for (const portal of portals) {
          portal.kill('SIGINT');
          await portal.ended;
        }
        await front.stop();
      }
    },
    BUILD_WITHIN,
  );
});

/** Starts this release as a service, and waits until fronts may send readers. */
async function serve(port: number): Promise<RunningCommand> {
  const portal = startCommand(['serve'], {
    ...{ DATABASE_URL: database.url, DATABASE_READ_URL: '', DATA_FOLDER: data, NEXT_DIST_DIR: TEST_PAGES },
    ...{ PORT: String(port), RENDERERS: '1', DRAIN_SECONDS: '2' },
  });
  await portal.until('Ready');
  await until(
    'it says that it is ready',
    60_000,
    async () => (await ask(`http://localhost:${port}`, '/readyz')).status === 200,
  );
  return portal;
}

/** Readers who read all the time, what nginx keeps and what it has to ask for. */
class Readers {
  readonly failures: string[] = [];
  /** What happens meanwhile, for the list of failures. */
  phase = 'before';
  private readonly seen: Seen[] = [];
  private reading: Promise<unknown> | null = null;
  private isOver = false;
  private readonly front: OwnNginx;

  constructor(front: OwnNginx) {
    this.front = front;
  }

  start(): void {
    this.reading = Promise.all(Array.from({ length: READERS }, (_, reader) => this.read(reader)));
  }

  async spend(phase: string, milliseconds: number): Promise<void> {
    this.phase = phase;
    await sleep(milliseconds);
  }

  async stop(): Promise<Seen[]> {
    this.isOver = true;
    await this.reading;
    return this.seen;
  }

  private async read(reader: number): Promise<void> {
    // An address of its own for each, because nginx counts by them.
    const from = `127.0.4.${reader + 1}`;
    const form = await formOf(this.front.address, '/check', { draft: DRAFT });
    for (let turn = 0; !this.isOver; turn++) {
      const kinds: [address: string, asking?: Asking][] = [
        [HELD_PAGES[(reader + turn) % (HELD_PAGES.length - 1)]!],
        [`/search?q=社区 第${reader}次${turn}`],
        ['/api/v1/suggest?q=社'],
        ['/healthz'],
        ['/check', form],
        [`/shili/shizhengfa-2022-8?q=第${turn}`],
      ];
      const [address, asking = {}] = kinds[(reader + turn) % kinds.length]!;
      try {
        const answer = await ask(this.front.address, address, { ...asking, from });
        this.seen.push(answer);
        if (answer.status !== 200) this.failures.push(`${this.phase}: ${address}: ${answer.status}`);
      } catch (error) {
        this.failures.push(`${this.phase}: ${address}: ${String(error)}`);
      }
      // 40 requests a second in all: nothing fails for want of processors.
      await sleep(500);
    }
  }
}
