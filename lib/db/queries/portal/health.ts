import 'server-only';
import { getClient } from '@/lib/db/client';

/** Tests whether the database answers and its last migration is complete. It never throws. */
export async function isReady(): Promise<boolean> {
  try {
    const [row] = await getClient().$queryRaw<{ unfinished: bigint }[]>`
      SELECT count(*) AS "unfinished" FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;
    // Reading every column of a table proves that the tables fit this build.
    await getClient().citation.findFirst();
    return row?.unfinished === 0n;
  } catch {
    return false;
  }
}
