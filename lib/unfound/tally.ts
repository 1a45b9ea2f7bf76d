import { createHmac, randomBytes } from 'node:crypto';

/**
 * Words that found nothing, as the portal's file keeps them.
 *
 * Words asked on fewer than three days are there as a keyed hash alone: nobody can read them, and
 * a number or a name that one person typed once is never written. Nothing says who asked.
 */
export interface UnfoundFile {
  /** Key of the hashes. */
  key: string;
  /** The days on which words were asked, `YYYY-MM-DD`, by their hash. */
  asked: Record<string, string[]>;
  /** Words asked on enough different days, with the last day and how many days. */
  words: { words: string; last: string; days: number }[];
}

/** Different days on which words are asked before they are shown. */
const SHOWN_AFTER = 3;
/** Days after which words that nobody asked again are forgotten. */
const KEPT_DAYS = 120;
/** Words of a process and an hour. */
export const NOTED_LIMIT = 2000;
/** Hashes of the file, and words that are shown. */
const ASKED_LIMIT = 20_000;
const WORDS_LIMIT = 1000;
const LONGEST = 40;

/** Makes the contents of a new file. */
export const newUnfound = (): UnfoundFile => ({ key: randomBytes(32).toString('hex'), asked: {}, words: [] });

/** Whether words may be noted: short, and without digits that may be somebody's. */
export const isNotable = (words: string): boolean =>
  words !== '' && [...words].length <= LONGEST && !/\p{N}{5}|@/u.test(words);

/** Adds what was noted since the last time. */
export function addNoted(file: UnfoundFile, noted: ReadonlyMap<string, ReadonlySet<string>>): UnfoundFile {
  const asked = new Map(Object.entries(file.asked));
  const shown = new Map(file.words.map((row) => [row.words, row]));
  for (const [words, days] of noted)
    for (const day of days) {
      const known = shown.get(words);
      if (known) {
        if (day > known.last) shown.set(words, { words, last: day, days: known.days + 1 });
        continue;
      }
      const hash = createHmac('sha256', file.key).update(words).digest('hex').slice(0, 32);
      const before = [...new Set([...(asked.get(hash) ?? []), day])].sort();
      if (before.length < SHOWN_AFTER) asked.set(hash, before);
      else {
        asked.delete(hash);
        shown.set(words, { words, last: before.at(-1)!, days: before.length });
      }
    }
  const newest = [...noted.values()]
    .flatMap((days) => [...days])
    .sort()
    .at(-1);
  const since = newest === undefined ? '' : daysBefore(newest, KEPT_DAYS);
  return {
    key: file.key,
    asked: Object.fromEntries([...asked].filter(([, days]) => days.at(-1)! >= since).slice(-ASKED_LIMIT)),
    words: [...shown.values()]
      .filter(({ last }) => last >= since)
      .sort((one, other) => other.days - one.days || (one.last < other.last ? 1 : -1))
      .slice(0, WORDS_LIMIT),
  };
}

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
