import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOpenSearch, type TestCluster } from '@/scripts/testing/opensearch/cluster';
import { provideOpenSearch } from '@/scripts/testing/opensearch/programs';
import { copySample, type SampleCopy } from '../support/database';
import { startPortal, type DrillPortal } from '../support/portal';
import { ask } from '../support/reader';
import { tell } from '../support/tell';
import { until } from '../support/until';
import { buildIndex, feedOptions, leaveIndex } from './on-index';

/** Milliseconds within which a reader has an answer, on a machine that does other work too. */
const SOON = 2000;

const programs = provideOpenSearch();

describe.skipIf(!programs)('a portal whose words are found by OpenSearch alone', () => {
  let cluster: TestCluster;
  let database: SampleCopy;
  let portal: DrillPortal;
  beforeAll(async () => {
    [cluster, database] = await Promise.all([startOpenSearch(programs!, 1), copySample()]);
    await buildIndex(feedOptions(cluster.nodes, database.url));
    leaveIndex();
    portal = await startPortal(database.url, { OPENSEARCH_URL: cluster.nodes.join(' '), SEARCH_FALLBACK: 'none' });
  });
  afterAll(async () => {
    await portal.stop();
    await cluster.remove();
    await database.drop();
  });
  const read = (address: string) => ask(portal.address, address);

  test('says 503 for words while it is away, serves all the rest, and goes on by itself', async () => {
    const found = await read('/search?q=垃圾');
    expect([found.status, found.text.includes('data-incomplete')]).toEqual([200, false]);
    await cluster.kill(0);
    // Words that nobody has asked for: what was read before is kept.
    const without = await read('/search?q=停车');
    expect(without.status).toBe(503);
    expect(without.text).toContain('按文字检索暂时用不了');
    expect(without.milliseconds).toBeLessThan(SOON);
    expect((await read('/search?q=垃圾')).status).toBe(200);
    for (const address of [
      '/',
      '/shili',
      '/wenhao',
      '/search?q=示政发〔2022〕8号',
      '/search?q=示范教发〔2022〕9号',
      '/search?municipality=shili',
    ])
      expect((await read(address)).status, address).toBeLessThan(400);
    const data = await read('/api/v1/search?q=停车');
    expect([data.status, Number(data.headers['retry-after']) > 0]).toEqual([503, true]);
    cluster.start(0);
    await cluster.untilGreen(1);
    const back = await until(
      'words are found again',
      15_000,
      async () => (await read('/search?q=停车')).status === 200,
    );
    tell(
      'OpenSearch was away',
      `503 after ${Math.round(without.milliseconds)} ms; found again ${Math.round(back)} ms after it was back`,
    );
    expect(portal.printed()).toContain('The index of words did not answer a search.');
    expect(portal.printed()).not.toContain('停车');
  });
});
