import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { engine } from '@/lib/db/search';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { countStatements } from '@/lib/db/testing/statements';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';
import { Prisma } from '@/lib/db/generated/client';
import { listDocumentEntries, listSectionEntries } from './document-feeds';
import type { FollowedEntries } from './entries';
import { listAgencyEntries, listArrivals, listNewestEntries, listNewestIssueEntries, listNumberEntries } from './feeds';
import { pickEntries, pickIssues, pickOfAgency, pickOfDocument, pickOfNumber, pickParts } from './picked-events';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});
beforeEach(async () => {
  folder = await makeIngestFolder();
  await clearDatabase(database.prisma);
});
afterEach(async () => folder.clear());

const AGENCY = '示例市人民政府';
const ROADS = '示政发〔2020〕7号';
const notice = (serial: number, more: Partial<TextOfDocument> = {}): TextOfDocument => ({
  number: `示政发〔2026〕${serial}号`,
  title: `示例市人民政府关于养护第${serial}号路段的通知`,
  body: [`一、依照《示例市道路办法》(${ROADS})养护路段。`, '二、费用由市财政列支。'],
  signed: '2026年5月20日',
  ...more,
});

const ingest = async (): Promise<void> => {
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(files.flatMap(({ error }) => error ?? [])).toEqual([]);
};
const put = async (name: string, text: string): Promise<void> => {
  await folder.write(name, text);
  await ingest();
};
const show = ({ entries }: FollowedEntries): string[] =>
  entries.map(({ kind, title, parts }) => `${kind} ${title}${parts.length > 0 ? ` (${parts.length})` : ''}`);
const search = async (q: string, more = {}): Promise<FollowedEntries> => {
  const arrivals = await engine.findArrivals(searchRequest(parseSearchParams({ q, ...more })), 100);
  return listArrivals(arrivals.map(({ event }) => event));
};

test('an issue that comes late, signed before 55 other documents, is the first entry of every feed', async () => {
  for (let serial = 1; serial <= 55; serial++)
    await folder.write(
      `d${String(serial).padStart(2, '0')}.txt`,
      documentText(notice(serial, { signed: `2026年6月${(serial % 28) + 1}日` })),
    );
  await ingest();
  const lights = (serial: number) => notice(serial, { title: `示例市人民政府关于第${serial}号路灯的通知` });
  await put('late.txt', issueText(2026, 9, [lights(90), lights(91)]));
  const entry = 'issue 示例市人民政府公报2026年第9号';
  const all = await listNewestEntries(null);
  expect(all?.entries).toHaveLength(50);
  expect(show(all!)[0]).toBe(`${entry} (2)`);
  expect(show((await listNewestEntries('shili'))!)[0]).toBe(`${entry} (2)`);
  expect(show((await listNewestIssueEntries('shili'))!)).toEqual([`${entry} (2)`]);
  expect(show((await listAgencyEntries('shili', AGENCY))!)[0]).toBe(`${entry} (2)`);
  expect(show(await search('路段'))[0]).toBe(`${entry} (2)`);
  expect(show(await search('', { agency: AGENCY }))[0]).toBe(`${entry} (2)`);
  expect(show(await search('第90号路灯'))).toEqual([`${entry} (1)`]);
  expect(show(await listNumberEntries(ROADS)).slice(0, 2)).toEqual([
    'cited 示例市人民政府关于第91号路灯的通知',
    'cited 示例市人民政府关于第90号路灯的通知',
  ]);
  // However many entries: events, parts, their number, the instant of the first one, the name.
  expect(await countStatements(() => listNewestEntries('shili'))).toBeLessThanOrEqual(6);
});

test('an archive is one entry an issue, each with its documents in their order', async () => {
  for (const number of [1, 2, 3])
    await folder.write(`${number}.txt`, issueText(2026, number, [notice(number * 10), notice(number * 10 + 1)]));
  await ingest();
  const { entries } = (await listNewestEntries(null))!;
  expect(entries.map(({ issue, parts }) => [issue?.number, parts.map(({ document }) => document?.docNumber)])).toEqual([
    [3, ['示政发〔2026〕30号', '示政发〔2026〕31号']],
    [2, ['示政发〔2026〕20号', '示政发〔2026〕21号']],
    [1, ['示政发〔2026〕10号', '示政发〔2026〕11号']],
  ]);
});

