import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { listPassages, matchPassages, type Passage } from '@/lib/versions';
import { EDITS, seeded } from './testing/edits';

const SAMPLE = path.resolve(import.meta.dirname, '..', '..', 'prisma', 'sample-corpus');
const corpus = findReferenceCorpus();
const files = [SAMPLE, ...(corpus === null ? [] : [corpus])].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => path.join(folder, name)),
);
/** Of each file, of each kind of edit. */
const TIMES = 1;

const passagesOf = (text: string): Passage[][] =>
  parseGazette(text).tree.children.flatMap((child) => (child.type === 'document' ? [listPassages(child)] : []));

/** Pairs documents as an edit leaves them: in their order. */
function faultsOf(former: Passage[][], next: Passage[][]): { faults: string[]; counts: Record<string, number> } {
  const pairs = former.map((_, at) => (former.length === next.length ? at : null));
  const { fates } = matchPassages(former, next, pairs);
  const byPlace = new Map(next.flatMap((list, at) => list.map((passage) => [`${at} ${passage.address}`, passage])));
  const held = new Map<string, number>();
  for (const { key } of next.flat()) held.set(key, (held.get(key) ?? 0) + 1);
  const had = new Map<string, number>();
  for (const { key } of former.flat()) had.set(key, (had.get(key) ?? 0) + 1);
  const counts: Record<string, number> = {};
  const faults = former.flatMap((passages, document) =>
    passages.flatMap((passage, at) => {
      const fate = fates[document]![at]!;
      counts[fate.kind] = (counts[fate.kind] ?? 0) + 1;
      const to =
        fate.kind === 'same'
          ? byPlace.get(`${pairs[document]} ${passage.address}`)
          : fate.kind === 'gone'
            ? undefined
            : byPlace.get(`${fate.to.document} ${fate.to.address}`);
      const isThere = passage.words !== '' && (held.get(passage.key) ?? 0) >= (had.get(passage.key) ?? 0);
      const tell = (what: string) => [`${passage.address} ${fate.kind}: ${what}: ${passage.words.slice(0, 40)}`];
      if (fate.kind !== 'gone' && !to) return tell('leads nowhere');
      if (fate.kind === 'same' && to!.key !== passage.key) return tell('other words');
      if (fate.kind === 'moved' && !to!.words.includes(passage.words)) return tell('the words are not there');
      if (isThere && to?.key !== passage.key) return tell('the same words stand elsewhere');
      return [];
    }),
  );
  return { faults, counts };
}

describe.each(files.map((file) => [path.basename(file), file]))('%s', (_name, file) => {
  const text = readFileSync(file, 'utf8');
  const former = passagesOf(text);
  const lines = text.split('\n');

  test.each(Object.keys(EDITS))('%s: what was at an address is there, led to, or told', (name) => {
    const random = seeded(name.length * 7919 + text.length);
    const sum: Record<string, number> = {};
    for (let time = 0; time < TIMES; time++) {
      const edited = EDITS[name]!(lines, former.flat(), random);
      if (edited === null) return;
      const { faults, counts } = faultsOf(former, passagesOf(edited.join('\n')));
      expect(faults).toEqual([]);
      for (const [kind, count] of Object.entries(counts)) sum[kind] = (sum[kind] ?? 0) + count;
    }
    expect(Object.values(sum).reduce((one, other) => one + other, 0)).toBe(TIMES * former.flat().length);
  });
});
