import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { searchRequest, type SearchFilter } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { readOutdated } from '@/lib/db/ingest/outdated';
import { readHeldScheme } from '@/lib/db/search/planner/held-scheme';
import { forgetFrequencies } from '@/lib/db/search/planner/frequencies';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { SORTS } from '@/lib/search/engine';
import { conditionCode, listGrams } from '@/lib/search/text/grams';
import { ownScheme, searchScheme } from '@/lib/search/text/scheme';

vi.mock('@/lib/search/text/former-spellings', () => ({
  // A former version that left 種 and 護 as they are, and wrote 养 as 養.
  formerSpellings: { 'text:0': { from: '種護養', to: '种护养' } },
}));

let fresh: TestDatabase;
let mixed: TestDatabase;
let originals: Awaited<ReturnType<typeof listRows>>;
const listRows = () => mixed.prisma.document.findMany({ include: { sections: true } });
beforeAll(async () => {
  fresh = await createCorpusDatabase();
  mixed = await createCorpusDatabase();
  originals = await listRows();
});
const restore = async () => {
  for (const { id, matchTitle, titleGrams, sections } of originals) {
    await mixed.prisma.document.update({ where: { id }, data: { matchTitle, titleGrams } });
    for (const { id: sectionId, matchText, grams, headingGrams } of sections)
      await mixed.prisma.section.update({ where: { id: sectionId }, data: { matchText, grams, headingGrams } });
  }
  await mixed.prisma.sourceFile.updateMany({ data: { searchScheme } });
};
afterEach(restore);
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await Promise.all([fresh.drop(), mixed.drop()]);
});
const inDatabase = async <Result>({ url }: TestDatabase, work: () => Promise<Result>): Promise<Result> => {
  process.env.DATABASE_URL = url;
  return work();
};

/** Gives what readers get: hits as a page and as a list. */
async function ask(filter: SearchFilter) {
  const request = searchRequest(filter);
  const hits: string[] = [];
  for await (const batch of engine.listHits(request, 1000))
    for (const { document, section } of batch) hits.push(`${document.slug} ${section?.address ?? ''}`);
  return { answer: await engine.search(request), hits };
}
const expectations = new Map<string, Promise<unknown>>();
/** Gives what is found where all is new, which is asked once, and where rows are mixed. */
async function askBoth(filter: SearchFilter): Promise<[expected: Asked, found: Asked]> {
  const key = JSON.stringify(filter);
  const known = expectations.get(key) ?? inDatabase(fresh, () => ask(filter));
  expectations.set(key, known);
  return [(await known) as Asked, await inDatabase(mixed, () => ask(filter))];
}
type Asked = Awaited<ReturnType<typeof ask>>;

/** How the rows of a former scheme differ. */
interface FormerRows {
  scheme: string;
  /** Gives the codes that such a row has in place of those of today. */
  codes?: (codes: number[]) => number[];
  /** Gives a text of matching as it was spelt. */
  spell?: (text: string) => string;
}

/** Makes rows of a former scheme of every second source file. */
async function change({ scheme, codes = (all) => all, spell = (text) => text }: FormerRows): Promise<void> {
  const { prisma } = mixed;
  const files = (await prisma.sourceFile.findMany()).filter(({ id }) => id % 2 === 0).map(({ id }) => id);
  const former = (text: string, all: number[]): number[] => {
    const conditions = all.filter((code) => isOf(code, ...CONDITIONS));
    return codes([...listGrams(spell(text)), ...conditions]).sort((one, other) => one - other);
  };
  const documents = await prisma.document.findMany({
    where: { sourceFileId: { in: files } },
    include: { sections: true },
  });
  for (const { id, matchTitle, titleGrams, sections } of documents) {
    const data = { matchTitle: spell(matchTitle), titleGrams: former(matchTitle, titleGrams) };
    await prisma.document.update({ where: { id }, data });
    for (const { id: sectionId, matchText, grams, headingGrams } of sections)
      await prisma.section.update({
        where: { id: sectionId },
        data: {
          matchText: spell(matchText),
          grams: former(matchText, grams),
          headingGrams: former(matchText.split('\n', 1)[0]!, headingGrams),
        },
      });
  }
  expect(documents.length).toBeGreaterThan(2);
  await prisma.sourceFile.updateMany({ where: { id: { in: files } }, data: { searchScheme: scheme } });
}

