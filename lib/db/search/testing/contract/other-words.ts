import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchRequest, type SearchFilter } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { printedName } from '@/lib/gazette';
import { SORTS } from '@/lib/search/engine';
import { alternativesOf, listTyped } from '@/lib/search/query';
import { normalise } from '@/lib/search/text/normalise';
import type { SearchEngine } from '@/lib/search/engine';
import type { EngineFactory, OpenEngine } from './engine-factory';

/** Words that stand for the same, in pairs, and one that stands alone. */
const WORDS = [
  '低保',
  '最低生活保障',
  '发改委',
  '发展改革委',
  '发展和改革委员会',
  '公租房',
  '公共租赁住房',
  '标准',
  '山羊',
];
const at = (index: number, step: number): string => WORDS[(index * step) % WORDS.length]!;

const documents = Array.from({ length: 40 }, (_, index) => ({
  number: `示政发〔${2015 + (index % 8)}〕${index + 1}号`,
  title: `示例市人民政府关于${index % 4 === 0 ? at(index, 3) : '溪流'}第${index + 1}项工作的通知`,
  body: [
    `一、${index % 5 === 0 ? at(index, 2) : '总体要求'}`,
    `按照${at(index, 1)}的安排，落实${at(index, 5)}的${at(index, 7)}。`,
    '二、其他',
    index % 3 === 0 ? `关于${at(index, 4)}标准的事项。` : '没有别的事项。',
  ],
  signed: `${2015 + (index % 8)}年${1 + (index % 12)}月5日`,
}));

/** Words of people and of documents, by somebody who had not seen the table of synonyms. */
const exactPairs = readPairs().filter(({ exact }) => exact);
/** Short forms that also stand inside other words: the long one does not lead back to them. */
const ONE_WAY = new Set(['国办', '人大', '政采', '高考', '老旧小区改造']);
/** A list in brackets that every source prints in another way. */
const UNKNOWN = new Set(['三公经费']);

function readPairs(): { everyday: string; official: string; exact: boolean }[] {
  const file = path.join(import.meta.dirname, '../../../../search/synonyms/testing/word-pairs.json');
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof readPairs>;
}

const pairsDocument = {
  number: '示政发〔2014〕1号',
  title: '示例市人民政府关于各种说法的通知',
  body: exactPairs.flatMap(({ everyday, official }, index) => [
    `${index + 1}.甲事项`,
    `第一种说法是${everyday}。`,
    '(1)乙事项',
    `第二种说法是${official}。`,
  ]),
  signed: '2014年3月1日',
};

const definingDocument = {
  title: '示例市人民政府关于溪流巡护的意见',
  body: ['一、分工', '由溪流巡护保洁事务中心(以下简称溪保中心)负责。', '二、其他', '溪流巡护保洁事务中心每月报告。'],
};

/**
 * Tests that other words for the same are found, counted and told.
 * @param ways how the same is looked for; the plain scan is compared in each
 */
