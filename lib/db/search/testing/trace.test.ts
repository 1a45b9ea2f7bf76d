import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { ingestPaths } from '@/lib/db/ingest';
import { engine } from '@/lib/db/search';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import type { LogEvent } from '@/lib/logging/events';
import { setLogSink, type LogFields } from '@/lib/logging/log';
import { setMeterSink } from '@/lib/metrics/meters';
import { sampleCorpus } from '@/scripts/testing/test-portal';

let database: TestDatabase;
let logged: [LogEvent, LogFields][] = [];
let counted: [string, object][] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_READ_URL: '', SLOW_SEARCH_MS: '1' });
  await ingestPaths([sampleCorpus], { prisma: database.prisma });
});
afterAll(async () => {
  delete process.env.SLOW_SEARCH_MS;
  await closeSearch();
  await database.drop();
});
beforeEach(() => {
  [logged, counted] = [[], []];
  setLogSink({ write: (event, fields) => logged.push([event, fields]), told: new WeakSet() });
  setMeterSink({ count: (name, labels) => counted.push([name, labels]), observe: () => undefined });
});
afterEach(() => {
  setLogSink(undefined);
  setMeterSink(undefined);
});

const search = (parameters: Record<string, string>) => engine.search(searchRequest(parseSearchParams(parameters)));

describe('a search', () => {
  test.each([
    [{ q: '社区' }, { shape: 'word', filtered: 'no', outcome: 'found' }],
    [{ q: '社区 垃圾' }, { shape: 'words', filtered: 'no', outcome: 'found' }],
    [{ q: '"生活垃圾分类"' }, { shape: 'phrase', filtered: 'no', outcome: 'found' }],
    [{ q: '示政办发〔2020〕33号' }, { shape: 'number', filtered: 'no', outcome: 'citations' }],
    [
      { q: '社区', municipality: 'shili', genre: '通知' },
      { shape: 'word', filtered: 'yes', outcome: 'found' },
    ],
    [{ q: '标题:垃圾' }, { shape: 'fields', filtered: 'yes', outcome: 'found' }],
    [
      { q: '', municipality: 'shili' },
      { shape: 'conditions', filtered: 'yes', outcome: 'found' },
    ],
    [{ q: '鸢尾暗语' }, { shape: 'word', filtered: 'no', outcome: 'none' }],
  ])('is counted by its shape: %j', async (parameters, labels) => {
    await search(parameters);
    expect(counted).toEqual([['gongbao_searches_total', labels]]);
  });

  test('that was slow has a line without its words', async () => {
    await search({ q: '生活垃圾 分类 -鸢尾暗语', agency: '示例市人民政府', from: '2020' });
    expect(logged).toHaveLength(1);
    const [event, { ms, search: told }] = logged[0]!;
    expect(event).toBe('slow search');
    expect(ms).toBeGreaterThanOrEqual(1);
    expect(told).toMatchObject({
      kind: 'words',
      words: [4, 2],
      excluded: 1,
      filters: ['agency', 'from'],
      sort: 'relevance',
    });
    expect(told).toMatchObject({
      plan: 'periods',
      steps: expect.any(Number) as number,
      candidates: expect.any(Number) as number,
    });
    expect(JSON.stringify(logged)).not.toMatch(/\p{Script=Han}/u);
  });

  test('that the database does not answer is counted as failed', async () => {
    await database.prisma.$executeRawUnsafe('ALTER TABLE "Section" RENAME TO "Elsewhere"');
    await search({ q: '社区' }).catch(() => undefined);
    await database.prisma.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "Section"');
    expect(counted).toEqual([['gongbao_searches_total', { shape: 'word', filtered: 'no', outcome: 'failed' }]]);
  });
});