const CONDITIONS = ['year', 'month', 'day', 'municipality', 'issue', 'agency', 'genre', 'place', 'document'] as const;
type Kind = 'character' | 'pair' | 'triple' | (typeof CONDITIONS)[number];

/** Whether a code is one of these kinds. */
function isOf(code: number, ...kinds: readonly Kind[]): boolean {
  const high = code >>> 16;
  const kind =
    high >= 0xdc00 && high < 0xe000
      ? 'triple'
      : high >= 0xd9c0 && high < 0xdc00
        ? CONDITIONS.find((each) => code - conditionCode(each, 0) >= 0 && code - conditionCode(each, 0) < 2 ** 22)
        : high >= 0xd800 && high < 0xd9c0
          ? 'character'
          : 'pair';
  return kind !== undefined && kinds.includes(kind);
}

const without = (...kinds: Kind[]): FormerRows => ({
  scheme: searchScheme
    .split(' ')
    .filter((word) => !kinds.some((kind) => word.startsWith(`${kind}:`)))
    .join(' '),
  codes: (all) => all.filter((code) => !isOf(code, ...kinds)),
});
/** Codes of a kind that have other numbers, which may be those of others today. */
const renumbered = (kind: Kind, number: (code: number) => number): FormerRows => ({
  scheme: searchScheme.replace(`${kind}:1`, `${kind}:0`),
  codes: (all) => all.map((code) => (isOf(code, kind) ? number(code) : code)),
});
const FIRST_TRIPLE = 0xdc00 << 16;

const UNKNOWN = 'has nothing that is known';
const SCHEMES: Record<string, FormerRows> = {
  'has no triples': without('triple'),
  'has triples with other numbers': renumbered(
    'triple',
    (code) => FIRST_TRIPLE + (((code - FIRST_TRIPLE) * 7 + 5) % 2 ** 18),
  ),
  'has pairs and characters alone, as rows of version 8': {
    ...without('triple', ...CONDITIONS),
    scheme: 'text:1 character:1 pair:1',
  },
  'has no days and no documents': without('day', 'document'),
  'has no places, kinds and agencies': without('place', 'genre', 'agency'),
  'has months that are counted otherwise': renumbered('month', (code) => code + 1),
  'has pairs with other numbers': renumbered('pair', (code) => ((code << 16) | (code >>> 16)) & 0x7fffffff),
  'has characters alone': without('pair', 'triple', ...CONDITIONS),
  [UNKNOWN]: { scheme: 'text:1 word:1', codes: () => [] },
  'spells characters otherwise': {
    scheme: searchScheme.replace('text:1', 'text:0'),
    spell: (text) => text.replaceAll('种', '種').replaceAll('护', '護').replaceAll('养', '養'),
  },
};

const WORDS = [
  '树',
  '养老',
  '绿化',
  '河道',
  '行道树',
  '二十四',
  '养老服务',
  '居家社区养老服务',
  '多种树,养护',
  '示例市人民政府',
  '(一)',
  '100%_',
];

const FILTERS: Partial<SearchFilter>[] = [
  { municipality: 'yangli' },
  { municipality: 'shili', issue: '2023-1' },
  { genre: '意见' },
  { agency: '示例市人民政府' },
  { place: 'text' },
  { validity: 'unknown' },
  { from: '2023-03-01', to: '2023-03-01' },
];

