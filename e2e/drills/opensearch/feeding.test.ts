import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { engine } from '@/lib/db/search/index';
import { closeIndexes } from '@/lib/db/search/opensearch/client';
import { applyNext, type Applying } from '@/lib/db/search/opensearch/feeding/apply-changes';
import { dropIndexes } from '@/lib/db/search/opensearch/feeding/drop-indexes';
import { feedAfterRun } from '@/lib/db/search/opensearch/feeding/feed-after-run';
import { applyAll, follow, leading } from '@/lib/db/search/opensearch/feeding/follow';
import { listHeldIndexes } from '@/lib/db/search/opensearch/feeding/progress';
import { rebuildIndex } from '@/lib/db/search/opensearch/feeding/rebuild';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { isSearchUnavailable } from '@/lib/search/errors';
import { startOpenSearch, type TestCluster } from '@/scripts/testing/opensearch/cluster';
import { provideOpenSearch } from '@/scripts/testing/opensearch/programs';
import { tell } from '../support/tell';
import { until } from '../support/until';
import { askCluster, buildIndex, feedOptions, leaveIndex } from './on-index';

const programs = provideOpenSearch();
const BROKEN = 'It is broken off here.';

/** Lets so many calls of the database and the index happen, and then none. */
function breakingAt(applying: Applying, calls: number): Applying {
  let left = calls;
  const counted = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get: (object, key) => {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown => {
          if (left-- <= 0) throw new Error(BROKEN);
          return Reflect.apply(value, object, given);
        };
      },
    });
  return { ...applying, client: counted(applying.client), index: counted(applying.index) };
}

