import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { insertRows } from '@/lib/db/ingest/rows/insert-rows';
import { documentConditions, withConditions } from '@/lib/db/ingest/rows/condition-codes';
import type { TestDatabase } from '@/lib/db/testing/database';
import { TOTAL_CAP } from '@/lib/search/engine';
import { listGrams } from '@/lib/search/text/grams';
import { continueFilter, parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';
import type { EngineFactory, OpenEngine } from './engine-factory';
import type { SearchEngine } from '@/lib/search/engine';

// An old document with the words in a heading, and a newer one with more sections that have them
// than a search counts.
const sectionsOf: Record<string, [heading: string, text: string][]> = {
  'document-1': [
    ['总则', '河长巡河要有记录。'],
    ['河长巡河', '每月一次。'],
    ['附则', '河长要巡河,河长制办公室要检查。'],
  ],
  'document-2': Array.from({ length: TOTAL_CAP + 1 }, () => ['一般规定', '河长巡河。']),
  // Few sections with a word, and newer ones with another for the same, more than are counted.
  'document-3': [['一般规定', '低保标准。']],
  'document-4': Array.from({ length: TOTAL_CAP + 1 }, () => ['一般规定', '最低生活保障标准。']),
  // The other way round.
  'document-5': Array.from({ length: 3 * TOTAL_CAP }, () => ['一般规定', '公租房租金。']),
  'document-6': [['一般规定', '公共租赁住房租金。']],
};

/** Tests what a search shows where it has more hits than are counted. */
export function testCutOff({ name, open }: EngineFactory): void {
  describe(name, () => {
    let database: TestDatabase;
    let engine: SearchEngine;
    let close: OpenEngine['close'];
    beforeAll(async () => {
      const number = { agencyCode: '示政发', title: '关于水务的通知' };
      database = await createNumberedDatabase([
        { ...number, docNumber: '示政发〔2010〕1号', year: 2010, serial: 1 },
        { ...number, docNumber: '示政发〔2023〕1号', year: 2023, serial: 1 },
        { ...number, docNumber: '示政发〔2011〕1号', year: 2011, serial: 1 },
        { ...number, docNumber: '示政发〔2022〕1号', year: 2022, serial: 1 },
        { ...number, docNumber: '示政发〔2021〕1号', year: 2021, serial: 1 },
        { ...number, docNumber: '示政发〔2024〕1号', year: 2024, serial: 1 },
      ]);
      const documents = await database.prisma.document.findMany();
      const rows = documents.flatMap((document) =>
        sectionsOf[document.slug]!.map(([heading, text], index) =>
          withConditions(
            {
              address: `${index + 1}`,
              position: index + 1,
              orderedOn: document.orderedOn,
              kind: 'section',
              partKind: 'notice',
              marker: '',
              heading,
              path: [],
              text,
              matchText: `${heading}\n${text}`,
              grams: listGrams(`${heading}\n${text}`),
              headingGrams: listGrams(heading),
            },
            documentConditions(document, { ...document, documentId: document.id }),
          ),
        ).map((section) => ({ ...section, documentId: document.id })),
      );
      await database.prisma.$transaction((transaction) =>
        insertRows(transaction, [{ table: 'Section', makeRows: () => rows }]),
      );
      await refreshStatistics(getClient(), { always: true });
      ({ engine, close } = await open());
    });
    afterAll(async () => {
      await close();
      await database.drop();
    });

    test.each([
      // Words that the index proves, words that the text has to, both together.
      ['河长', 3],
      ['河长巡河', 2],
      ['巡河 河长制', 1],
      ['巡河', 3],
      ['"河长要巡河"', 1],
    ])(
      '%s: a document behind the last hit that is counted shows all of its sections that have the words',
      async (q, count) => {
        const { documents } = await engine.search(searchRequest(parseSearchParams({ q })));
        const old = documents.find(({ document }) => document.slug === 'document-1');
        expect(old?.sectionCount).toBe(count);
        expect(documents[0]).toBe(old);
        if (q === '河长') expect(old!.sections.map(({ address }) => address)).toEqual(['2', '1', '3']);
      },
    );

    const slugs = ({ documents }: Awaited<ReturnType<typeof engine.search>>) =>
      documents.map(({ document }) => document.slug);

    test('the typed word goes first also where newer hits of another word are more than are counted', async () => {
      const answer = await engine.search(searchRequest(parseSearchParams({ q: '低保' })));
      expect(slugs(answer)).toEqual(['document-3', 'document-4']);
      expect(answer.total).toMatchObject({ sections: TOTAL_CAP, capped: true });
    });

    test('where the typed word alone has more hits than are counted, others are reached by date', async () => {
      const filter = parseSearchParams({ q: '公租房' });
      const answer = await engine.search(searchRequest(filter));
      expect(slugs(answer)).toEqual(['document-5']);
      expect(answer.total.capped).toBe(true);
      const next = continueFilter(filter, answer.continueAt);
      expect(slugs(await engine.search(searchRequest(next!)))).toEqual(['document-6', 'document-5']);
    });
  });
}
