import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { engine } from '@/lib/db/search/index';
import { closeIndexes } from '@/lib/db/search/opensearch/client';
import { askedWords, sectionsQuery } from '@/lib/db/search/opensearch/matching';
import { SORTED_BY } from '@/lib/db/search/opensearch/definition';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { isSearchUnavailable } from '@/lib/search/errors';
import { parseQuery } from '@/lib/search/query';
import { startOpenSearch, type TestCluster } from '@/scripts/testing/opensearch/cluster';
import { provideOpenSearch } from '@/scripts/testing/opensearch/programs';
import { tell } from '../support/tell';
import { until } from '../support/until';
import { askCluster, buildIndex, feedOptions, leaveIndex } from './on-index';

const programs = provideOpenSearch();
const WORDS = ['水井', '检查', '的', '第1', '溪流 水井', '修缮|检查', '水井 -修缮', '标题:水井', '口水井的通'];
const CLIENTS = 20;

describe.skipIf(!programs)('three nodes of OpenSearch', () => {
  let cluster: TestCluster;
  let database: TestDatabase;
  let index: string;
  let expected: Map<string, string>;
  beforeAll(async () => {
    const [made, folder, started] = await Promise.all([
      createTestDatabase(),
      makeIngestFolder(),
      startOpenSearch(programs!, 3),
    ]);
    [database, cluster] = [made, started];
    process.env.DATABASE_URL = database.url;
    for (let number = 1; number <= 24; number++)
      await folder.write(
        `${number}.txt`,
        documentText({
          number: `示政发〔2023〕${number}号`,
          title: `示例市人民政府关于第${number}口水井的通知`,
          body: ['一、水井', `修缮溪流的水井第${number}。`, '二、其他', '每年的检查。'],
          signed: `2023年${1 + (number % 12)}月1日`,
        }),
      );
    await ingestPaths([folder.path], { prisma: database.prisma });
    await folder.clear();
    expected = new Map();
    for (const q of WORDS) expected.set(q, await answerTo(q));
    index = await buildIndex(feedOptions(cluster.nodes), { shards: 2, replicas: 1 });
  });
  afterAll(async () => {
    leaveIndex();
    await closeIndexes();
    await closeSearch();
    await getClient().$disconnect();
    await database.drop();
    await cluster.remove();
  });

  async function answerTo(q: string): Promise<string> {
    const { documents, total, facets, by } = await engine.search(searchRequest(parseSearchParams({ q })));
    return JSON.stringify({ by, total, facets, documents });
  }

  /** What readers get while something happens. */
  async function search(until: () => boolean) {
    const seen = { right: 0, wrong: 0, failed: 0, lastFailure: 0, slowest: 0 };
    const began = performance.now();
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let at = client; !until(); at++) {
          const q = WORDS[at % WORDS.length]!;
          const asked = performance.now();
          try {
            if ((await answerTo(q)) === expected.get(q)) seen.right++;
            else seen.wrong++;
          } catch (error) {
            if (!isSearchUnavailable(error)) throw error;
            // A busy machine may leave the database without time: that is no failure of the nodes.
            if (error.away === 'database') continue;
            seen.failed++;
            seen.lastFailure = performance.now() - began;
          }
          seen.slowest = Math.max(seen.slowest, performance.now() - asked);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
    );
    return seen;
  }

  test('answer as PostgreSQL does', async () => {
    process.env.SEARCH_FALLBACK = 'none';
    for (const q of WORDS) expect(await answerTo(q), q).toBe(expected.get(q));
  });

  test('end a search for a frequent word with its hits', async () => {
    const request = { words: parseQuery('的').words, excluded: [] };
    const body = {
      profile: true,
      size: 5,
      query: sectionsQuery(askedWords(request), 'text', { filter: [], mustNot: [] }),
      sort: SORTED_BY.map((field, at) => ({ [field]: at < 2 ? 'desc' : 'asc' })),
      track_total_hits: false,
      _source: false,
    };
    const { profile } = (await askCluster(cluster.nodes, `/${index}/_search`, body)) as {
      profile: { shards: { searches: { query: { breakdown: Record<string, number> }[] }[] }[] };
    };
    const visited = profile.shards.map(({ searches }) => {
      const { next_doc_count: next = 0, advance_count: advance = 0 } = searches[0]!.query[0]!.breakdown;
      return next + advance;
    });
    tell('early end', `${visited.join(', ')} entries visited of 96 for five hits`);
    // Each shard has some segments, and each ends with five hits and the one behind them.
    for (const each of visited) expect(each).toBeLessThan(40);
  });

  test('lose one: nobody gets a wrong answer, and hardly anybody none', async () => {
    process.env.SEARCH_FALLBACK = 'none';
    const began = performance.now();
    const at = (seconds: number) => performance.now() - began > seconds * 1000;
    const [seen] = await Promise.all([
      search(() => at(9)),
      (async () => {
        await until('some have asked', 3000, () => at(2));
        await cluster.kill(2);
      })(),
    ]);
    tell(
      'a node is killed',
      `${seen.right} right, ${seen.failed} failed, the last after ${Math.round(seen.lastFailure)} ms, slowest ${Math.round(seen.slowest)} ms`,
    );
    expect(seen.wrong).toBe(0);
    expect(seen.failed / (seen.right + seen.failed)).toBeLessThanOrEqual(0.01);
    expect(seen.lastFailure).toBeLessThan(7000);
    cluster.start(2);
    await cluster.untilGreen(3);
  });

  test('lose two: every answer is right, or there is none', async () => {
    process.env.SEARCH_FALLBACK = 'none';
    await cluster.kill(1);
    await cluster.kill(2);
    const began = performance.now();
    const alone = await search(() => performance.now() - began > 3000);
    process.env.SEARCH_FALLBACK = 'postgresql';
    const since = performance.now();
    const helped = await search(() => performance.now() - since > 3000);
    tell('two nodes are lost', `${alone.right} right, ${alone.failed} none; with PostgreSQL ${helped.right} right`);
    expect([alone.wrong, helped.wrong, helped.failed]).toEqual([0, 0, 0]);
    expect(helped.right).toBeGreaterThan(0);
    cluster.start(1);
    cluster.start(2);
    await cluster.untilGreen(3);
    process.env.SEARCH_FALLBACK = 'none';
    const back = await until(
      'searches ask the index again',
      15_000,
      async () => (await answerTo('水井').catch(() => '')) === expected.get('水井'),
    );
    tell('the nodes are back', `${Math.round(back)} ms later searches ask them`);
  });
});
