import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { backUp, readBackup, restoreBackup, writeNewFile } from '@/lib/db/backup';
import { withDatabaseName } from '@/lib/db/testing/database';
import { makeCorpus } from '../search/corpus/corpus';
import { openFilled, type BenchDatabase } from '../search/database';
import { spreadOf } from '../statistics';

/** What is measured, and how often. */
export interface BackupBenchRequest {
  sections: number;
  rounds: number;
  /** Build anew what is there from an earlier run. */
  fresh: boolean;
}

const RESTORED = 'gongbao_bench_restored';
const STEPS = ['backup', 'check', 'restore', 'replace'] as const;
/** Bytes above those at the beginning. Pieces of a megabyte are on their way in several places. */
const MEMORY_LIMIT = 200e6;

/**
 * Backs a generated corpus up and restores it, over and over, and reports.
 * @returns the sentences that say what is not as it should be
 */
export async function benchBackup(
  place: BenchDatabase,
  { sections, rounds, fresh }: BackupBenchRequest,
  print: (line: string) => void,
  log: (line: string) => void,
): Promise<string[]> {
  const size = { sections, seed: 1 };
  const { url } = await openFilled(place, size, makeCorpus(size), { fresh, log });
  const file = path.join(place.folder, 'backup.tar.gz');
  const target = withDatabaseName(place.server, RESTORED);
  const seconds = new Map<string, number[]>(STEPS.map((step) => [step, []]));
  const memory = new Map<string, number>();
  const measure = async (step: (typeof STEPS)[number], work: () => Promise<unknown>): Promise<void> => {
    log(step);
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      memory.set(step, Math.max(memory.get(step) ?? 0, process.memoryUsage.rss() - before));
    }, 50);
    const began = performance.now();
    await work();
    seconds.get(step)!.push((performance.now() - began) / 1000);
    clearInterval(watch);
  };
  for (let round = 0; round < rounds; round++) {
    await measure('backup', () =>
      writeNewFile(file, { overwrite: true }, async (output) => {
        await backUp(url, output);
      }),
    );
    await measure('check', () => readBackup(file));
    await ask(place.server, `DROP DATABASE IF EXISTS ${escapeIdentifier(RESTORED)}`);
    await ask(place.server, `CREATE DATABASE ${escapeIdentifier(RESTORED)}`);
    await measure('restore', () => restoreBackup(target, file));
    await measure('replace', () => restoreBackup(target, file, { replace: true }));
  }
  const held = Number(await ask(url, 'SELECT pg_database_size(current_database()) AS "bytes"'));
  await ask(place.server, `DROP DATABASE ${escapeIdentifier(RESTORED)}`);
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const written = statSync(file).size;
  print(
    `${sections} sections, database ${megabytes(held)}, backup ${megabytes(written)} (${((100 * written) / held).toFixed(0)} %)`,
  );
  print('| step | seconds | sections a second | memory above the beginning |');
  print('|---|---|---|---|');
  for (const step of STEPS) {
    const taken = spreadOf(seconds.get(step)!).median;
    print(`| ${step} | ${taken.toFixed(1)} | ${Math.round(sections / taken)} | ${megabytes(memory.get(step) ?? 0)} |`);
  }
  rmSync(file);
  const most = Math.max(...memory.values());
  return most > MEMORY_LIMIT ? [`FAILED: ${megabytes(most)} of memory, more than ${megabytes(MEMORY_LIMIT)}`] : [];
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}
