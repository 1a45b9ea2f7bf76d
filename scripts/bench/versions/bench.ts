import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import type * as ast from '@/lib/gazette/ast';
import { parseGazette } from '@/lib/gazette';
import { differenceOf, listPassages, matchPassages, type Passage } from '@/lib/versions';
import { makeCorpus } from '../search/corpus/corpus';
import { openFilled, type BenchDatabase } from '../search/database';
import { spreadOf } from '../statistics';

/** What is measured, and how often. */
export interface VersionsBenchRequest {
  /** Of texts; the largest is ingested. */
  folder: string;
  rounds: number;
  /** Of the corpus beside it. */
  sections: number;
  /** Build anew what is there from an earlier run. */
  fresh: boolean;
}

const VERSIONS = 10;
/** How many times as long as a new issue a changed one may take. */
const CHANGED_LIMIT = 2;
/** Milliseconds that a comparison of documents that share nothing may take. */
const COMPARISON_LIMIT = 2000;

/**
 * Ingests an issue into a large corpus: new, unchanged, changed; and compares long documents.
 * @returns the sentences that say what is not as it should be
 */
export async function benchVersions(
  place: BenchDatabase,
  { folder, rounds, sections, fresh }: VersionsBenchRequest,
  print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  const size = { sections, seed: 1 };
  const { url } = await openFilled(place, size, makeCorpus(size), { fresh, log });
  const prisma = createClient(url);
  const work = mkdtempSync(path.join(tmpdir(), 'gongbao-bench-'));
  const source = largestIn(folder);
  const text = readFileSync(source, 'utf8');
  const file = path.join(work, path.basename(source));
  const ingest = async (version: number): Promise<number> => {
    writeFileSync(file, changed(text, version));
    const began = performance.now();
    const { files } = await ingestPaths([file], { prisma });
    const took = performance.now() - began;
    const error = files.find((each) => each.error !== undefined)?.error;
    if (error !== undefined) throw new Error(error);
    return took;
  };
  const takeOut = () => removeSources(prisma, [{ named: file, path: file }]);
  const taken: Record<'new' | 'unchanged' | 'changed', number[]> = { new: [], unchanged: [], changed: [] };
  try {
    // What a former run left; and once to warm everything.
    await forget(prisma);
    await ingest(0);
    for (let round = 0; round < rounds; round++) {
      log(`round ${round + 1}`);
      await takeOut();
      await forget(prisma);
      taken.new.push(await ingest(0));
      taken.unchanged.push(await ingest(0));
      taken.changed.push(await ingest(1));
    }
    const before = await ledgerBytes(prisma);
    for (let version = 2; version < VERSIONS + 2; version++) await ingest(version);
    const grown = (await ledgerBytes(prisma)) - before;
    await takeOut();
    await forget(prisma);
    const median = (times: number[]): number => spreadOf(times).median;
    print(`${path.basename(source)}, ${kilobytes(Buffer.byteLength(text))}, into ${sections} sections`);
    print('| ingest | ms | of a new one |');
    print('|---|---|---|');
    for (const [name, times] of Object.entries(taken))
      print(`| ${name} | ${median(times).toFixed(0)} | ${(median(times) / median(taken.new)).toFixed(2)} |`);
    print(
      `Ten versions, a clause changed in each: ${kilobytes(grown)} of rows (${kilobytes(grown / VERSIONS)} a version).`,
    );
    const longest = printComparisons(folder, print);
    const ratio = median(taken.changed) / median(taken.new);
    return [
      ...(ratio > CHANGED_LIMIT
        ? [`FAILED: a changed issue takes ${ratio.toFixed(2)} times as long as a new one, at most ${CHANGED_LIMIT}`]
        : []),
      ...(longest > COMPARISON_LIMIT
        ? [`FAILED: a comparison takes ${longest.toFixed(0)} ms, at most ${COMPARISON_LIMIT}`]
        : []),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
    await prisma.$disconnect();
  }
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => path.join(folder, name));

const largestIn = (folder: string): string =>
  textsIn(folder).reduce((one, other) => (statSync(other).size > statSync(one).size ? other : one));

/** Puts a sentence behind the last one, another for each version. */
const changed = (text: string, version: number): string =>
  version === 0 ? text : text.replace(/。(?=[^。]*$)/u, `，第${version}稿。`);

/** Takes out of the ledger what is not held. */
async function forget(prisma: ReturnType<typeof createClient>): Promise<void> {
  await prisma.ledgerDocument.deleteMany({ where: { documentId: null } });
  await prisma.formerIssue.deleteMany();
}

async function ledgerBytes(prisma: ReturnType<typeof createClient>): Promise<number> {
  const [row] = await prisma.$queryRaw<[{ bytes: number }]>`
    SELECT ((SELECT coalesce(sum(pg_column_size(version.*)), 0) FROM "DocumentVersion" version)
      + (SELECT coalesce(sum(pg_column_size(change.*)), 0) FROM "DocumentChange" change)
      + (SELECT coalesce(sum(pg_column_size(passage.*)), 0) FROM "FormerPassage" passage))::float8 AS "bytes"`;
  return row.bytes;
}

/** Compares the longest document of each text with its edit, and the two longest. */
function printComparisons(folder: string, print: (line: string) => void): number {
  const texts = textsIn(folder).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const documents = texts
    .flatMap(({ file, text }) => longestOf(text).map((document) => ({ file, text, document })))
    .sort((one, other) => wordsIn(other.document) - wordsIn(one.document));
  let longest = 0;
  print('| comparison | characters | ms | ms for sentences |');
  print('|---|---|---|---|');
  const measure = (name: string, former: ast.Document, next: ast.Document): void => {
    const began = performance.now();
    const [one, other] = [listPassages(former), listPassages(next)];
    matchPassages([one], [other], [0]);
    const matched = performance.now();
    differenceOf(wholeText(one), wholeText(other));
    const ended = performance.now();
    longest = Math.max(longest, matched - began, ended - matched);
    print(`| ${name} | ${wordsIn(former)} | ${(matched - began).toFixed(0)} | ${(ended - matched).toFixed(0)} |`);
  };
  for (const { file, text, document } of documents) {
    const [next] = longestOf(changed(text, 1));
    if (next) measure(`${path.basename(file)}, a clause changed`, document, next);
  }
  const [one, other] = documents;
  if (one && other) measure('the two longest, which share nothing', one.document, other.document);
  return longest;
}

const wordsIn = ({ position }: ast.Document): number => position.end.offset - position.start.offset;
const wholeText = (passages: readonly Passage[]): string => passages.map(({ text }) => text).join('\n');

/** The longest document of a text, in a list; none where it has no document. */
function longestOf(text: string): ast.Document[] {
  const documents = parseGazette(text).tree.children.filter((child) => child.type === 'document');
  return documents.sort((one, other) => wordsIn(other) - wordsIn(one)).slice(0, 1);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
