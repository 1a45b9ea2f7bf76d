import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import type { TestDatabase } from '@/lib/db/testing/database';
import { TOTAL_CAP } from '@/lib/search/engine';
import { continueFilter, searchRequest, type SearchFilter } from '@/lib/addresses/search-params';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';
import type { EngineFactory, OpenEngine } from './engine-factory';
import type { SearchEngine } from '@/lib/search/engine';

/** More than one search lists, three of a day. */
const COUNT = TOTAL_CAP + 200;
const OF_A_DAY = 3;

/** Tests that pages and the searches that go on with them reach every document. */
export function testPaging({ name, open }: EngineFactory): void {
  describe(name, () => {
    let database: TestDatabase;
    let engine: SearchEngine;
    let close: OpenEngine['close'];
    beforeAll(async () => {
      database = await createNumberedDatabase(
        Array.from({ length: COUNT }, (_, index) => ({
          docNumber: `示政发〔2019〕${index + 1}号`,
          agencyCode: '示政发',
          year: 2019,
          serial: index + 1,
          title: `关于修缮第${index + 1}号水井的通知`,
          orderedOn: new Date(Date.UTC(2019, 0, 1 + Math.floor(index / OF_A_DAY))),
        })),
      );
      // Then it is known how frequent the word is, and few hits are looked for by periods.
      await refreshStatistics(getClient(), { always: true });
      ({ engine, close } = await open());
    });
    afterAll(async () => {
      await close();
      await database.drop();
    });

    const inOrder = Array.from({ length: COUNT }, (_, index) => `document-${index + 1}`);

    /** The documents of all pages of a search, and of those that it goes on with, in order. */
    async function turnAllPages(first: SearchFilter): Promise<string[]> {
      const slugs: string[] = [];
      for (let filter: SearchFilter | null = first; filter;) {
        const { documents, pages, continueAt } = await engine.search(searchRequest(filter));
        slugs.push(...documents.map(({ document }) => document.slug));
        filter = filter.page < pages ? { ...filter, page: filter.page + 1 } : continueFilter(filter, continueAt);
      }
      return slugs;
    }

    test.each(['newest', 'oldest', 'relevance'] as const)(
      'pages and the searches they go on with reach every document, by %s',
      async (sort) => {
        const met = await turnAllPages({ q: '修缮', sort, page: 1 });
        expect([...new Set(met)]).toEqual(sort === 'oldest' ? inOrder : inOrder.toReversed());
        // Only what shares its day with the last one of a search is met again.
        expect(met.length - COUNT).toBeLessThanOrEqual(OF_A_DAY);
      },
      60_000,
    );

    test.each(['newest', 'oldest'] as const)(
      'the first hits, %s first, are the same however few are wanted',
      async (sort) => {
        for (const limit of [1, 7, 100]) {
          const slugs: string[] = [];
          for await (const hits of engine.listHits(searchRequest({ q: '修缮', sort, page: 1 }), limit))
            slugs.push(...hits.map(({ document }) => document.slug));
          expect(slugs).toEqual((sort === 'oldest' ? inOrder : inOrder.toReversed()).slice(0, limit));
        }
      },
    );
  });
}
