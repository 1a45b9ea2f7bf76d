import { Prisma, type PrismaClient } from '@/lib/db/generated/client';
import { failuresSchema, RUN_LOCK, runKeySql, type RunFailure } from './run-kinds';

/** Seconds without a sign after which a run is broken off. */
const SILENCE = 60;

/** A run of the command, as the history lists it. */
export interface ListedRun {
  /** Decimal digits: it may be greater than a number can be. */
  id: string;
  kind: string;
  /** `broken off`: its process is gone, or has given no sign for a minute. */
  state: 'running' | 'ended' | 'broken off';
  startedAt: Date;
  /** When it ended, or was last heard of. */
  until: Date;
  /** By which it made rows. */
  version: string;
  /** Null until the files are counted. */
  total: number | null;
  done: number;
  added: number;
  replaced: number;
  unchanged: number;
  failed: number;
  removed: number;
  /** At most a hundred. */
  failures: RunFailure[];
}

interface Row extends Omit<ListedRun, 'id' | 'failures'> {
  id: bigint;
  failures: unknown;
}

/**
 * Lists the newest runs, the newest first.
 * @param which one run by its id, or so many of them
 */
export async function listRuns(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  which: { id: string } | { limit: number },
): Promise<ListedRun[]> {
  const chosen =
    'id' in which
      ? Prisma.sql`WHERE "id" = ${which.id}::bigint`
      : Prisma.sql`ORDER BY "id" DESC LIMIT ${which.limit}::int`;
  // A standby does not see the locks of its primary.
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT run."id", run."kind", run."startedAt", coalesce(run."endedAt", run."heartbeatAt") AS "until", run."version", run."total", run."done",
      run."added", run."replaced", run."unchanged", run."failed", run."removed", run."failures",
      CASE WHEN run."endedAt" IS NOT NULL THEN 'ended'
        WHEN run."heartbeatAt" > now() - make_interval(secs => ${SILENCE}::int) AND (pg_is_in_recovery() OR EXISTS (
          SELECT FROM pg_locks WHERE "locktype" = 'advisory' AND "granted" AND "objsubid" = 2
            AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())
            AND "classid" = ${Prisma.raw(String(RUN_LOCK))} AND "objid" = ${Prisma.raw(runKeySql('run."id"'))}::oid)) THEN 'running'
        ELSE 'broken off' END AS "state"
    FROM "IngestRun" run ${chosen}`;
  return rows.map(({ id, failures, ...row }) => ({ id: String(id), ...row, failures: failuresSchema.parse(failures) }));
}
