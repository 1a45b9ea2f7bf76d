import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSourceFiles } from '@/lib/source-files';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { shuffled } from '@/lib/db/testing/orders';
import { recount, sorted } from '@/lib/db/testing/recount';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { documentText } from '@/lib/db/testing/texts';

const corpora = [
  { name: 'the sample corpus', folder: path.resolve('prisma/sample-corpus'), orders: 4 },
  // Some seconds an ingest.
  { name: 'the real gazettes', folder: findReferenceCorpus(), orders: 2 },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What came of each file is no matter of the graph; a failure is. */
async function ingest(paths: string[]) {
  const { files, corrections } = await ingestPaths(paths, { prisma: database.prisma, accept: true });
  expect([...files, ...corrections].filter(({ outcome }) => outcome === 'failed')).toEqual([]);
}

/** Deep comparison of all texts takes its time; it is for the case that something differs. */
function expectSame<Graph>(graph: Graph, other: Graph) {
  if (JSON.stringify(graph) !== JSON.stringify(other)) expect(other).toEqual(graph);
}

for (const { name, folder, orders } of corpora)
  test.skipIf(folder === null)(`${name}: the same citation graph in every order`, { timeout: 600_000 }, async () => {
    const { files } = await findSourceFiles([folder!]);
    await clearDatabase(database.prisma);
    await ingest(files);
    const graph = await takeSnapshot(database.prisma);
    expect(graph.citations.length).toBeGreaterThan(0);
    for (let seed = 1; seed < orders; seed++) {
      await clearDatabase(database.prisma);
      for (const file of shuffled(files, seed)) await ingest([file]);
      expectSame(graph, await takeSnapshot(database.prisma));
    }
    // One is taken out and comes again.
    const [file] = shuffled(files, orders);
    await removeSources(database.prisma, [{ named: file!, path: file! }]);
    expect((await takeSnapshot(database.prisma)).citations.length).not.toBe(graph.citations.length);
    await ingest([file!]);
    expectSame(graph, await takeSnapshot(database.prisma));
  });

test(
  'what is kept is what a count from scratch gives, whatever comes, changes, is corrected and goes',
  { timeout: 120_000 },
  async () => {
    await clearDatabase(database.prisma);
    const folder = await makeIngestFolder();
    let drawn = 1;
    const pick = <Item>(items: readonly Item[]): Item => shuffled(items, drawn++)[0]!;
    const some = <Item>(make: () => Item): Item[] => Array.from({ length: pick([0, 1, 2, 3]) }, make);
    const numbers = [1, 2, 3, 4, 5].map((serial) => `示政发〔2020〕${serial}号`);
    const sentence = () => {
      const [number, title] = [pick(numbers), pick(['绿化办法', '河道办法', '停车办法'])];
      return pick([
        `根据《示例市${title}》(${number})办理。`,
        `执行${number}规定。`,
        `《示例市${title}》(${number})同时废止。`,
        `将《示例市${title}》(${number},以下简称《办法》)修改如下。`,
      ]);
    };
    const misprint = (printed: string) => {
      const right = pick(numbers.filter((number) => number !== printed));
      const where = pick(['', `\n    in: ${pick(numbers)}`]);
      return `  - printed: ${printed}\n    right: ${right}${where}\n    source: 样例来函\n`;
    };
    const come = async () => {
      const number = pick(numbers);
      const body = ['一、依据', ...some(sentence), '二、其他', ...some(sentence)];
      const text = {
        number,
        title: `示例市人民政府关于${number}的通知`,
        body,
        signed: `202${pick([0, 1, 2])}年1月1日`,
      };
      await ingest([await folder.write(`${number}.txt`, documentText(text))]);
    };
    const correct = async () => {
      const entries = shuffled(numbers, drawn++)
        .slice(0, pick([0, 1, 2]))
        .map(misprint);
      await ingest([
        await folder.write('corrections.yml', entries.length > 0 ? `misprints:\n${entries.join('')}` : '# none'),
      ]);
    };
    const go = async () => {
      const held = await database.prisma.sourceFile.findMany({ orderBy: { path: 'asc' } });
      if (held.length === 0) return;
      const { name, path: at } = pick(held);
      await removeSources(database.prisma, [{ named: name, path: at! }]);
    };
    for (let step = 0; step < 25; step++) {
      await pick([come, come, correct, go])();
      const { citedNumbers, mentionCounts } = await takeSnapshot(database.prisma);
      expect({ citedNumbers: sorted(citedNumbers), mentionCounts: sorted(mentionCounts) }).toEqual(
        await recount(database.prisma),
      );
    }
    await folder.clear();
  },
);