test('a correction is one entry with both versions, and there and back are two', async () => {
  const one = documentText(notice(1));
  const two = documentText(notice(1, { body: ['一、养护路段。', '二、费用由各区财政列支。'] }));
  await put('a.txt', one);
  await put('a.txt', two);
  await put('a.txt', one);
  const { entries } = (await listNewestEntries('shili'))!;
  expect(entries.map(({ kind, change }) => [kind, change?.fromVersion, change?.toVersion])).toEqual([
    ['corrected', 2, 3],
    ['corrected', 1, 2],
    ['document', undefined, undefined],
  ]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
});

test('an issue taken out and in again is two entries more, and the feed of its city goes on without it', async () => {
  const text = issueText(2026, 3, [notice(1), notice(2)]);
  await put('a.txt', text);
  await removeSources(database.prisma, [{ named: folder.at('a.txt'), path: folder.at('a.txt') }], '文字有误');
  const between = (await listNewestEntries('shili'))!;
  expect(between.name).toBe('示例市');
  expect(show(between)).toEqual([
    'issueWithdrawn 示例市人民政府公报2026年第3号 (2)',
    'issue 示例市人民政府公报2026年第3号 (2)',
  ]);
  await put('a.txt', `${text}\n`);
  const [again, ...before] = (await listNewestEntries('shili'))!.entries;
  expect(again?.kind).toBe('issue');
  expect(before.map(({ id }) => id)).toEqual(between.entries.map(({ id }) => id));
  expect(await listNewestEntries('nowhere')).toBeNull();
});

describe('who follows one thing', () => {
  beforeEach(async () => {
    await put('a.txt', documentText({ ...notice(1), number: ROADS, title: '示例市道路办法' }));
    await put('b.txt', documentText(notice(2)));
  });

  test('a document: that it came, is cited, is corrected; of its section only what touches it', async () => {
    const body = [`一、依照《示例市道路办法》(${ROADS})养护路段。`, '二、费用由各区财政列支。'];
    await put('a.txt', documentText({ ...notice(1, { body }), number: ROADS, title: '示例市道路办法' }));
    const { entries } = (await listDocumentEntries('shili', 'shizhengfa-2020-7'))!;
    expect(entries.map(({ kind }) => kind)).toEqual(['corrected', 'cited', 'document']);
    expect(entries[1]?.reference?.sentence).toContain(ROADS);
    const kinds = async (address: string) =>
      (await listSectionEntries('shili', 'shizhengfa-2020-7', address))?.entries.map(({ kind }) => kind);
    expect(await kinds('2')).toEqual(['corrected', 'document']);
    expect(await kinds('1')).toEqual(['document']);
    expect(await kinds('9')).toBeUndefined();
    expect(await listDocumentEntries('shili', 'nothing')).toBeNull();
  });

  test('a document with a corrected number, at its former address too', async () => {
    await put('b.txt', documentText(notice(3, { title: notice(2).title })));
    const [now, then] = await Promise.all(
      ['shizhengfa-2026-3', 'shizhengfa-2026-2'].map((slug) => listDocumentEntries('shili', slug)),
    );
    expect(now?.entries.map(({ kind }) => kind)).toEqual(['moved', 'corrected', 'document']);
    expect(then).toEqual(now);
  });

  test('the search of a number: who cites it, and what bears it, once', async () => {
    expect(show(await search(ROADS))).toEqual([
      'document 示例市人民政府关于养护第2号路段的通知',
      'document 示例市道路办法',
    ]);
  });

  test('a number that nobody holds: who cites it, and its document when it comes', async () => {
    await put('c.txt', documentText(notice(4, { body: ['一、依照示政发〔2019〕1号办理。'] })));
    await put('d.txt', issueText(2026, 1, [notice(5, { number: '示政发〔2019〕1号' })]));
    const { entries } = await listNumberEntries('示政发〔2019〕1号');
    expect(entries.map(({ kind }) => kind)).toEqual(['document', 'cited']);
  });

  test('what was told of the past by the migration stands in the past', async () => {
    const { ledgerDocumentId } = await database.prisma.event.findFirstOrThrow({ where: { kind: 'cited' } });
    const told = { municipality: 'shili', title: '旧文', aboutNumber: ROADS, ledgerDocumentId };
    await database.prisma.event.create({ data: { ...told, kind: 'amended', at: new Date('2020-01-01') } });
    expect((await listNumberEntries(ROADS)).entries.map(({ kind }) => kind)).toEqual(['cited', 'document', 'amended']);
  });

  test('what has no entry has the instant of the first event', async () => {
    const first = await database.prisma.event.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const none = await listNumberEntries('示政发〔1999〕1号');
    expect(none).toEqual({ entries: [], since: first.at });
    expect(await search('潜水艇')).toEqual(none);
  });
});

test('a search with more hits than are counted lists what came last', async () => {
  // Without ingest: 1,100 documents of one day, and one older that comes last.
  await put('a.txt', documentText(notice(1)));
  await database.prisma.$executeRaw`
    INSERT INTO "Document" ("municipalityId", "sourceFileId", "position", "slug", "title", "matchTitle", "titleGrams", "titleSounds", "titleKey",
      "agency", "orderedOn", "length", "tree", "treeVersion")
    SELECT "municipalityId", "sourceFileId", "position" + made, "slug" || '-' || made, "title", "matchTitle", "titleGrams", "titleSounds", "titleKey",
      "agency", "orderedOn" + 9, "length", "tree", "treeVersion" FROM "Document", generate_series(1, 1100) made`;
  await database.prisma.$executeRaw`
    INSERT INTO "LedgerDocument" ("municipality", "municipalityName", "slug", "title", "documentId")
    SELECT 'shili', '示例市', "slug", "title", "id" FROM "Document" WHERE "position" > 1 ORDER BY "id"`;
  await database.prisma.$executeRaw`
    INSERT INTO "Event" ("kind", "municipality", "ledgerDocumentId", "title")
    SELECT 'document', 'shili', "id", "title" FROM "LedgerDocument" WHERE "slug" LIKE '%-%-%-%' ORDER BY "id"`;
  await put('b.txt', documentText(notice(2, { signed: '2026年1月5日', title: '示例市人民政府关于养护路段的意见' })));
  const found = await search('', { agency: AGENCY });
  expect(found.entries).toHaveLength(50);
  expect(show(found)[0]).toBe('document 示例市人民政府关于养护路段的意见');
});

test('the feeds of many events read what they list, by an index', async () => {
  const { prisma } = database;
  await prisma.$executeRaw`
    INSERT INTO "LedgerDocument" ("municipality", "municipalityName", "slug", "title", "docNumber")
    SELECT 'shili', '示例市', 'd-' || made, '通知', '示政发〔2026〕' || made || '号' FROM generate_series(1, 200) made`;
  await prisma.$executeRaw`
    INSERT INTO "Event" ("kind", "municipality", "ledgerDocumentId", "agency", "aboutNumber", "title", "issueYear", "issueNumber", "partOf")
    SELECT kind, 'shili', CASE WHEN kind <> 'issue' THEN first."id" + made % 200 END, CASE WHEN kind <> 'issue' THEN '某局' END,
      CASE WHEN kind = 'cited' THEN '示政发〔2026〕1号' END, '通知', 2026, made % 999, CASE WHEN kind = 'document' THEN made END
    FROM (SELECT min("id") AS "id" FROM "LedgerDocument") first,
      (SELECT made, CASE WHEN made % 100 = 0 THEN 'issue' WHEN made > 12000 THEN 'reread' WHEN made % 2 = 0 THEN 'cited' ELSE 'document' END AS kind
       FROM generate_series(1, 20000) made) made`;
  await prisma.$executeRaw`ANALYZE "Event"`;
  await prisma.$executeRaw`ANALYZE "LedgerDocument"`;
  const { id } = await prisma.ledgerDocument.findFirstOrThrow();
  const picks = {
    all: pickEntries(null),
    municipality: pickEntries('shili'),
    issues: pickIssues(null),
    issuesOf: pickIssues('shili'),
    agency: pickOfAgency('shili', '某局'),
    number: pickOfNumber('示政发〔2026〕1号'),
    document: pickOfDocument(id, '示政发〔2026〕1号'),
    parts: pickParts(['1', '3']),
  };
  for (const [name, picked] of Object.entries(picks)) {
    const rows = await prisma.$queryRaw<{ 'QUERY PLAN': string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, COSTS OFF) ${picked}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan, name).not.toMatch(/Seq Scan on "Event"/);
    const read = [...plan.matchAll(/on "Event".*?rows=(\d+)|Rows Removed by Filter: (\d+)/g)].map(([, rows, removed]) =>
      Number(rows ?? removed),
    );
    expect(Math.max(...read), `${name}\n${plan}`).toBeLessThanOrEqual(1000);
  }
});
