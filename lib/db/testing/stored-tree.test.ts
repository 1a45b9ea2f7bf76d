import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchRoute } from '@/lib/addresses/routes';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { readOutdated } from '@/lib/db/ingest/outdated';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { getIssueWithDocuments } from '@/lib/db/queries/issues/issue-with-documents';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { readTree, StoredTreeError } from '@/lib/db/stored-tree';
import { treeVersion } from '@/lib/gazette/ast';
import { oldestTreeVersion } from '@/lib/gazette/tree/former-trees';
import { proxy } from '@/proxy';
import { createTestDatabase, type TestDatabase } from './database';
import { makeIngestFolder, type IngestFolder } from './ingest-folder';
import { issueText } from './texts';

const planting = { number: '示政发〔2023〕1号', title: '示例市人民政府关于植树的通知', body: ['一、要求', '多种树。'] };
const SLUG = 'shizhengfa-2023-1';

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  process.env.DATABASE_URL = database.url;
  await folder.write('1.txt', issueText(2023, 1, [planting]));
});
beforeEach(async () => {
  await ingestPaths([folder.path], { prisma: database.prisma });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await folder.clear();
  await getClient().$disconnect();
  await database.drop();
});

/** As another version of gongbao would have stored it, its source file too. */
const storeAs = async (version: number) => {
  await database.prisma.document.updateMany({ data: { treeVersion: version } });
  await database.prisma.sourceFile.updateMany({ data: { parserVersion: 'another' } });
};

const ask = (path: string) => proxy(new NextRequest(`http://localhost${path}`));
const PAGES = ['', '/1', '/web'].map((below) => `/shili/${SLUG}${below}`);

describe('a tree of the present version', () => {
  test('is read', async () => {
    expect((await getDocument('shili', SLUG))?.tree).toMatchObject({ type: 'document', title: planting.title });
    expect((await getIssueWithDocuments('shili', 2023, { number: 1 }))?.documents[0]?.tree.type).toBe('document');
  });
  test.each(PAGES)('has its page: %s', async (page) => {
    expect((await ask(page)).status).toBe(200);
  });
});

describe.each([
  [oldestTreeVersion - 1, 'Run `npm run ingest -- --outdated`: it reads every file anew that another version stored.'],
  [
    treeVersion + 1,
    'A newer release stored it: start that one again, or run `npm run ingest -- --outdated` with this one.',
  ],
])('a tree of version %s', (version, advice) => {
  beforeEach(() => storeAs(version));

  test('is read by nobody; the error says what to do, and names no line of the program', async () => {
    const readers = [() => getDocument('shili', SLUG), () => getIssueWithDocuments('shili', 2023, { number: 1 })];
    for (const read of readers) {
      const error: unknown = await read().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StoredTreeError);
      const { message, stack } = error as StoredTreeError;
      expect(message).toBe(
        `The stored tree of shili/${SLUG} is of version ${version}; this program reads version ${treeVersion}. ${advice}`,
      );
      expect(stack).toBe(`StoredTreeError: ${message}`);
    }
  });

  test.each(PAGES)('has a page that says so, with the message in the log: %s', async (page) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await ask(page);
    expect(answer.status).toBe(503);
    expect(new URL(answer.headers.get('x-middleware-rewrite')!).pathname).toBe('/unavailable');
    expect(log.mock.calls).toHaveLength(1);
    expect(log.mock.calls[0]!.join(' ')).toMatch(/The stored tree of shili\/.*npm run ingest/);
  });

  test('leaves alone what needs no tree, and what is not there', async () => {
    expect(await decideAddress(matchRoute('/shili'))).toEqual({ kind: 'held' });
    expect(await decideAddress(matchRoute('/shili/issues/2023/1'))).toEqual({ kind: 'held' });
    expect(await decideAddress(matchRoute(`/shili/${SLUG}/9`))).toEqual({ kind: 'missing' });
    expect(await decideAddress(matchRoute('/shili/nosuch'))).toEqual({ kind: 'missing' });
  });

  test('is replaced by reading anew, as the message promises', async () => {
    await readOutdated({ prisma: database.prisma });
    expect((await getDocument('shili', SLUG))?.tree.title).toBe(planting.title);
    expect((await ask(`/shili/${SLUG}`)).status).toBe(200);
  });
});

test.each([null, 'text', [], {}, { type: 'gazette', children: [] }, { type: 'document' }])('%j is no tree', (tree) => {
  expect(() => readTree({ tree, treeVersion }, 'shili/a')).toThrow(/shili\/a is no tree;.*npm run ingest/);
});
