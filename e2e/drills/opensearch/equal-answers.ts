import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchRequest, type SearchFilter } from '@/lib/addresses/search-params';
import type { EngineFactory, OpenEngine } from '@/lib/db/search/testing/contract/engine-factory';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { SORTS, type SearchEngine } from '@/lib/search/engine';
import { isSearchUnavailable } from '@/lib/search/errors';
import { VALIDITY_STATES } from '@/lib/validity/validity';

/** Words of the small corpus, and some that stand for others. */
const WORDS = [
  '树',
  '养老',
  '绿化',
  '河道',
  '二十四',
  '养老服务',
  '社区养老服务网络',
  '示例市人民政府',
  '(一)',
  '100%_',
  '的',
  '低保',
  '没有的词',
];
const RUNS = 120;

/** Tests that an engine answers every search just as PostgreSQL does. */
export function testEqualAnswers({ name, open }: EngineFactory): void {
  describe(name, () => {
    let database: TestDatabase;
    let opened: OpenEngine;
    beforeAll(async () => {
      database = await createCorpusDatabase();
      const [one, other] = await database.prisma.document.findMany({ orderBy: { id: 'asc' }, take: 2 });
      await database.prisma.validityPeriod.createMany({
        data: [
          { documentId: one!.id, position: 101, state: 'repealed', startsOn: new Date('2023-01-01'), endsOn: null },
          { documentId: other!.id, position: 101, state: 'expired', startsOn: null, endsOn: new Date('2023-01-01') },
          { documentId: other!.id, position: 102, state: 'inForce', startsOn: new Date('2023-01-02'), endsOn: null },
        ],
      });
      await database.prisma.document.update({
        where: { id: one!.id },
        data: { topic: '城乡建设', subjects: ['环境保护'] },
      });
      opened = await open();
    });
    afterAll(async () => {
      await opened.close();
      await database.drop();
    });

    const ask = async (engine: SearchEngine, filter: SearchFilter) => {
      const request = searchRequest(filter);
      const hits: string[] = [];
      for await (const batch of engine.listHits(request, 1000))
        for (const { document, section } of batch) hits.push(`${document.slug} ${section?.address ?? ''}`);
      const arrivals = (await engine.findArrivals(request, 50)).map(({ document }) => document.slug);
      return { answer: await engine.search(request), hits, arrivals };
    };
    /** Asks again while the database has no time: the machine is busy, and the engine is right. */
    const patiently = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      for (let tries = 1; ; tries++)
        try {
          return await work();
        } catch (error) {
          if (tries === 20 || !isSearchUnavailable(error) || error.away === 'index') throw error;
        }
    };
    const byPostgresql = async (filter: SearchFilter) => {
      const nodes = process.env.OPENSEARCH_URL;
      delete process.env.OPENSEARCH_URL;
      try {
        return await ask(opened.engine, filter);
      } finally {
        process.env.OPENSEARCH_URL = nodes;
      }
    };

    test('answers are equal: documents, order, sections, totals, facets, pages', { timeout: 400_000 }, async () => {
      const [first] = await database.prisma.document.findMany({
        select: { agency: true, genre: true },
        where: { agency: { not: null } },
      });
      const sign = fc.constantFrom('', '', '', '-', '标题:', '机关:');
      const joint = fc.constantFrom(' ', ' ', '|');
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(joint, sign, fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 3 }),
          fc.record(
            {
              municipality: fc.constantFrom('shili', 'yangli'),
              genre: fc.constantFrom('通知', '意见', first!.genre ?? '令'),
              agency: fc.constantFrom('示例市人民政府', '样例市人民政府', first!.agency!),
              place: fc.constantFrom('text' as const, 'table' as const, 'attachment' as const),
              validity: fc.constantFrom(...VALIDITY_STATES),
              topic: fc.constantFrom('城乡建设', '教育'),
              subject: fc.constantFrom('环境保护', '社保'),
              from: fc.constantFrom('2022-09-01', '2023-03-01'),
              to: fc.constantFrom('2022-12-31', '2023-03-01', '2024-02-01'),
            },
            { requiredKeys: [] },
          ),
          fc.constantFrom(...SORTS),
          fc.constantFrom(undefined, '1' as const),
          async (pieces, conditions, sort, exact) => {
            const q = pieces
              .map(
                ([between, before, word], at) =>
                  (at === 0 ? '' : between) + (between === '|' && at > 0 ? '' : before) + word,
              )
              .join('');
            // Most conditions together leave nothing.
            const some = Object.fromEntries(Object.entries(conditions).slice(0, 2));
            const filter: SearchFilter = { q, sort, page: 1, ...some, ...(exact && { exact }) };
            const found = await patiently(() => ask(opened.engine, filter));
            expect(found, JSON.stringify(filter)).toEqual(await patiently(() => byPostgresql(filter)));
          },
        ),
        { numRuns: RUNS },
      );
    });
  });
}
