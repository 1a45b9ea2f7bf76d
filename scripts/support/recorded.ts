import { createClient } from '@/lib/db/client';
import { recordRun, type RunRecorder } from '@/lib/db/ingest/history/record-run';
import type { RunKind } from '@/lib/db/ingest/history/run-kinds';
import { feedAfterRun } from '@/lib/db/search/opensearch/feeding/feed-after-run';
import { complain } from '../ingest/display';
import { withDatabase } from './database';

/**
 * Runs work with a client of the database, as a run of the history. What it has stored is then
 * taken over by the index, where there is one.
 * @returns what the work gives
 */
export async function recorded<Result>(
  kind: RunKind,
  work: (prisma: ReturnType<typeof createClient>, recorder: RunRecorder) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async ({ url }) => {
    const prisma = createClient(url);
    try {
      return await recordRun(url, kind, (recorder) => work(prisma, recorder), complain);
    } finally {
      await prisma.$disconnect();
      await feedAfterRun(url, complain);
    }
  });
}
