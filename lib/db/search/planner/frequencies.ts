import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, gramsOf } from '@/lib/search/text/grams';
import { perDatabase } from '@/lib/db/per-database';
import { runStatement } from '@/lib/db/search/sql/pool';

/**
 * Where words are looked for: in heading and text of a section, in its heading alone, in the title
 * of a document.
 */
export type SearchedText = 'section' | 'heading' | 'title';

/** What is known of the corpus without looking at it. */
export interface Frequencies {
  /**
   * Takes a code; gives the share of rows that hold it, 0 to 1: of sections, or of documents for
   * titles. A code that is not known is rare.
   */
  shareOf: (code: number, target: SearchedText) => number;
  /**
   * Takes a month as `conditionCode` counts them; gives the share of rows that are of it. All
   * months are known: one that is not has none, or too few for a sample.
   */
  shareOfMonth: (month: number, target: SearchedText) => number;
  /**
   * Sections or documents when they were last counted, and not fewer than now by more than a
   * quarter.
   */
  rowsOf: (target: SearchedText) => number;
}

/** Codes that fewer sections hold are not kept. */
export const RARE_SHARE = 0.001;
/** So many times more is in a section than in its heading, at least. */
const SHORTER = 10;
/** Milliseconds for which the figures are taken as they were read. */
const KEPT_FOR = 60_000;

interface Counted {
  /** When the corpus was counted last; null where it never was. */
  at: number | null;
  /** Of each code that is kept. */
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

/** Gives the figures of the last count; where nothing was counted yet, everything is rare. */
export async function getFrequencies(): Promise<Frequencies> {
  const cache = caches.get();
  if (cache.last && Date.now() - cache.last.readAt < KEPT_FOR) return (await cache.last.read).frequencies;
  const read = readFrequencies(cache.last?.read);
  cache.last = { readAt: Date.now(), read };
  // A database that does not answer is asked again by the next search.
  read.catch(() => (cache.last = null));
  return (await read).frequencies;
}

/**
 * Takes words, at least one; gives the one that the fewest sections hold, as far as its grams tell.
 */
export async function rarestOf(words: string[]): Promise<string> {
  const { shareOf } = await getFrequencies();
  const shares = new Map(
    words.map((word) => [word, Math.min(1, ...gramsOf(word).codes.map((code) => shareOf(code, 'section')))]),
  );
  return words.reduce((rarest, word) => ((shares.get(word) ?? 1) < (shares.get(rarest) ?? 1) ? word : rarest));
}

/** Makes the next search read the figures anew: to be called after a new count. */
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

/** Some ten thousands of codes, as one value: as rows they take a quarter of a second to read. */
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
