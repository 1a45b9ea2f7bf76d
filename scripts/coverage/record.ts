import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { emptyCoverage, type Coverage } from '@/lib/gazette/tree/coverage';

/** What one file gave. */
export interface FileCoverage {
  /**
   * SHA-256 of its bytes: another one means another text, whose counts change without any change of
   * the grammar.
   */
  hash: string;
  coverage: Coverage;
}

/** What a run over a corpus gave: small, and worth nothing but the comparison with the next run. */
export interface CoverageRecord {
  /** ISO date and time. */
  takenAt: string;
  /** Absolute path → counts. */
  files: Record<string, FileCoverage>;
}

// Groups that a newer grammar counts are empty in an older record.
const coverageSchema = z
  .record(z.string(), z.record(z.string(), z.number()))
  .transform((counts): Coverage => ({ ...emptyCoverage(), ...counts }));
const recordSchema = z.object({
  takenAt: z.iso.datetime(),
  files: z.record(z.string(), z.object({ hash: z.string(), coverage: coverageSchema })),
});

/** A corpus is a set of paths; each has a record of its own. */
function recordFile(folder: string, paths: readonly string[]): string {
  const corpus = createHash('sha256')
    .update([...paths].sort().join('\n'))
    .digest('hex');
  return path.join(folder, `${corpus.slice(0, 16)}.json`);
}

/**
 * Reads what the last run on a corpus gave.
 * @returns null when there is none that can be read
 */
export async function readRecord(folder: string, paths: readonly string[]): Promise<CoverageRecord | null> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(recordFile(folder, paths), 'utf8')));
  } catch {
    // Missing, or written by another version: the run stands for itself, and the next one compares
    // with it.
    return null;
  }
}

/** Remembers what a run over the corpus of these paths gave. */
export async function writeRecord(folder: string, paths: readonly string[], record: CoverageRecord): Promise<void> {
  const file = recordFile(folder, paths);
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}.unfinished`;
  await writeFile(unfinished, JSON.stringify(record));
  await rename(unfinished, file);
}
