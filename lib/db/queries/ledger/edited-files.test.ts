import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { parseGazette } from '@/lib/gazette';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { listPassages } from '@/lib/versions';
import { EDITS, seeded } from '@/lib/versions/testing/edits';
import { Follower, type GivenAddress } from './testing/follow-address';

const SAMPLE = path.resolve('prisma', 'sample-corpus');
const corpora = [SAMPLE, findReferenceCorpus()].filter((folder) => folder !== null);
const texts = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.txt'));
/** All addresses are asked after every kind of edit: that takes a quarter of an hour. */
const isWhole = process.env.EVERY_ADDRESS === '1';
/** Addresses asked after each edit: of those that mean other words now, and of the others. */
const ASKED = isWhole ? [Infinity, Infinity] : [20, 4];
/** Edits of a file, one after the other. */
const MADE = isWhole ? Object.keys(EDITS).length : 2;
/** Up to so many addresses of a text all of them may mean other words after two edits. */
const FEW = 30;

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await getClient().$disconnect();
  await folder.clear();
  await database.drop();
});

async function put(name: string, text: string): Promise<void> {
  const { files } = await ingestPaths([await folder.write(name, text)], { prisma: database.prisma, accept: true });
  expect(files.map(({ error }) => error)).toEqual([undefined]);
}

async function giveAll(name: string): Promise<GivenAddress[]> {
  const rows = await database.prisma.document.findMany({
    where: { sourceFile: { path: folder.at(name) } },
    select: { slug: true, municipality: { select: { slug: true } } },
    orderBy: { id: 'asc' },
  });
  const follower = new Follower();
  const given: GivenAddress[] = [];
  for (const { slug, municipality } of rows)
    for (const each of await follower.give(municipality.slug, slug)) given.push(each);
  return given;
}

/** Draws so many of a list; the whole list where it has no more. */
const someOf = <Each>(list: readonly Each[], most: number, random: () => number): readonly Each[] =>
  list.length <= most ? list : Array.from({ length: most }, () => list[Math.floor(random() * list.length)]!);

describe.each(corpora.map((each) => [path.basename(each), each] as const))('of %s', (_title, corpus) => {
  // Edits go round over the files: each file has its own, and each kind is made.
  test.each(texts(corpus).map((name, at) => [name, at] as const))(
    'every address that %s has given out is right after edits',
    async (name, at) => {
      const original = readFileSync(path.join(corpus, name), 'utf8');
      await put(name, original);
      const kinds = Object.keys(EDITS);
      const random = seeded(at + original.length);
      const counts: Record<string, number> = {};
      const given = new Map<string, GivenAddress>();
      let text = original;
      // A text may have no place for some kinds; the next one is made then.
      for (let turn = at * 2, made = 0; made < MADE && turn < at * 2 + 2 * kinds.length; turn++) {
        for (const each of await giveAll(name)) given.set(JSON.stringify(each), each);
        const passages = parseGazette(text).tree.children.flatMap((child) =>
          child.type === 'document' ? listPassages(child) : [],
        );
        const edited = EDITS[kinds[turn % kinds.length]!]!(text.split('\n'), passages, random)?.join('\n');
        if (edited === undefined) continue;
        made++;
        await put(name, (text = edited));
        const follower = new Follower();
        const [others, same]: [GivenAddress[], GivenAddress[]] = [[], []];
        for (const each of given.values()) ((await follower.isSame(each)) ? same : others).push(each);
        for (const [kind, list] of [others, same].entries())
          for (const each of someOf(list, ASKED[kind]!, random)) {
            const answer = await follower.follow(each);
            counts[answer] = (counts[answer] ?? 0) + 1;
          }
      }
      process.stdout.write(`   ${name} edited: ${JSON.stringify(counts)}\n`);
      expect(Object.keys(counts).filter((answer) => answer.startsWith('wrong'))).toEqual([]);
      // A text of a few lines may be another one throughout.
      if (given.size > FEW) expect(counts['the same']).toBeGreaterThan(0);
    },
    isWhole ? 1_800_000 : 120_000,
  );
});
