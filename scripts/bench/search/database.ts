import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { createClient } from '@/lib/db/client';
import { resolveCitations } from '@/lib/db/ingest/links/resolve-citations';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { migrate } from '@/lib/db/migrate';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { corpusVersion, type Corpus } from './corpus/corpus';
import { fillDatabase } from './corpus/fill';
import { buildIndexes, layIndexesAside } from './corpus/indexes';
import type { CorpusSize } from './corpus/plan';

/** Seconds of each step of a build; those of the indexes by name. */
export interface BuildTimes {
  fill: number;
  indexes: Record<string, number>;
  citations: number;
  vacuum: number;
  statistics: number;
}

export interface FilledDatabase {
  url: string;
  times: BuildTimes;
  /** False when it was there from an earlier run. */
  fresh: boolean;
}

export interface BenchDatabase {
  /** Connection string of a server on which databases can be made. */
  server: string;
  /** What is remembered of the databases lies here. */
  folder: string;
}

/** What the rows are made from: a database of another state of these is built anew. */
function fingerprintOf(size: CorpusSize, version: number | string): string {
  const hash = createHash('sha256').update(JSON.stringify([size, version, storedVersion]));
  const migrations = path.join(process.cwd(), 'prisma', 'migrations');
  for (const name of readdirSync(migrations).sort()) {
    const file = path.join(migrations, name, 'migration.sql');
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

export interface FillOptions {
  /** Build it anew, even if it is there. */
  fresh: boolean;
  log: (line: string) => void;
  /** Of the database. */
  name?: string;
  /** Of what made the corpus. */
  version?: number | string;
}

/**
 * Opens the database that holds the corpus.
 * One of an earlier run is taken if it is what would be built now.
 */
export async function openFilled(
  place: BenchDatabase,
  size: CorpusSize,
  corpus: Pick<Corpus, 'issues'>,
  { fresh, log, name = `gongbao_bench_${size.sections}`, version = corpusVersion }: FillOptions,
): Promise<FilledDatabase> {
  const record = path.join(place.folder, `${name}.json`);
  const fingerprint = fingerprintOf(size, version);
  const url = withName(place.server, name);
  const known = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Known) : null;
  if (!fresh && known?.fingerprint === fingerprint && (await exists(place.server, name)))
    return { url, times: known.times, fresh: false };
  // A build that is broken off leaves no record.
  rmSync(record, { force: true });
  await replaceDatabase(place.server, name);
  const times = await build(url, size, corpus, log);
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(record, JSON.stringify({ fingerprint, times } satisfies Known));
  return { url, times, fresh: true };
}

interface Known {
  fingerprint: string;
  times: BuildTimes;
}

async function build(
  url: string,
  { sections }: CorpusSize,
  corpus: Pick<Corpus, 'issues'>,
  log: (line: string) => void,
): Promise<BuildTimes> {
  await migrate(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const prisma = createClient(url);
  try {
    const indexes = await layIndexesAside(client);
    let reported = 0;
    const fill = await secondsOf(() =>
      fillDatabase(url, corpus.issues(), (written) => {
        if (written - reported < sections / 10) return;
        reported = written;
        log(`${written} of ${sections} sections written`);
      }),
    );
    log('building the indexes');
    const indexSeconds = await buildIndexes(client, indexes);
    const citations = await secondsOf(async () => {
      const { rows } = await client.query<{ id: number }>('SELECT "id" FROM "Document"');
      const documentIds = rows.map(({ id }) => id);
      await prisma.$transaction(
        (transaction) => resolveCitations(transaction, { documentIds, docNumbers: [], titleKeys: [] }),
        { timeout: 3_600_000 },
      );
    });
    const vacuum = await secondsOf(() => client.query('VACUUM ANALYZE'));
    const statistics = await secondsOf(() => refreshStatistics(prisma, { always: true }));
    return { fill, indexes: indexSeconds, citations, vacuum, statistics };
  } finally {
    await prisma.$disconnect();
    await client.end();
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Gives a connection string with another database name. */
export function withName(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function exists(server: string, name: string): Promise<boolean> {
  return onServer(server, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  });
}

/** Makes a database anew. */
export async function replaceDatabase(server: string, name: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`);
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  });
}

async function onServer<Result>(server: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
