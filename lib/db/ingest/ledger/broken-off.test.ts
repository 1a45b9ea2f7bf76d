import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { issueText } from '@/lib/db/testing/texts';

const KILLS = 8;
const body = (first: string): string[] => [
  `第一条 ${first}`,
  ...Array.from(
    { length: 40 },
    (_, at) => `第${at + 2}条 第${at + 2}项工作由市水务局于当年${(at % 12) + 1}月底以前完成。`,
  ),
];
const issue = (first: string): string =>
  issueText(
    2023,
    3,
    [1, 2, 3].map((number) => ({
      number: `示政发〔2023〕${number}号`,
      title: `示例市第${number}个办法`,
      body: body(first),
    })),
  );

let database: TestDatabase;
let folder: IngestFolder;
let killer: Client;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  killer = new Client({ connectionString: database.url });
  await killer.connect();
});
afterAll(async () => {
  await killer.end();
  await folder.clear();
  await database.drop();
});

interface State {
  sections: number;
  version: number;
  versions: number;
  changes: number;
  passages: number;
  events: number;
  words: string;
}

/** What is held, and every trace of what was: rows of a half ingest would show here. */
const readState = async (): Promise<State> => {
  const { rows } = await killer.query<State>(`
    SELECT (SELECT count(*)::int FROM "Section") AS sections, (SELECT max("version") FROM "LedgerDocument") AS version,
      (SELECT count(*)::int FROM "DocumentVersion") AS versions, (SELECT count(*)::int FROM "DocumentChange") AS changes,
      (SELECT count(*)::int FROM "FormerPassage") AS passages, (SELECT count(*)::int FROM "Event") AS events,
      (SELECT string_agg(left("text", 40), '|' ORDER BY "id") FROM "Section" WHERE "text" LIKE '%河%') AS words`);
  return rows[0]!;
};

/** Ingests with a client of its own, which loses its connections after some milliseconds. */
async function ingestBroken(path: string, after: number | null): Promise<boolean> {
  const prisma = createClient(database.url);
  const running = ingestPaths([path], { prisma, accept: true }).then(
    ({ files }) => files.every(({ error }) => error === undefined),
    () => false,
  );
  if (after !== null) {
    await sleep(after);
    await killer.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  }
  const succeeded = await running;
  await prisma.$disconnect();
  return succeeded;
}

test(
  'an ingest that is cut off at any moment leaves the former state or the new one',
  { timeout: 120_000 },
  async () => {
    await ingestBroken(await folder.write('issue.txt', issue('河道分为三级。')), null);
    const began = performance.now();
    await ingestBroken(await folder.write('issue.txt', issue('河道分为四级。')), null);
    const takes = performance.now() - began;
    let before = await readState();
    let cut = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      await folder.write('issue.txt', issue(`河道分为${kill}类。`));
      if (!(await ingestBroken(folder.at('issue.txt'), (takes * kill) / KILLS))) cut++;
      const found = await readState();
      // Whatever became of it, the next one goes in, as one change of each document.
      await ingestBroken(folder.at('issue.txt'), null);
      const after = await readState();
      expect(after).toMatchObject({
        version: before.version + 1,
        changes: before.changes + 3,
        versions: before.versions + 3,
      });
      expect([before, after]).toContainEqual(found);
      before = after;
    }
    process.stdout.write(`   ${cut} of ${KILLS} ingests were cut off\n`);
    expect(cut).toBeGreaterThan(0);
  },
);
