import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, gramsOf } from '@/lib/search/grams';
import { run } from './pool';

/** Where words are looked for: in heading and text of a section, in its heading alone, in the title of a document. */
export type Target = 'section' | 'heading' | 'title';

/** What is known of the corpus without looking at it. */
export interface Frequencies {
  /** Takes a code; gives the share of rows that hold it, 0 to 1: of sections, or of documents for titles. A code that is not known is rare. */
  shareOf: (code: number, target: Target) => number;
  /** Takes a month as `conditionCode` counts them; gives the share of rows that are of it. All months are known: one that is not has none, or too few for a sample. */
  shareOfMonth: (month: number, target: Target) => number;
  /** Sections or documents when they were last counted, and not fewer than now by more than a quarter. */
  rowsOf: (target: Target) => number;
}

/** Codes that fewer sections hold are not kept. */
export const RARE_SHARE = 0.003;
/** So many times more is in a section than in its heading, at least. */
const SHORTER = 10;
/** Milliseconds for which the figures are taken as they were read. */
const KEPT_FOR = 60_000;

const holder = globalThis as typeof globalThis & {
  gongbaoFrequencies?: { url: string | undefined; readAt: number; frequencies: Promise<Frequencies> };
};

/** Gives the figures of the last count; where nothing was counted yet, everything is rare. */
export async function getFrequencies(): Promise<Frequencies> {
  const url = process.env.DATABASE_URL;
  const held = holder.gongbaoFrequencies;
  if (held && held.url === url && Date.now() - held.readAt < KEPT_FOR) return held.frequencies;
  const frequencies = readFrequencies();
  holder.gongbaoFrequencies = { url, readAt: Date.now(), frequencies };
  // A database that does not answer is asked again by the next search.
  frequencies.catch(() => delete holder.gongbaoFrequencies);
  return frequencies;
}

/** Takes words, at least one; gives the one that the fewest sections hold, as far as its grams tell. */
export async function rarestOf(words: string[]): Promise<string> {
  const { shareOf } = await getFrequencies();
  const shares = new Map(
    words.map((word) => [word, Math.min(1, ...gramsOf(word).codes.map((code) => shareOf(code, 'section')))]),
  );
  return words.reduce((rarest, word) => ((shares.get(word) ?? 1) < (shares.get(rarest) ?? 1) ? word : rarest));
}

/** After a new count. */
export function forgetFrequencies(): void {
  delete holder.gongbaoFrequencies;
}

async function readFrequencies(): Promise<Frequencies> {
  const [counts] = await run<{ sections: number; documents: number }>(Prisma.sql`
    SELECT "sections", (SELECT count(*)::int FROM "Document") AS "documents" FROM "SearchStatistics"`);
  const rows = await run<{ code: number; section: number; heading: number; title: number }>(Prisma.sql`
    SELECT "code", "share" AS "section", "headingShare" AS "heading", "titleShare" AS "title" FROM "SearchFrequency"`);
  const shares = new Map(rows.map((row) => [row.code, row]));
  return {
    shareOf: (code, target) => shares.get(code)?.[target] ?? RARE_SHARE / (target === 'heading' ? SHORTER : 1),
    shareOfMonth: (month, target) => shares.get(conditionCode('month', month))?.[target] ?? 0,
    rowsOf: (target) => (target === 'title' ? counts?.documents : counts?.sections) ?? 0,
  };
}
