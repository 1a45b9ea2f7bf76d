import { getClient } from '@/lib/db/client';
import { forgetFrequencies } from '@/lib/db/search/planner/frequencies';

/** What a search takes for granted about the corpus. */
interface TakenForGranted {
  sections: number;
  share: number;
}

/** What makes PostgreSQL search in each of its ways: it must find the same whatever that is. */
export const PLANS: Record<string, () => Promise<void>> = {
  'through the index at once': () => takeForGranted({ sections: 100, share: 0.001 }),
  'some months after the other': () => takeForGranted({ sections: 100_000_000, share: 0.01 }),
  'some days after the other': () => takeForGranted({ sections: 100_000_000, share: 0.9 }),
};

async function takeForGranted({ sections, share }: TakenForGranted): Promise<void> {
  const client = getClient();
  await client.searchStatistics.updateMany({ data: { sections } });
  await client.$executeRaw`DELETE FROM "SearchFrequency"`;
  await client.$executeRaw`
    INSERT INTO "SearchFrequency" SELECT DISTINCT "code", ${share}::real, ${share}::real, ${share}::real
    FROM (SELECT unnest("grams") AS "code" FROM "Section" UNION SELECT unnest("titleGrams") FROM "Document") held`;
  forgetFrequencies();
}
