import type { PrismaClient } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { conditionCode } from '@/lib/search/text/grams';
import { forgetFrequencies, RARE_SHARE } from '@/lib/db/search/planner/frequencies';
import { refreshTerms } from './terms';

/** The corpus is counted again when it has grown or shrunk by this share. */
const CHANGE = 0.25;
/** Sections that are read for it. */
const SAMPLE = 10_000;
// As conditionCode counts months: of the year 9999.
const LAST_MONTH = 120_000;
// Any number that is not used for another lock.
const ADVISORY_LOCK = 20180059;
const TIME_LIMIT = 10 * 60 * 1000;

/**
 * Refreshes the frequencies of grams and the frequent terms: to be called after an ingest.
 *
 * They make a search fast and are suggested, but never decide what it finds.
 * @param options.always also while the corpus is nearly as large as when it was last counted
 * @returns whether it counted
 */
export async function refreshStatistics(prisma: PrismaClient, { always = false } = {}): Promise<boolean> {
  await sortNewGrams(prisma);
  const counted = await prisma.$transaction(
    async (transaction) => {
      // Of two runs that end at once the second waits, and finds that it was counted.
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
      const sections = await transaction.section.count();
      const last = await transaction.searchStatistics.findFirst();
      if (!always && last && Math.abs(sections - last.sections) <= last.sections * CHANGE) return false;
      await countCorpus(transaction, sections);
      return true;
    },
    { timeout: TIME_LIMIT, maxWait: TIME_LIMIT },
  );
  if (counted) forgetFrequencies();
  return counted;
}

/**
 * Counts frequencies and terms anew, and writes down that they were counted.
 * @param sections that are held now
 */
export async function countCorpus(transaction: Transaction, sections: number): Promise<void> {
  await countGrams(transaction, sections);
  await refreshTerms(transaction);
  const refreshedAt = new Date();
  await transaction.searchStatistics.upsert({
    where: { id: 1 },
    create: { id: 1, sections, refreshedAt },
    update: { sections, refreshedAt },
  });
}

/**
 * Sorts the grams of new rows into the indexes.
 *
 * Until then they are in lists of their own, which every search reads through.
 */
export async function sortNewGrams(prisma: PrismaClient): Promise<void> {
  await prisma.$queryRaw`SELECT gin_clean_pending_list('"Section_grams_idx"'), gin_clean_pending_list('"Section_headingGrams_idx"'), gin_clean_pending_list('"Document_titleGrams_idx"')::text`;
}

/**
 * Counts the share of sections, headings and titles with each code, in a sample. Rare codes are not
 * kept, but all months, so that the sections of each are known.
 */
async function countGrams(transaction: Transaction, sections: number): Promise<void> {
  const documents = await transaction.document.count();
  const percentOf = (rows: number): number => Math.min(100, (100 * SAMPLE) / Math.max(1, rows));
  await transaction.searchFrequency.deleteMany();
  await transaction.$executeRaw`
    WITH section AS MATERIALIZED (SELECT "grams", "headingGrams" FROM "Section" TABLESAMPLE BERNOULLI (${percentOf(sections)}) REPEATABLE (1)),
      title AS MATERIALIZED (SELECT "titleGrams" FROM "Document" TABLESAMPLE BERNOULLI (${percentOf(documents)}) REPEATABLE (1)),
      counted AS (
        SELECT "code", 1 AS "section", 0 AS "heading", 0 AS "title" FROM section, unnest("grams") AS "code"
        UNION ALL SELECT "code", 0, 1, 0 FROM section, unnest("headingGrams") AS "code"
        UNION ALL SELECT "code", 0, 0, 1 FROM title, unnest("titleGrams") AS "code"
      ), shared AS (
        SELECT "code", sum("section")::real / greatest(1, (SELECT count(*) FROM section)) AS "share",
          sum("heading")::real / greatest(1, (SELECT count(*) FROM section)) AS "headingShare",
          sum("title")::real / greatest(1, (SELECT count(*) FROM title)) AS "titleShare"
        FROM counted GROUP BY "code"
      )
    INSERT INTO "SearchFrequency" ("code", "share", "headingShare", "titleShare") SELECT * FROM shared
    WHERE greatest("share", "titleShare") >= ${RARE_SHARE}::real OR "code" BETWEEN ${conditionCode('month', 0)}::int AND ${conditionCode('month', LAST_MONTH)}::int`;
}