/** What a search takes for granted decides whether it looks at all days at once or step by step. */
async function takeForGranted({ sections, share }: { sections: number; share: number }): Promise<void> {
  const { prisma } = mixed;
  await prisma.searchStatistics.updateMany({ data: { sections } });
  await prisma.$executeRaw`DELETE FROM "SearchFrequency"`;
  await prisma.$executeRaw`
    INSERT INTO "SearchFrequency" SELECT DISTINCT "code", ${share}::real, ${share}::real, ${share}::real
    FROM (SELECT unnest("grams") AS "code" FROM "Section" UNION SELECT unnest("titleGrams") FROM "Document") held`;
  forgetFrequencies();
}

describe.each(Object.entries(SCHEMES))('where every second file %s', { timeout: 120_000 }, (name, scheme) => {
  test.each([
    ['all days at once', { sections: 100, share: 0.001 }],
    ['some days after the other', { sections: 100_000_000, share: 0.9 }],
  ])('searches find what they find where all is new: %s', async (_, granted) => {
    await change(scheme);
    await takeForGranted(granted);
    expect(await inDatabase(mixed, readHeldScheme)).not.toBe(ownScheme);
    for (const q of WORDS)
      for (const filter of [{}, { from: '2023-01-01', to: '2023-12-31' }]) {
        const [expected, found] = await askBoth({ q, page: 1, sort: 'relevance', ...filter });
        expect(found, `${q} ${JSON.stringify(filter)}`).toEqual(expected);
      }
    for (const filter of FILTERS) {
      const [expected, found] = await askBoth({ q: '市', page: 1, sort: 'newest', ...filter });
      expect(expected.hits, JSON.stringify(filter)).not.toEqual([]);
      expect(found, JSON.stringify(filter)).toEqual(expected);
    }
    // Headings are suggested by codes alone, and none where these are frequent.
    if (name !== UNKNOWN && granted.share < 0.5)
      for (const typed of ['养老', '示例市人民政府', '清理'])
        expect(await inDatabase(mixed, () => engine.suggest(typed))).toEqual(
          await inDatabase(fresh, () => engine.suggest(typed)),
        );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('', '', '-', '标题:', '机关:'), fc.constantFrom(...WORDS)), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.record(
          {
            municipality: fc.constantFrom('shili', 'yangli'),
            genre: fc.constantFrom('通知', '意见'),
            agency: fc.constantFrom('示例市人民政府', '样例市人民政府'),
            place: fc.constantFrom('text' as const, 'table' as const, 'attachment' as const),
            validity: fc.constantFrom('unknown' as const, 'repealed' as const),
            from: fc.constantFrom('2022-09-01', '2023-03-01', '2023-03-02'),
            to: fc.constantFrom('2022-12-31', '2023-03-01', '2024-02-01'),
          },
          { requiredKeys: [] },
        ),
        fc.constantFrom(...SORTS),
        async (pieces, filter, sort) => {
          const q = pieces.map(([sign, word]) => `${sign}${word}`).join(' ');
          const [expected, found] = await askBoth({ q, page: 1, sort, ...filter });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 6 },
    );
  });
});

test('nothing of the former scheme is left once all is read anew', async () => {
  await change(SCHEMES['has no triples']!);
  expect((await inDatabase(mixed, readHeldScheme)).has('triple')).toBe(false);
  await mixed.prisma.sourceFile.updateMany({
    where: { searchScheme: { not: searchScheme } },
    data: { parserVersion: 'former' },
  });
  expect(await readOutdated({ prisma: mixed.prisma })).toMatchObject({ replaced: 3, failed: 0 });
  expect(await inDatabase(mixed, readHeldScheme)).toBe(ownScheme);
  originals = await listRows();
});

test('a file that a former program ingests meanwhile is found at once', async () => {
  expect(await inDatabase(mixed, readHeldScheme)).toBe(ownScheme);
  await mixed.prisma.sourceFile.updateMany({
    data: { searchScheme: without('triple').scheme },
    where: { name: 'elderly.txt' },
  });
  expect((await inDatabase(mixed, readHeldScheme)).has('triple')).toBe(false);
});
