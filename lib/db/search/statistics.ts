import type { PrismaClient } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { forgetFrequencies, RARE_SHARE } from './frequencies';
import { refreshTerms } from './terms';

/** The corpus is counted again when it has grown or shrunk by this share. */
const CHANGE = 0.25;
/** Sections that are looked at for it. */
const SAMPLE = 10_000;
// Any number that nobody else takes.
const ADVISORY_LOCK = 20180059;
const TIME_LIMIT = 10 * 60 * 1000;

/**
 * Brings up to date what helps a search and what it suggests, but never decides what it finds: frequencies of grams, frequent terms. To be called after
 * an ingest; does nothing while the corpus is nearly as large as when it was last called, unless `always`. Gives whether it counted.
 */
export async function refreshStatistics(prisma: PrismaClient, { always = false } = {}): Promise<boolean> {
  // New rows wait in a list of their own until somebody sorts them into the index; every search would read that list.
  await prisma.$queryRaw`SELECT gin_clean_pending_list('"Section_grams_idx"'), gin_clean_pending_list('"Section_headingGrams_idx"'), gin_clean_pending_list('"Document_titleGrams_idx"')::text`;
  const counted = await prisma.$transaction(
    async (transaction) => {
      // Two runs that end at once count one after the other, and the second finds it done.
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
      const sections = await transaction.section.count();
      const last = await transaction.searchStatistics.findFirst();
      if (!always && last && Math.abs(sections - last.sections) <= last.sections * CHANGE) return false;
      await countGrams(transaction, sections);
      await refreshTerms(transaction);
      const refreshedAt = new Date();
      await transaction.searchStatistics.upsert({
        where: { id: 1 },
        create: { id: 1, sections, refreshedAt },
        update: { sections, refreshedAt },
      });
      return true;
    },
    { timeout: TIME_LIMIT, maxWait: TIME_LIMIT },
  );
  if (counted) forgetFrequencies();
  return counted;
}

async function countGrams(transaction: Transaction, sections: number): Promise<void> {
  const percent = Math.min(100, (100 * SAMPLE) / Math.max(1, sections));
  await transaction.searchFrequency.deleteMany();
  await transaction.$executeRaw`
    WITH sampled AS MATERIALIZED (SELECT "grams" FROM "Section" TABLESAMPLE BERNOULLI (${percent}) REPEATABLE (1)),
      size AS (SELECT greatest(count(*), 1)::real AS "sections" FROM sampled)
    INSERT INTO "SearchFrequency" ("code", "share")
    SELECT counted."code", counted."sections" / size."sections"
    FROM (SELECT "code", count(*)::real AS "sections" FROM sampled, unnest(sampled."grams") AS "code" GROUP BY "code") counted, size
    WHERE counted."sections" >= size."sections" * ${RARE_SHARE}::real`;
}