describe.skipIf(!programs)('an index of OpenSearch', () => {
  let cluster: TestCluster;
  let database: TestDatabase;
  let folder: IngestFolder;
  beforeAll(async () => {
    cluster = await startOpenSearch(programs!, 1);
  });
  afterAll(async () => cluster.remove());
  beforeEach(async () => {
    [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
    process.env.DATABASE_URL = database.url;
    process.env.SEARCH_FALLBACK = 'none';
  });
  afterEach(async () => {
    await dropIndexes(options());
    leaveIndex();
    await closeIndexes();
    await closeSearch();
    await getClient().$disconnect();
    await database.drop();
    await folder.clear();
  });

  const options = () => feedOptions(cluster.nodes, database.url);
  const textOf = (number: number, words: string) =>
    documentText({
      number: `示政发〔2023〕${number}号`,
      title: `示例市人民政府关于第${number}口水井的通知`,
      body: ['一、水井', `${words}。`, '二、其他', '每年检查。'],
      signed: '2023年3月1日',
    });
  const write = (number: number, words: string) => folder.write(`${number}.txt`, textOf(number, words));
  const ingest = () => ingestPaths([folder.path], { prisma: database.prisma });
  const find = async (q: string) =>
    (await engine.search(searchRequest(parseSearchParams({ q })))).documents
      .map(({ document }) => document.slug)
      .sort();

  /** The entries of the index and the rows of the database, by document. */
  async function compare(name: string) {
    await askCluster(cluster.nodes, `/${name}/_refresh`, {});
    const search = {
      size: 10_000,
      query: { exists: { field: 'document' } },
      docvalue_fields: ['document', 'section'],
      _source: false,
    };
    const { hits } = (await askCluster(cluster.nodes, `/${name}/_search`, search)) as {
      hits: { hits: { fields: { document: number[]; section: number[] } }[] };
    };
    const indexed = hits.hits.map(({ fields }) => `${fields.document[0]} ${fields.section[0]}`).sort();
    const sections = await database.prisma.section.findMany({ select: { id: true, documentId: true } });
    const documents = await database.prisma.document.findMany({ select: { id: true } });
    const held = [
      ...sections.map(({ id, documentId }) => `${documentId} ${id}`),
      ...documents.map(({ id }) => `${id} 0`),
    ].sort();
    return { indexed, held };
  }

  test('takes over what is added, changed and removed, and nothing twice', async () => {
    for (let number = 1; number <= 5; number++) await write(number, `旧水井第${number}`);
    await ingest();
    const name = await buildIndex(options());
    expect((await find('旧水井')).length).toBe(5);
    await write(1, '新水井');
    await write(6, '新水井');
    await ingest();
    await removeSources(database.prisma, [{ named: '2.txt', path: `${folder.path}/2.txt` }]);
    expect(await applyAll(options())).toBeGreaterThan(0);
    expect(await find('新水井')).toEqual(['shizhengfa-2023-1', 'shizhengfa-2023-6']);
    expect(await find('旧水井')).toEqual(['shizhengfa-2023-3', 'shizhengfa-2023-4', 'shizhengfa-2023-5']);
    const { indexed, held } = await compare(name);
    expect(indexed).toEqual(held);
    expect(await applyAll(options())).toBe(0);
  });

  test('notes no change for a database without one, and takes over by itself after a run', async () => {
    await write(1, '水井');
    await ingest();
    expect(await database.prisma.indexChange.count()).toBe(0);
    await buildIndex(options());
    await write(2, '新水井');
    await ingest();
    const complaints: string[] = [];
    await feedAfterRun(database.url, (sentence) => complaints.push(sentence));
    expect([await find('新水井'), complaints]).toEqual([['shizhengfa-2023-2'], []]);
    // The last change stays: it shows the history.
    expect(await database.prisma.indexChange.count()).toBe(1);
  });

  test('is fed within three seconds of the commit', async () => {
    await write(1, '水井');
    await ingest();
    await buildIndex(options());
    const ending = new AbortController();
    const following = follow({ ...options(), signal: ending.signal });
    const lags: number[] = [];
    for (let number = 2; number <= 11; number++) {
      await write(number, `水井之${number}甲`);
      await ingest();
      lags.push(await until('it is found', 10_000, async () => (await find(`水井之${number}甲`)).length === 1));
    }
    ending.abort();
    await following;
    lags.sort((one, other) => one - other);
    tell('lag of the index', `median ${Math.round(lags[5]!)} ms, most ${Math.round(lags.at(-1)!)} ms`);
    expect(lags.at(-1)).toBeLessThan(3000);
  });

  test('that was fed past an earlier state of the database is not asked again', async () => {
    await write(1, '水井');
    await ingest();
    await buildIndex(options());
    await write(2, '新水井');
    await ingest();
    await applyAll(options());
    // As after a restore to a point in time: later changes are gone, and others get their numbers.
    await database.prisma.$executeRaw`UPDATE "IndexChange" SET "at" = "at" - INTERVAL '1 second'`;
    await expect(applyAll(options())).rejects.toThrow(/set back to an earlier time.*--rebuild/s);
    await expect(find('水井')).rejects.toMatchObject({ name: 'IndexUnavailable' });
    process.env.SEARCH_FALLBACK = 'postgresql';
    expect((await find('水井')).length).toBe(2);
    await buildIndex(options());
    process.env.SEARCH_FALLBACK = 'none';
    expect((await find('水井')).length).toBe(2);
  });

  test('whose building is broken off is gone on with, while others search and store', async () => {
    for (let number = 1; number <= 60; number++) await write(number, `水井第${number}甲`);
    await ingest();
    const first = await buildIndex(options());
    const broken = new AbortController();
    const size = { shards: 2, replicas: 0, prefix: 'test_second' };
    const said: string[] = [];
    const building = (signal: AbortSignal, say: (sentence: string) => void) =>
      leading({ ...options(), signal }, 'builder', (applying) => rebuildIndex(applying, { ...size, say }));
    await expect(
      building(broken.signal, (sentence) => {
        if (/^Building/.test(sentence)) broken.abort();
      }),
    ).rejects.toThrow();
    const [unfinished] = await database.prisma.searchIndex.findMany({ where: { isLive: false } });
    expect(unfinished!.walkedTo).toBeGreaterThan(0);
    const wrong: string[] = [];
    const storing = new AbortController();
    const searching = (async () => {
      while (!storing.signal.aborted) {
        // A busy machine may leave the database without time; the index may not be away.
        const answer = await engine
          .search(searchRequest(parseSearchParams({ q: '水井第' })))
          .catch((error: unknown) => {
            if (!isSearchUnavailable(error) || error.away === 'index') wrong.push(String(error));
            return null;
          });
        if (answer && answer.total.documents < 60) wrong.push(String(answer.total.documents));
      }
    })();
    await write(61, `水井第61甲`);
    await ingest();
    const built = await building(new AbortController().signal, (sentence) => said.push(sentence));
    storing.abort();
    await searching;
    expect(wrong).toEqual([]);
    expect(said[0]).toMatch(/^Going on with test_second.* behind document [1-9]/);
    expect(built!.result.name).not.toBe(first);
    expect(await find('水井第61甲')).toEqual(['shizhengfa-2023-61']);
    const { indexed, held } = await compare(built!.result.name);
    expect(indexed).toEqual(held);
  });

  test('that is broken off between any two steps has what the database has', async () => {
    for (let number = 0; number < 8; number++) await write(number, '水井');
    await ingest();
    const name = await buildIndex(options());
    let broken = 0;
    for (let round = 1; round <= 25; round++) {
      await write(round % 8, `水井第${round}次`);
      await ingest();
      const gone = `${(round + 3) % 8}.txt`;
      if (round % 5 === 0) await removeSources(database.prisma, [{ named: gone, path: folder.at(gone) }]);
      await leading(options(), 'follower', async (applying) => {
        const [held] = await listHeldIndexes(applying.client);
        while ((await applyNext(breakingAt(applying, round % 13), held!)) > 0);
      }).catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== BROKEN) throw error;
        broken++;
      });
    }
    await applyAll(options());
    const { indexed, held } = await compare(name);
    tell('an index that is broken off', `${broken} times; ${held.length} entries`);
    expect(broken).toBeGreaterThan(10);
    expect(indexed).toEqual(held);
  });

  test('whose follower is killed again and again has what the database has', async () => {
    await write(0, '水井');
    await ingest();
    const name = await buildIndex(options());
    let kills = 0;
    const storing = new AbortController();
    const killing = (async () => {
      while (!storing.signal.aborted) {
        const environment = { ...process.env, DATABASE_URL: database.url, OPENSEARCH_URL: cluster.nodes.join(' ') };
        const child = spawn(process.execPath, ['scripts/run.mjs', 'index', '--follow'], {
          env: environment,
          stdio: 'ignore',
        });
        await new Promise((resolve) => setTimeout(resolve, 1500 + 40 * ((kills * 37) % 50)));
        child.kill('SIGKILL');
        await once(child, 'exit');
        kills++;
      }
    })();
    for (let number = 1; number <= 27; number++) {
      await write(number % 15, `水井第${number}次`);
      if (number % 9 === 0) await folder.remove(`${number % 15}.txt`);
      await ingest();
      if (number % 9 === 0)
        await removeSources(database.prisma, [
          { named: `${number % 15}.txt`, path: `${folder.path}/${number % 15}.txt` },
        ]);
    }
    storing.abort();
    await killing;
    await applyAll(options());
    const { indexed, held } = await compare(name);
    tell('a follower that is killed', `${kills} times; ${held.length} entries`);
    expect(indexed).toEqual(held);
  });
});
