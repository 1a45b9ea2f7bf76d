import { Prisma } from '@/lib/db/generated/client';
import { runStatement } from '@/lib/db/search/sql/pool';
import { ownScheme, searchScheme, sharedScheme, type SharedScheme } from '@/lib/search/text/scheme';

// Goes from each scheme to the next one in the index: two steps where all rows have one scheme.
const HELD = Prisma.sql`
  WITH RECURSIVE held AS (
    (SELECT "searchScheme" AS scheme FROM "SourceFile" ORDER BY 1 LIMIT 1)
    UNION ALL
    SELECT (SELECT "searchScheme" FROM "SourceFile" WHERE "searchScheme" > held.scheme ORDER BY 1 LIMIT 1)
    FROM held WHERE held.scheme IS NOT NULL
  ) SELECT scheme FROM held WHERE scheme IS NOT NULL`;

/**
 * Reads what a search can rely on in the rows that are held now.
 *
 * It is one statement of a tenth of a millisecond, in the snapshot of an answer that is streamed.
 * It is not kept: a former release may store rows at any time, and a page that missed them would
 * be kept for as long as the revision stays.
 */
export async function readHeldScheme(): Promise<SharedScheme> {
  const rows = await runStatement<{ scheme: string }>(HELD);
  const isOwn = rows.length === 0 || (rows.length === 1 && rows[0]!.scheme === searchScheme);
  return isOwn ? ownScheme : sharedScheme(rows.map(({ scheme }) => scheme));
}
