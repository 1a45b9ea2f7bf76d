import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeServers, serve } from '../../testing/small-server';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { sampleCorpus } from '../../testing/test-portal';
import { findViews } from '../pages/views/find-views';
import { findAddresses } from './find-addresses';
import { watchMemory } from './memory';
import { downloadWithoutPause, readAsMany, respell } from './read';
import { describeReading, judgeReading } from './report';

afterEach(closeServers);

const reading = { clients: 5, thinking: 0.02 };

test('readers read what is read most, with choices, and ask whether it has changed', async () => {
  const asked: Record<string, number> = {};
  const seen = { choices: 0, unchanged: 0 };
  const origin = await serve((request, response) => {
    asked[request.url!] = (asked[request.url!] ?? 0) + 1;
    if (request.headers.cookie?.startsWith('display=')) seen.choices++;
    if (request.headers['if-none-match'] === '"1"') seen.unchanged++;
    response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { ETag: '"1"' }).end();
  });
  const addresses = Array.from({ length: 10 }, (_, at) => `/${at}`);
  const read = await readAsMany(origin, addresses, reading, AbortSignal.timeout(1500));
  expect(read.errors).toEqual([]);
  expect(read.times.length).toBeGreaterThan(50);
  expect(asked['/0']).toBeGreaterThan(asked['/9'] ?? 0);
  expect(seen.unchanged).toBeGreaterThan(10);
  expect(read.statuses).toEqual({ 200: expect.any(Number) as number, 304: seen.unchanged });
});

test('what readers may not get is counted: other statuses, 304 unasked, broken answers', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/broken') request.socket.destroy();
    else response.writeHead(Number(request.url!.slice(1))).end();
  });
  const addresses = ['/503', '/404', '/304', '/broken', '/200'];
  const { errors } = await readAsMany(origin, addresses, reading, AbortSignal.timeout(1500));
  const kinds = new Set(errors.map((error) => error.split(' ')[1]));
  expect([...kinds].sort()).toEqual(['/304', '/404', '/503', '/broken']);
});

test('a downloader never asks for one spelling twice', async () => {
  const asked: string[] = [];
  const origin = await serve((request, response) => {
    asked.push(request.url!);
    response.end('file');
  });
  const files = ['/shili/issues/2023/1/files/issue.zip', '/shili/shizhengfa-2022-8/files/document.docx'];
  const count = await downloadWithoutPause(origin, files, AbortSignal.timeout(500));
  expect(count).toBeGreaterThan(10);
  expect(new Set(asked).size).toBe(asked.length);
  expect(decodeURIComponent(respell(files[0]!, 5))).toBe(files[0]);
});

describe('of the sample corpus', { timeout: 60_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestPaths([sampleCorpus], { prisma: database.prisma });
  }, 60_000);
  afterAll(() => database.drop());

  test('all kinds of addresses are found, in the same order each time', async () => {
    const addresses = await findAddresses(database.url);
    expect(addresses.read[0]).toBe('/');
    expect(addresses.read.length).toBeGreaterThan(100);
    expect(addresses.downloaded).toContain('/shili/issues/2023/2/files/issue.zip');
    expect(await findAddresses(database.url)).toEqual(addresses);
    const { kinds, documents } = await findViews(database.url);
    expect(kinds.map(({ name }) => name)).toContain('traditional');
    expect(kinds[3]!.address).toBe(documents[0]);
  });

  test.runIf(process.platform === 'linux')('the memory of the database server is read', async () => {
    const memory = await watchMemory(database.url, AbortSignal.timeout(100));
    expect(memory.PostgreSQL[0]).toBeGreaterThan(5);
    expect(memory.gateway).toEqual([]);
  });
});

describe('the bench of readers fails', () => {
  const memory = { gateway: [60, 300], renderer: [200, 900], PostgreSQL: [50, 90] };
  const one = { times: [10, 10], statuses: { 200: 2 }, errors: [], memory, ingest: '3.0 s', downloads: 0 };
  const limits = { cache: 128, renderer: 512 };
  const good = { alone: one, besideDownloader: { ...one, times: [19, 19], downloads: 3 }, addresses: 5, limits };

  test('in nothing that is well', () => {
    expect(judgeReading(good)).toEqual([]);
    expect(describeReading(good, { clients: 2, seconds: 1 })).toContain(
      '| beside a downloader | 2 | 0 | 19 | 19 | 19 | 19 | 3.0 s | 3 | 60 → 300, at most 300 | 200 → 900, at most 900 | 50 → 90, at most 90 |',
    );
  });
  test.each([
    [{ alone: { ...one, errors: ['503 /'] } }, 'readers alone got 1 errors'],
    [
      { besideDownloader: { ...good.besideDownloader, times: [20, 20] } },
      'beside a downloader p95 is 20 ms instead of 10',
    ],
    [{ besideDownloader: { ...good.besideDownloader, downloads: 0 } }, 'the downloader got no file'],
    [
      {
        alone: { ...one, memory: { ...memory, gateway: [] } },
        besideDownloader: { ...good.besideDownloader, memory: { ...memory, gateway: [] } },
      },
      'no process of a gateway was found',
    ],
    [{ limits: { cache: 64, renderer: 512 } }, 'the gateway takes 300 MB; 264 are allowed'],
    [{ limits: { cache: 128, renderer: 256 } }, 'the renderer takes 900 MB; 656 are allowed'],
  ])('%j: %s', (change, sentence) => {
    expect(judgeReading({ ...good, ...change })).toEqual([expect.stringContaining(`FAILED: ${sentence}`)]);
  });
});
