import { afterEach, describe, expect, test } from 'vitest';
import { closeServers, serve } from '../../../testing/small-server';
import { ownLoader, readWrk } from './load';
import { measureViews } from './measure-views';
import { describeViews, judgeViews } from './report-views';

afterEach(closeServers);

const kinds = [
  { name: 'home', address: '/' },
  { name: 'longest document', address: '/longest' },
];
const views = { kinds, documents: ['/longest', '/a', '/b'] };
const options = { seconds: 1, change: () => Promise.resolve(), loader: ownLoader, nginx: null };

describe('views of a small server', { timeout: 60_000 }, () => {
  test('are counted: warm, unchanged, cold, and beside renderings', async () => {
    const seen = { unchanged: 0, changes: 0 };
    const origin = await serve((request, response) => {
      const isUnchanged = request.headers['if-none-match'] === '"1"';
      if (isUnchanged) seen.unchanged++;
      response.writeHead(isUnchanged ? 304 : 200, { ETag: '"1"' }).end(isUnchanged ? undefined : 'page');
    });
    const measured = await measureViews(origin, views, {
      ...options,
      change: () => {
        seen.changes++;
        return Promise.resolve();
      },
    });
    expect(seen.changes).toBe(1);
    expect(seen.unchanged).toBeGreaterThan(10);
    for (const { warm, unchanged } of measured.pages)
      expect([warm.perSecond > 10, unchanged.perSecond > 10, warm.failures, unchanged.failures]).toEqual([
        true,
        true,
        0,
        0,
      ]);
    // Two documents with seven display choices.
    expect(measured.cold.count).toBe(14);
    const report = describeViews(measured).join('\n');
    expect(report).toMatch(/^\| home \| [\d,]+ \| [\d.]+ \| [\d,]+ \| [\d.]+ \| – \| – \| – \| – \|$/m);
    expect(report).toContain('There is no nginx here');
    expect(judgeViews(measured).filter((line) => line.includes('failed'))).toEqual([]);
  });

  test('fail the bench when answers are wrong', async () => {
    let answers = 0;
    const origin = await serve((request, response) => {
      const isWrong = request.url === '/longest' && answers++ > 40;
      response.writeHead(isWrong ? 500 : 200, { ETag: '"1"' }).end();
    });
    expect(judgeViews(await measureViews(origin, views, options)).join()).toMatch(/FAILED: [\d,]+ requests failed/);
  });

  test('cannot be counted where a page is not there', async () => {
    const origin = await serve((request, response) => response.writeHead(request.url === '/' ? 404 : 200).end());
    await expect(measureViews(origin, views, options)).rejects.toThrow('/ cannot be measured: status 404, no ETag');
  });
});

describe('the bench of views fails', () => {
  const load = (perSecond: number, p99 = 1, failures = 0) => ({ perSecond, p50: 1, p99, failures });
  const page = (name: string, warm: number, front: number, file: number) => ({
    name,
    address: '/',
    warm: load(warm),
    unchanged: load(9000),
    front: load(front),
    file: load(file),
  });
  const times = (p50: number) => ({ p50, p95: p50, worst: p50 });
  const good = {
    loader: 'wrk',
    pages: [page('home', 5000, 5000, 10_000), page('longest document', 3000, 9000, 10_000), page('search', 10, 1, 2)],
    health: load(300),
    cold: { ordinary: times(60), longest: times(110), count: 10 },
    beside: load(3000, 20),
    notes: [],
  };

  test('in no aim that is met', () => expect(judgeViews(good)).toEqual([]));
  test.each([
    [{ pages: [page('home', 4999, 5000, 9000)] }, 'home is given 4,999 times a second; the aim is 5,000'],
    [{ pages: [page('longest document', 2999, 1, 1)] }, 'longest document is given 2,999 times a second'],
    [{ pages: [page('home', 9000, 4900, 10_000)] }, 'home behind nginx has 0.49 of the speed of a file'],
    [{ beside: load(1, 21) }, 'hits beside 12 renderings take 21 ms at p99'],
    [{ cold: { ...good.cold, ordinary: times(61) } }, 'a page not read since the change takes 61 ms'],
    [{ cold: { ...good.cold, longest: times(111) } }, 'the longest page not read since the change takes 111 ms'],
    [{ health: load(1, 1, 2) }, '2 requests failed; none may'],
  ])('%j: %s', (change, sentence) => {
    expect(judgeViews({ ...good, ...change })).toEqual([expect.stringContaining(`FAILED: ${sentence}`)]);
  });
});

test('the figures of wrk are read', () => {
  const printed = `Running 3s test @ http://localhost:3000/
  2 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.10ms    1.20ms  20.00ms   90.00%
  Latency Distribution
     50%  850.00us
     75%    2.50ms
     90%    4.00ms
     99%    1.20s 
  18000 requests in 3.00s, 100.00MB read
  Socket errors: connect 0, read 1, write 0, timeout 2
  Non-2xx or 3xx responses: 4
Requests/sec:   6000.50
Transfer/sec:     33.00MB
`.replaceAll(/ +$/gm, '');
  expect(readWrk(printed)).toEqual({ perSecond: 6000.5, p50: 0.85, p99: 1200, failures: 7 });
  expect(() => readWrk('unable to connect')).toThrow('wrk printed no figures');
});
