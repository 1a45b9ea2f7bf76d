import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { listCitingSections } from '@/lib/db/queries/citations/citing-sections';
import { getPeek } from '@/lib/db/queries/documents/peek';
import { listNumberEntries } from '@/lib/db/queries/feeds/feeds';
import { getNumberRows } from '@/lib/db/queries/citations/citation-rows';
import { engine } from '@/lib/db/search';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { makeDocNumber, printedName } from '@/lib/gazette';
import { searchRequest } from '@/lib/addresses/search-params';
import { peekTargetSchema } from '@/lib/views/document/peek';
import { nameSection, pathWords, type NamedSection } from '@/lib/text/section-names';
import { EMERGENCY_PLAN, FESTIVAL_RULES } from '@/lib/text/testing/numbered-texts';
import { createTestDatabase, type TestDatabase } from './database';
import { makeIngestFolder } from './ingest-folder';

let database: TestDatabase;
beforeAll(async () => {
  const folder = await makeIngestFolder();
  database = await createTestDatabase();
  await folder.write('plan.txt', EMERGENCY_PLAN);
  await folder.write('rules.txt', FESTIVAL_RULES);
  await ingestPaths([folder.path], { prisma: database.prisma });
  await folder.clear();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});

const PLAN = 'shizhengfa-2024-31';
const RULES = 'shizhenggui-2020-7';

/** Markers and heading, as lists show them. */
const shown = (section: NamedSection): string => {
  const { markers, heading } = nameSection(section);
  return `${markers}　${heading}`;
};
const search = (q: string) => engine.search(searchRequest({ q, page: 1, sort: 'relevance' }));
const hits = async (q: string) => (await search(q)).documents.flatMap(({ sections }) => sections);

describe('a search hit is called as the print calls it', () => {
  test.each([
    ['编制目的', '1.1　编制目的'],
    ['指挥机构', '2.1　指挥机构'],
    ['应急指挥', '2.1.3　应急指挥'],
    ['竹竿', '2.1.3(1)①　剪线'],
    ['先联络', '附件1　1.1　联络顺序'],
    ['筹备', '第一篇　灯会筹备'],
    ['灯会收尾', '第二篇　灯会收尾'],
    ['灯会遇雨', '第一篇第一章第二条之一　灯会遇雨顺延,顺延办法依照《示例市风筝节…'],
    ['小雨', '第一篇第一章第二条之一（一）　小雨'],
    ['油灯加罩', '第一篇第一章第二条之一（一）①　油灯加罩'],
  ])('%s', async (q, name) => {
    expect((await hits(q)).map(shown)).toEqual([name]);
  });

  test.each(['"2.1.3 应急"', '"2.1 指挥"', '"第二条之一 灯会"', '"第一篇 灯会筹"', '"（一）小雨"', '"①油灯"'])(
    'words that run across marker and heading are found: %s',
    async (q) => {
      const [hit, ...others] = await hits(q);
      expect(others).toEqual([]);
      const [mark] = hit!.headingMarks;
      expect(mark?.start, 'the mark begins in the marker').toBeLessThan(hit!.marker.length);
      expect(mark?.end, 'and ends in the heading').toBeGreaterThan(nameSection(hit!).headingAt);
    },
  );

  test('in a table of hits the whole path stands', async () => {
    expect((await hits('应急指挥')).map(pathWords)).toEqual([
      '示例市风筝节应急预案 › 2 组织体系 › 2.1 指挥机构 › 2.1.3 应急指挥',
    ]);
  });

  test('a suggested heading has no marker', async () => {
    const headings = async (typed: string) =>
      (await engine.suggest(typed)).filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    expect(await headings('应急指挥')).toEqual(['应急指挥']);
    expect(await headings('灯会筹备')).toEqual(['灯会筹备']);
    expect(await headings('联络表')).toEqual(['附件1 风筝节联络表']);
  });
});

describe('in the list of who cites', () => {
  const citing = async (slug: string) => {
    const { id } = await database.prisma.document.findFirstOrThrow({ where: { slug } });
    return (await listCitingSections(id)).mentions.map(({ section }) => shown(section));
  };
  test('decimal numbers', async () => {
    expect(await citing(RULES)).toEqual(['1.1　编制目的', '2.1.3(1)　断电']);
  });
  test('parts, and an article that was inserted', async () => {
    expect(await citing(PLAN)).toEqual(['第一篇第一章第二条之一　灯会遇雨顺延,顺延办法依照《示例市风筝节…']);
  });
});

describe('a peek', () => {
  const peekAt = async (link: string) => {
    const peek = await getPeek(peekTargetSchema.parse(link)!);
    return peek?.kind === 'document' && peek.section ? [shown(peek.section), peek.lines] : null;
  };
  test.each([
    [`/shili/${PLAN}#a-1.1`, '1.1　编制目的', /^为了风筝节的安全/],
    [`/shili/${PLAN}#a-2`, '2　组织体系', /^2\.1 指挥机构 2\.1\.1 指挥部 指挥部设在广场。 2\.1\.2 成员单位/],
    [`/shili/${PLAN}#a-2.1.3`, '2.1.3　应急指挥', /^\(1\)断电 供电单位/],
    [`/shili/${RULES}#a-b1`, '第一篇　灯会筹备', /^第一章 总则 第一条 灯会每年一次。 第二条 /],
    // It has no name of its own, and is called by its first words, which the lines repeat.
    [`/shili/${RULES}#a-t2zhi1`, '第一篇第一章第二条之一　', /^灯会遇雨顺延/],
    [`/shili/${RULES}#a-t2zhi1.1`, '第一篇第一章第二条之一（一）　小雨', /^小雨时照常点灯。/],
  ])('at %s', async (link, name, lines) => {
    expect(await peekAt(link)).toEqual([name, expect.stringMatching(lines)]);
  });
});

test('data and feeds have marker and heading in one line', async () => {
  const number = makeDocNumber({ form: 'bracketed', agencyCode: '示政规', year: 2020, serial: 7 });
  const { citedBy } = await getNumberRows(number, 1);
  expect(citedBy.rows.map(({ section }) => printedName(section))).toEqual(['1.1 编制目的', '(1)断电']);
  const { entries } = await listNumberEntries('示政规〔2020〕7号');
  const told = entries.flatMap(({ reference }) => (reference ? [printedName(reference.section)] : []));
  expect(told).toEqual(['1.1 编制目的']);
});

test('what is matched is marker and heading as they run on in print', async () => {
  const rows = await database.prisma.section.findMany({
    where: { address: { in: ['a-2.1.3', 'a-b1', 'a-t2zhi1.1', 'f1'] } },
    select: { marker: true, heading: true, matchText: true },
    orderBy: { matchText: 'asc' },
  });
  const heads = rows.map(({ marker, heading, matchText }) => [marker, heading, matchText.split('\n')[0]]);
  expect(heads.sort()).toEqual([
    ['(一)', '小雨', '(一)小雨'],
    ['2.1.3', '应急指挥', '2.1.3应急指挥'],
    ['第一篇', '灯会筹备', '第一篇灯会筹备'],
    ['附件1', '风筝节联络表', '附件1风筝节联络表'],
  ]);
});
