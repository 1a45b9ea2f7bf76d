import type { Pool } from 'pg';
import { z } from 'zod';
import { storedVersion } from './ingest/rows/prepare-rows';
import { perDatabase } from './per-database';
import { makeReadingPool } from './reading-pool';

/** Milliseconds after which a statement is given up. Counting a million sections takes 200. */
const TIME_LIMIT = 2500;

const pools = perDatabase('metrics pool', (url) =>
  makeReadingPool(url, { max: 1, application_name: 'gongbao metrics', statement_timeout: TIME_LIMIT }),
);

const optionalNumber = z.coerce.number().nullable();

const heldFacts = z.object({
  municipalities: z.coerce.number(),
  issues: z.coerce.number(),
  documents: z.coerce.number(),
  sections: z.coerce.number(),
  sources: z.coerce.number(),
  outdated: z.coerce.number(),
  /** Seconds since 1970. */
  newestIssue: optionalNumber,
});

/** What is held, counted. */
export type HeldFacts = z.output<typeof heldFacts>;

const runFacts = z.object({
  /** One of a few. */
  kind: z.string().regex(/^[a-z]{1,20}$/),
  startedAt: z.coerce.number(),
  heartbeatAt: z.coerce.number(),
  /** When the last run of this kind that came to its end did so; null where none did. */
  endedAt: optionalNumber,
  isRunning: z.boolean(),
  total: optionalNumber,
  done: z.coerce.number(),
  added: z.coerce.number(),
  replaced: z.coerce.number(),
  unchanged: z.coerce.number(),
  failed: z.coerce.number(),
  removed: z.coerce.number(),
});

/** The last run of a kind: an ingest, a reading anew. */
type RunFacts = z.output<typeof runFacts>;

const serverFacts = z.object({
  isStandby: z.boolean(),
  revision: z.coerce.number(),
  isConnected: z.boolean().nullable(),
  lag: optionalNumber,
  hasRuns: z.boolean(),
  hasIndexes: z.boolean(),
});

const indexFacts = z.object({ lag: optionalNumber });

/** What the server says of itself, runs and index; cheap at any size. */
export type ServerFacts = z.output<typeof serverFacts> & {
  runs: RunFacts[];
  /** Seconds for which the oldest change waits for the live index; null where there is none. */
  indexLag: number | null;
};

// Without a connection nothing is received, and what is received says nothing of the lag.
const SERVER = `
  SELECT "isStandby", "isConnected", (SELECT "revision" FROM "Portal") AS "revision",
    CASE WHEN NOT "isStandby" THEN NULL
      WHEN "isConnected" AND pg_last_wal_receive_lsn() IS NOT DISTINCT FROM pg_last_wal_replay_lsn() THEN 0
      ELSE extract(epoch FROM now() - pg_last_xact_replay_timestamp()) END AS "lag",
    to_regclass('"IngestRun"') IS NOT NULL AS "hasRuns", to_regclass('"SearchIndex"') IS NOT NULL AS "hasIndexes"
  FROM (SELECT pg_is_in_recovery() AS "isStandby",
    CASE WHEN pg_is_in_recovery() THEN EXISTS (SELECT FROM pg_stat_wal_receiver) END AS "isConnected") AS server`;

/** Runs that are looked at: more are not kept for long. */
const LATEST_RUNS = 1000;
/** A run that is at work says so every five seconds. */
const SILENT_AFTER = '1 minute';

const RUNS = `
  SELECT DISTINCT ON ("kind") "kind", extract(epoch FROM "startedAt") AS "startedAt", extract(epoch FROM "heartbeatAt") AS "heartbeatAt",
    "endedAt" IS NULL AND "heartbeatAt" > now() - INTERVAL '${SILENT_AFTER}' AS "isRunning",
    extract(epoch FROM max("endedAt") OVER (PARTITION BY "kind")) AS "endedAt",
    "total", "done", "added", "replaced", "unchanged", "failed", "removed"
  FROM (SELECT * FROM "IngestRun" ORDER BY "id" DESC LIMIT ${LATEST_RUNS}) AS latest
  ORDER BY "kind", "id" DESC`;

const INDEX = `
  SELECT extract(epoch FROM max(CASE WHEN change."at" IS NULL THEN INTERVAL '0' ELSE clock_timestamp() - change."at" END)) AS "lag"
  FROM "SearchIndex" held LEFT JOIN LATERAL (
    SELECT "at" FROM "IndexChange" WHERE "id" > held."applied" ORDER BY "id" LIMIT 1
  ) change ON true WHERE held."isLive"`;

const HELD = `
  SELECT (SELECT count(*) FROM "Municipality") AS "municipalities", (SELECT count(*) FROM "Issue") AS "issues",
    (SELECT count(*) FROM "Document") AS "documents", (SELECT count(*) FROM "Section") AS "sections",
    (SELECT count(*) FROM "SourceFile") AS "sources",
    (SELECT count(*) FROM "SourceFile" WHERE "parserVersion" <> $1) AS "outdated",
    (SELECT extract(epoch FROM max("orderedOn")::timestamp AT TIME ZONE 'Asia/Shanghai') FROM "Issue") AS "newestIssue"`;

/**
 * Asks the server that is read about itself and the last runs.
 * @throws DatabaseUnavailable within seconds
 */
export async function readServerFacts(): Promise<ServerFacts> {
  const pool = pools.get();
  const [server] = await ask(pool, 'metrics: server', SERVER, serverFacts);
  const runs = server!.hasRuns ? await ask(pool, 'metrics: runs', RUNS, runFacts) : [];
  const [index] = server!.hasIndexes ? await ask(pool, 'metrics: index', INDEX, indexFacts) : [];
  return { ...server!, runs, indexLag: index?.lag ?? null };
}

/**
 * Counts what is held. It takes the longer the more that is, so ask only after a change.
 * @throws DatabaseUnavailable within seconds
 */
export async function countHeld(): Promise<HeldFacts> {
  const [held] = await ask(pools.get(), 'metrics: held', HELD, heldFacts, [storedVersion]);
  return held!;
}

async function ask<Row>(
  pool: Pool,
  name: string,
  text: string,
  schema: z.ZodType<Row>,
  values: string[] = [],
): Promise<Row[]> {
  const { rows } = await pool.query<Record<string, unknown>>({ name, text, values });
  return z.array(schema).parse(rows);
}

/** Closes the connection: for processes and tests that end. */
export async function closeFacts(): Promise<void> {
  await Promise.all(pools.clear().map(async (pool) => pool.end()));
}
