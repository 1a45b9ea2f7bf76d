import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, gramsOf } from '@/lib/search/text/grams';
import type { Alternatives } from './arms';
import { perDatabase } from '@/lib/db/per-database';
import { outsideSnapshot } from '@/lib/db/snapshot';
import { runStatement } from '@/lib/db/search/sql/pool';

/**
 * The text in which words are looked for.
 *
 * `section`: heading and text of a section. `heading`: its heading. `title`: the title of a
 * document.
 */
export type SearchedText = 'section' | 'heading' | 'title';

/** What is known of the corpus from the last count. */
export interface Frequencies {
  /**
   * Gives the share of rows that have a code, 0 to 1: of sections, or of documents for titles. A
   * code that was not kept is rare.
   */
  shareOf: (code: number, target: SearchedText) => number;
  /**
   * Gives the share of rows of a month (see monthOf). All months are kept: any other has none, or
   * too few for a sample.
   */
  shareOfMonth: (month: number, target: SearchedText) => number;
  /** Gives the number of sections or documents at the last count, at most a quarter off. */
  rowsOf: (target: SearchedText) => number;
}

/** The share of sections from which a code is kept. */
export const RARE_SHARE = 0.001;
/** How many times more likely a code is in a section than in its heading, at least. */
const SHORTER = 10;
/** Milliseconds after which the figures are read again. */
const KEPT_FOR = 60_000;

interface Counted {
  /** When the corpus was counted last; null where it never was. */
  at: number | null;
  /** Shares of the codes that are kept. */
  shares: Map<number, Record<SearchedText, number>>;
}

interface Read {
  counted: Counted;
  frequencies: Frequencies;
}

interface Cache {
  last: { readAt: number; read: Promise<Read> } | null;
}

const caches = perDatabase<Cache>('search frequencies', () => ({ last: null }));

/** Gives the figures of the last count. Where nothing was counted yet, every code is rare. */
export async function getFrequencies(): Promise<Frequencies> {
  const cache = caches.get();
  if (cache.last && Date.now() - cache.last.readAt < KEPT_FOR) return (await cache.last.read).frequencies;
  // Others wait for it too.
  const read = outsideSnapshot(() => readFrequencies(cache.last?.read));
  cache.last = { readAt: Date.now(), read };
  // A database that does not answer is asked again by the next search.
  read.catch(() => (cache.last = null));
  return (await read).frequencies;
}

/**
 * Gives the word that the fewest sections have, by the frequencies of its grams.
 * @param words at least one
 */
export async function rarestOf<Word extends Alternatives>(words: readonly Word[]): Promise<Word> {
  const { shareOf } = await getFrequencies();
  const shareOfOne = (word: string): number =>
    Math.min(1, ...gramsOf(word).codes.map((code) => shareOf(code, 'section')));
  const shares = new Map(words.map((word) => [word, word.reduce((sum, one) => sum + shareOfOne(one), 0)]));
  return words.reduce((rarest, word) => ((shares.get(word) ?? 1) < (shares.get(rarest) ?? 1) ? word : rarest));
}

/** Makes the next search read the figures again: to be called after a count. */
export function forgetFrequencies(): void {
  caches.clear();
}

async function readFrequencies(before: Promise<Read> | undefined): Promise<Read> {
  const [counts] = await runStatement<{ sections: number; documents: number; refreshedAt: Date }>(Prisma.sql`
    SELECT "sections", "refreshedAt", (SELECT count(*)::int FROM "Document") AS "documents" FROM "SearchStatistics"`);
  const at = counts?.refreshedAt.getTime() ?? null;
  const last = (await before)?.counted;
  const counted = last?.at === at ? last : { at, shares: await readShares() };
  const { shares } = counted;
  return {
    counted,
    frequencies: {
      shareOf: (code, target) => shares.get(code)?.[target] ?? RARE_SHARE / (target === 'heading' ? SHORTER : 1),
      shareOfMonth: (month, target) => shares.get(conditionCode('month', month))?.[target] ?? 0,
      rowsOf: (target) => (target === 'title' ? counts?.documents : counts?.sections) ?? 0,
    },
  };
}

/** Bytes of a code and its three shares. */
const PACKED = 16;

/**
 * Reads the shares of all codes as one value: as ten thousands of rows they take a quarter of a
 * second.
 */
async function readShares(): Promise<Counted['shares']> {
  const [row] = await runStatement<{ packed: Buffer | null }>(Prisma.sql`
    SELECT string_agg(int4send("code") || float4send("share") || float4send("headingShare") || float4send("titleShare"), ''::bytea) AS "packed"
    FROM "SearchFrequency"`);
  const shares: Counted['shares'] = new Map();
  const packed = row?.packed ?? Buffer.alloc(0);
  for (let at = 0; at < packed.length; at += PACKED) {
    const [section, heading, title] = [
      packed.readFloatBE(at + 4),
      packed.readFloatBE(at + 8),
      packed.readFloatBE(at + 12),
    ];
    shares.set(packed.readInt32BE(at), { section, heading, title });
  }
  return shares;
}
