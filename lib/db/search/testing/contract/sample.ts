import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { parseSearchParams, searchRequest, type SearchFilter } from '@/lib/addresses/search-params';

import type { SearchEngine } from '@/lib/search/engine';
import type { EngineFactory, OpenEngine } from './engine-factory';
import { testScan } from './scan';

/** Tests what an engine finds in a small corpus, and what it takes. */
export function testSample({ name, open }: EngineFactory): void {
  describe(name, () => {
    let database: TestDatabase;
    let engine: SearchEngine;
    let close: OpenEngine['close'];
    beforeAll(async () => {
      database = await createCorpusDatabase();
      ({ engine, close } = await open());
    });
    afterAll(async () => {
      await close();
      await database.drop();
    });

    const search = async (q: string, rest: Partial<SearchFilter> = {}) =>
      engine.search(searchRequest({ q, page: 1, sort: 'relevance', ...rest }));
    /** document: sections */
    const found = async (q: string, rest = {}) =>
      (await search(q, rest)).documents.map(({ document, sections }) => [
        document.slug,
        sections.map(({ address }) => address).join(' '),
      ]);

    describe('words', () => {
      test('are found in titles first, then in headings, then in text, newest first', async () => {
        expect(await found('养老')).toEqual([
          ['shizhengfa-2024-5', '1'],
          ['shizhengfa-2022-9', '2 2.1'],
          ['shizhengfa-2023-2', '1'],
          ['shizhengfa-2023-8', '1'],
        ]);
      });

      test('are all wanted, in any order; words in quotation marks side by side', async () => {
        expect(await found('河道 养老')).toEqual([
          ['shizhengfa-2023-2', '1'],
          ['shizhengfa-2023-8', '1'],
        ]);
        expect(await found('"养老 河道"')).toEqual([]);
      });

      test('that stand nowhere together find the documents that have them all, and say so', async () => {
        const results = await search('春季植树 种树');
        expect(results.by).toBe('scattered');
        expect(results.documents.map(({ document }) => document.slug)).toEqual(['shizhengfa-2023-1']);
        expect(results.documents[0]?.sections.map(({ address }) => address)).toEqual(['2.1']);
        expect((await search('样例市 全部')).documents.map(({ document }) => document.slug)).toEqual([
          'shizhengfa-2023-2',
        ]);
        expect((await search('春季植树 哪里都没有')).documents).toEqual([]);
        const listed: string[] = [];
        for await (const hits of engine.listHits(searchRequest({ q: '春季植树 种树', page: 1, sort: 'newest' }), 10))
          listed.push(...hits.map(({ document }) => document.slug));
        expect(listed).toEqual(['shizhengfa-2023-1']);
      });

      test('with a minus exclude', async () => {
        expect(await found('养老 -河道')).toEqual([
          ['shizhengfa-2024-5', '1'],
          ['shizhengfa-2022-9', '2 2.1'],
        ]);
      });

      test('may be one character, a broken line, in any width', async () => {
        expect((await search('湖')).documents.map(({ document }) => document.slug)).toEqual(['shizhengfa-2023-8']);
        expect((await found('社区养老服务网络')).map(([slug]) => slug)).toEqual(['shizhengfa-2024-5']);
        expect((await found('（一）庭院')).map(([slug]) => slug)).toEqual(['shizhengfa-2022-9']);
      });

      test('that look like wildcards are words', async () => {
        expect((await found('100%_')).map(([slug]) => slug)).toEqual(['shizhengfa-2022-9']);
        expect(await found('1%0')).toEqual([]);
        expect(await found('\\')).toEqual([]);
      });

      test('come with a snippet, marks and the way down', async () => {
        const [document] = (await search('庭院绿化率')).documents;
        expect(document).toMatchObject({
          sectionCount: 1,
          document: {
            issue: { year: 2022, number: 4, lastNumber: null },
            municipality: { name: '示例市', sample: true },
          },
        });
        const section = document?.sections[0];
        expect(section).toMatchObject({ address: '2.1', marker: '(一)', heading: '庭院', headingMarks: [] });
        expect(section?.path.map(({ address }) => address)).toEqual(['n', '2']);
        expect(section?.snippet.marks.map(({ start, end }) => section.snippet.text.slice(start, end))).toEqual([
          '庭院绿化率',
        ]);
      });

      test('can be looked for in one municipality and one year', async () => {
        expect((await found('全部', { municipality: 'yangli' })).map(([slug]) => slug)).toEqual(['shizhengfa-2023-2']);
        expect((await found('养老', { from: '2022-01-01', to: '2022-12-31' })).map(([slug]) => slug)).toEqual([
          'shizhengfa-2022-9',
        ]);
        expect((await search('养老', { municipality: 'nowhere' })).total).toEqual({
          documents: 0,
          sections: 0,
          capped: false,
        });
      });

      test('can be looked for in an issue of two numbers, by either; it is named by both', async () => {
        const where = { year: 2023, number: 2, municipality: { slug: 'shili' } };
        await getClient().issue.updateMany({ where, data: { lastNumber: 3 } });
        for (const issue of ['2023-2', '2023-3']) {
          const { documents, facets } = await search('示例市', { municipality: 'shili', issue });
          expect(documents.length).toBeGreaterThan(0);
          for (const { document } of documents)
            expect(document.issue).toEqual({ year: 2023, number: 2, lastNumber: 3 });
          expect(facets.issue.map(({ value, label }) => [value, label])).toContainEqual(['2023-2', '2023年第2-3号']);
        }
        expect((await search('示例市', { municipality: 'shili', issue: '2023-4' })).documents).toEqual([]);
        await getClient().issue.updateMany({ where, data: { lastNumber: null } });
      });

      test('beyond the last page keep their totals', async () => {
        expect(await search('养老', { page: 7 })).toMatchObject({
          documents: [],
          total: { documents: 4, sections: 5 },
          pages: 1,
        });
      });
    });

    describe('a 文号', () => {
      test.each(['示政发〔2022〕9号', '示政发（2022）9号', '示政发2022-9', '示政发 2022 9'])(
        '%s goes first, then who cites it',
        async (q) => {
          const results = await search(q);
          expect(results.number).toMatchObject({
            canonical: '示政发〔2022〕9号',
            documents: [{ slug: 'shizhengfa-2022-9' }],
          });
          expect(results.by).toBe('citations');
          expect(results.documents.map(({ document }) => document.slug)).toEqual([
            'shizhengfa-2024-5',
            'shizhengfa-2023-1',
          ]);
          const snippet = results.documents[0]?.sections[0]?.snippet;
          expect(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['示政发〔2022〕9号']);
        },
      );

      test('that is not held gives who cites it', async () => {
        const results = await search('国发【2021】3号');
        expect(results.number).toMatchObject({ canonical: '国发〔2021〕3号', documents: [] });
        expect(results.documents.map(({ document, sectionCount }) => [document.slug, sectionCount])).toEqual([
          ['shizhengfa-2023-1', 2],
        ]);
      });

      test('that is incomplete goes first too', async () => {
        expect((await search('示政发 9')).number).toMatchObject({
          canonical: null,
          documents: [{ slug: 'shizhengfa-2022-9' }],
        });
      });

      test('that nobody knows is looked for as words', async () => {
        expect(await search('天发〔1999〕1号')).toMatchObject({
          by: 'words',
          number: { documents: [] },
          documents: [],
        });
      });
    });

    describe('the door', () => {
      test.each([
        '',
        '   ',
        '""',
        '-养老',
        '-',
        '😀',
        '\ud83d',
        '\u0000',
        '%',
        "'; DROP TABLE",
        '\\',
        '() or 1=1',
        '〔〕',
        '0',
        '"',
        '﷽',
      ])('takes %j', async (q) => {
        await expect(engine.search(searchRequest(parseSearchParams({ q })))).resolves.toMatchObject({ page: 1 });
      });

      test('takes 10,000 characters', async () => {
        await expect(
          engine.search(searchRequest(parseSearchParams({ q: '养'.repeat(10_000) }))),
        ).resolves.toMatchObject({
          documents: [],
        });
      });

      test('takes anything', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (q) => {
            await engine.search(searchRequest(parseSearchParams({ q })));
          }),
          { numRuns: 40 },
        );
      });
    });

    testScan(() => engine);
  });
}