export function testOtherWords(
  { name, open }: EngineFactory,
  ways: Record<string, () => Promise<void>> = { 'as it comes': () => Promise.resolve() },
): void {
  describe(name, () => {
    let database: TestDatabase;
    let engine: SearchEngine;
    let close: OpenEngine['close'];
    beforeAll(async () => {
      const [made, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
      database = made;
      for (const [index, document] of documents.entries()) await folder.write(`${index}.txt`, documentText(document));
      await folder.write('pairs.txt', documentText(pairsDocument));
      await folder.write('defining.txt', documentText(definingDocument));
      await ingestPaths([folder.path], { prisma: database.prisma });
      await folder.clear();
      process.env.DATABASE_URL = database.url;
      ({ engine, close } = await open());
    }, 60_000);
    afterAll(async () => {
      await close();
      await database.drop();
    });

    const filterOf = (q: string, rest: Partial<SearchFilter> = {}): SearchFilter => ({
      q,
      page: 1,
      sort: 'relevance',
      ...rest,
    });
    const search = (q: string, rest: Partial<SearchFilter> = {}) => engine.search(searchRequest(filterOf(q, rest)));

    /** Documents of all pages, and of the list, the feed and the facets. */
    async function countEverywhere(filter: SearchFilter) {
      const request = searchRequest(filter);
      const { total, pages, facets } = await engine.search(request);
      const paged: string[] = [];
      for (let page = 1; page <= pages; page++)
        paged.push(...(await engine.search({ ...request, page })).documents.map(({ document }) => document.slug));
      const listed = new Set<string>();
      for await (const hits of engine.listHits(request, 10_000))
        for (const { document } of hits) listed.add(document.slug);
      const arrived = (await engine.findArrivals(request, 1000)).map(({ document }) => document.slug);
      const byYear = facets.year.reduce((sum, { documents: count }) => sum + count, 0);
      return {
        total: total.documents,
        byYear,
        paged: paged.sort(),
        listed: [...listed].sort(),
        arrived: arrived.sort(),
      };
    }

    test.each([
      ['低保', '最低生活保障'],
      ['发改委', '发展和改革委员会'],
      ['公租房', '公共租赁住房'],
      ['低保标准', '最低生活保障标准'],
    ])('%s and %s find the same documents', async (one, other) => {
      const found = await countEverywhere(filterOf(one));
      expect(found.total).toBeGreaterThan(0);
      expect(await countEverywhere(filterOf(other))).toEqual(found);
    });

    test('totals, facets, pages, lists and feeds count what other words find', async () => {
      for (const filter of [
        filterOf('低保'),
        filterOf('低保', { exact: '1' }),
        filterOf('低保|公租房 标准', { sort: 'oldest' }),
      ]) {
        const { total, byYear, paged, listed, arrived } = await countEverywhere(filter);
        expect(total).toBeGreaterThan(0);
        expect([byYear, paged.length]).toEqual([total, total]);
        expect(listed).toEqual(paged);
        expect(arrived).toEqual(paged);
      }
    });

    test('documents with the word as typed go first, titles before headings before texts', async () => {
      const { documents: found, others } = await search('公租房');
      expect(others).toEqual([{ word: '公租房', also: ['公共租赁住房'], left: [], related: [] }]);
      const typed = (await search('公租房', { exact: '1' })).documents.map(({ document }) => document.slug);
      expect(found.length).toBeGreaterThan(typed.length);
      expect(found.slice(0, typed.length).map(({ document }) => document.slug)).toEqual(typed);
    });

    test('what was found instead is marked', async () => {
      const { documents: found } = await search('公租房');
      const marked = found.flatMap(({ sections }) =>
        sections.flatMap(({ snippet: { text, marks } }) => marks.map(({ start, end }) => text.slice(start, end))),
      );
      expect([...new Set(marked)].sort()).toEqual(['公共租赁住房', '公租房']);
    });

    test('what was taken off is told, and not looked for', async () => {
      const { others } = await search('发改委', { off: '发展改革委' });
      expect(others).toMatchObject([{ also: ['发展和改革委'], left: ['发展改革委'] }]);
      expect((await search('"公租房"')).others).toEqual([]);
      const [exact, phrase] = await Promise.all([search('公租房', { exact: '1' }), search('"公租房"')]);
      expect(exact.total).toEqual(phrase.total);
    });

    test('one of two words is enough in the title and for the agency', async () => {
      const inTitle = (await search('标题:低保|标准')).documents.map(({ document }) => document.title);
      expect(inTitle.length).toBeGreaterThan(1);
      for (const title of inTitle) expect(title).toMatch(/低保|最低生活保障|标准/);
      expect((await search('机关:哪里|人民政府')).total.documents).toBe(documents.length + 2);
    });

    test('what a text defines as short for a name is looked for too', async () => {
      const { others, total } = await search('溪保中心');
      expect(others).toEqual([{ word: '溪保中心', also: ['溪流巡护保洁事务中心'], left: [], related: [] }]);
      expect(total.sections).toBe(2);
      expect((await countEverywhere(filterOf('溪保中心'))).total).toBe(1);
      expect(await search('溪保中心', { exact: '1' })).toMatchObject({
        total: { sections: 1 },
        others: [{ also: [], left: ['溪流巡护保洁事务中心'] }],
      });
    });

    test('words that stand nowhere together may each be another', async () => {
      const results = await search('溪流 公租房');
      expect(results.by).toBe('scattered');
      expect(results.total.documents).toBeGreaterThan(0);
    });

    /** Sections that a search finds. */
    async function listSections(q: string, rest: Partial<SearchFilter> = {}): Promise<string[]> {
      const found: string[] = [];
      for await (const hits of engine.listHits(searchRequest(filterOf(q, rest)), 10_000))
        for (const { document, section } of hits) if (section) found.push(`${document.slug} ${section.address}`);
      return found.sort();
    }

    test('everyday and official words find the union of what each finds by itself', async () => {
      const mutual = exactPairs.filter(({ everyday }) => !ONE_WAY.has(everyday) && !UNKNOWN.has(everyday));
      expect(mutual.length).toBeGreaterThanOrEqual(60);
      for (const { everyday, official } of mutual) {
        const [one, other] = await Promise.all([listSections(everyday), listSections(official)]);
        const [alone, beside] = await Promise.all([
          listSections(everyday, { exact: '1' }),
          listSections(official, { exact: '1' }),
        ]);
        expect(alone.length, everyday).toBeGreaterThan(0);
        expect(beside.length, official).toBeGreaterThan(0);
        const lost = [one, other].map((found) => [...alone, ...beside].filter((place) => !found.includes(place)));
        expect(lost, `${everyday} ${official}`).toEqual([[], []]);
      }
    }, 120_000);

    describe.each(Object.entries(ways))('%s', (_way, prepare) => {
      beforeAll(prepare);
      test('alternatives find exactly what a plain scan finds, and without them as well', async () => {
        const sections = await getClient().section.findMany({
          include: { document: { select: { title: true, slug: true } } },
        });
        const word = fc.constantFrom(...WORDS, '安排', '的', '落实低保');
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.tuple(fc.constantFrom(' ', '|', ' -'), word), { minLength: 1, maxLength: 4 }),
            fc.constantFrom(undefined, '1' as const),
            fc.constantFrom(undefined, 2017),
            fc.constantFrom(...SORTS),
            async (pieces, exact, year, sort) => {
              const q = pieces.map(([sign, text], index) => (index === 0 ? text : sign + text)).join('');
              const filter = filterOf(q, {
                sort,
                ...(exact && { exact }),
                ...(year !== undefined && { from: `${year}-01-01`, to: `${year}-12-31` }),
              });
              const { words, excluded } = searchRequest(filter).query;
              if (exact) expect(words.flatMap(alternativesOf)).toEqual(words.flatMap(({ typed }) => typed));
              expect(listTyped(words).every((typed) => q.includes(typed))).toBe(true);
              const has = (text: string): boolean =>
                words.every((each) => alternativesOf(each).some((one) => text.includes(one))) &&
                !excluded.some((one) => text.includes(one));
              const expected = sections.filter(({ text, document, orderedOn, ...section }) => {
                const name = printedName(section);
                const own = section.kind === 'part' && name === document.title ? '' : normalise(name);
                return has(`${own}\n${normalise(text)}`) && (year === undefined || orderedOn.getUTCFullYear() === year);
              });
              const results = await engine.search(searchRequest(filter));
              if (results.by !== 'words') return;
              expect(results.total.sections).toBe(expected.length);
              const listed: string[] = [];
              for await (const batch of engine.listHits(searchRequest(filter), 1000))
                for (const { document, section } of batch)
                  if (section) listed.push(`${document.slug} ${section.address}`);
              expect(listed.sort()).toEqual(
                expected.map(({ document, address }) => `${document.slug} ${address}`).sort(),
              );
            },
          ),
          { numRuns: 60 },
        );
      });
    });
  });
}
