import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { readTree } from '@/lib/db/stored-tree';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { parseGazette } from '@/lib/gazette';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { documentKey, listPassages } from '@/lib/versions';

const CORPORA = [
  // A document and an issue.
  { name: 'the sample corpus', folder: path.resolve('prisma/sample-corpus'), files: 2 },
  { name: 'the real gazettes', folder: findReferenceCorpus(), files: 5 },
];

/** Bytes of characters in GB18030, which nothing here writes. */
const gb18030 = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    gb18030.set(new TextDecoder('gb18030').decode(Uint8Array.from([lead, trail])), [lead, trail]);

const encode = (text: string): Buffer => Buffer.from(text);
const encodeGb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((character) => gb18030.get(character) ?? [...encode(character)]));

/** Changes the middle of a text, whole lines of it. */
function inMiddle(text: string, change: (lines: string) => Buffer): Buffer {
  const lines = text.split('\n');
  const [from, to] = [Math.floor(lines.length * 0.4), Math.ceil(lines.length * 0.6)];
  const join = (some: string[]): string => some.map((line) => `${line}\n`).join('');
  return Buffer.concat([
    encode(join(lines.slice(0, from))),
    change(join(lines.slice(from, to))),
    encode(join(lines.slice(to))),
  ]);
}

function swapped(text: string): string | null {
  const documents = parseGazette(text).tree.children.filter(({ type }) => type === 'document');
  const [one, other] = documents.slice(-2).map(({ position }) => position);
  if (!one || !other || documents.length < 2) return null;
  const [a, b] = [one.start.offset, other.start.offset];
  return `${text.slice(0, a)}${text.slice(b)}\n${text.slice(a, b)}`;
}

/** How copies are spoilt; null where it cannot be done to a text. */
const COPIES: Record<string, (text: string) => Buffer | string | null> = {
  'truncated at 30 %': (text) => text.slice(0, Math.floor(text.length * 0.3)),
  'truncated at 60 %': (text) => text.slice(0, Math.floor(text.length * 0.6)),
  'truncated at 95 %': (text) => text.slice(0, Math.floor(text.length * 0.95)),
  'beginning lost': (text) => text.slice(Math.floor(text.length * 0.1)),
  doubled: (text) => `${text}\n${text}`,
  'documents swapped': swapped,
  'half in GB18030': (text) => inMiddle(text, encodeGb18030),
  'half read as GB18030': (text) => inMiddle(text, (lines) => encode(new TextDecoder('gb18030').decode(encode(lines)))),
  'half replaced': (text) => inMiddle(text, (lines) => encode(new TextDecoder().decode(encodeGb18030(lines)))),
  blank: (text) => text.replace(/\S/gu, ' '),
  'every tenth line missing': (text) =>
    text
      .split('\n')
      .filter((_, at) => at % 10 !== 9)
      .join('\n'),
  'one long line missing': (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((line, index) => index > lines.length / 2 && line.trim().length >= 60);
    return at === -1 ? null : lines.toSpliced(at, 1).join('\n');
  },
};

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

const put = async (text: string | Uint8Array, accept = false) => {
  await folder.write('a.txt', text);
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma, accept });
  return files[0]!;
};
/** Names the words of each document that is held, or was. */
async function listKeys(): Promise<{ held: string[]; kept: string[] }> {
  const documents = await database.prisma.document.findMany({ select: { slug: true, tree: true, treeVersion: true } });
  const versions = await database.prisma.documentVersion.findMany({
    select: { wordsKey: true, tree: true, sameAs: true },
  });
  return {
    held: documents.map((document) => documentKey(listPassages(readTree(document, document.slug)))).sort(),
    kept: versions.filter(({ tree, sameAs }) => tree !== null || sameAs !== null).map(({ wordsKey }) => wordsKey),
  };
}

test.each(CORPORA)(
  'spoilt copies of $name are stopped or told, and nothing is lost',
  { timeout: 600_000 },
  async ({ folder: corpus, files }) => {
    if (corpus === null) return;
    const counts: Record<string, { stopped: number; told: number; lost: number }> = {};
    for (const name of readdirSync(corpus)
      .filter((each) => each.endsWith('.txt'))
      .sort()
      .slice(0, files)) {
      const text = readFileSync(path.join(corpus, name), 'utf8');
      expect((await put(text, true)).outcome).not.toBe('failed');
      const { held } = await listKeys();
      for (const [kind, spoil] of Object.entries(COPIES)) {
        const copy = spoil(text);
        if (copy === null) continue;
        const count = (counts[kind] ??= { stopped: 0, told: 0, lost: 0 });
        const report = await put(copy);
        const now = await listKeys();
        if (report.outcome === 'failed') {
          count.stopped++;
          expect(now.held).toEqual(held);
          continue;
        }
        count.told += report.note === undefined ? 0 : 1;
        count.lost += held.filter((key) => !now.held.includes(key) && !now.kept.includes(key)).length;
        expect([name, kind, report.outcome, report.note !== undefined]).toEqual([name, kind, 'replaced', true]);
        await put(text, true);
      }
      await database.prisma.sourceFile.deleteMany();
    }
    console.table(counts);
    expect(Object.values(counts).filter(({ lost }) => lost > 0)).toEqual([]);
  },
);
