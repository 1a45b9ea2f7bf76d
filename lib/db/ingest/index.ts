import { existsSync } from 'node:fs';
import { findSourceFiles, type FoundFiles } from '@/lib/source-files';
import {
  ingestCorrections,
  listCorrectionsFiles,
  removeCorrections,
  withEffects,
  type CorrectionsReport,
} from './corrections/corrections-files';
import { checkDatabase } from './check-database';
import { ingestFile } from './ingest-file';
import { countOutdated } from './outdated/list-outdated';
import { failed, type FileReport, type IngestReport } from './report';
import type { IngestOptions, IngestRun } from './run';
import { keepMissingBytes } from './source-bytes';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';

export type { FileReport, IngestReport } from './report';
export type { IngestOptions } from './run';

/**
 * Ingests files and folders, each file in one transaction.
 *
 * A file that cannot be ingested is reported, and the others go on. Safe to repeat, and to run
 * twice at once: the same text changes nothing. Held files of another version that are not named
 * are counted, and wait for readOutdated.
 * @throws Error only when the database is away
 */
export async function ingestPaths(paths: string[], options: IngestOptions): Promise<IngestReport> {
  const { files, skipped, problems, ...others } = await findSourceFiles(paths);
  if (!options.dryRun) await checkDatabase(options.prisma);
  const report: IngestReport = { files: [], corrections: [], linked: 0, skipped, outdated: 0 };
  const run: IngestRun = { options, stored: new Set(), seen: new Set(), claims: new Map() };
  options.onStart?.(files.length + problems.length);
  const add = (file: FileReport) => {
    report.files.push(file);
    options.onFile?.(file);
  };
  // Before the texts, so that their citations lead to the right documents at once.
  report.corrections = await takeCorrections(others, options);
  for (const problem of problems) add(failed(problem.path, problem));
  for (const file of files) add(await ingestFile(file, run));
  if (run.stored.size > 0 && options.prisma) {
    report.linked = await options.prisma.citation.count({
      where: { document: { sourceFileId: { in: [...run.stored] } }, targetDocumentId: { not: null } },
    });
    await refreshStatistics(options.prisma);
  }
  if (options.prisma && !options.dryRun) {
    await keepMissingBytes(options.prisma, files);
    report.outdated = await countOutdated(options.prisma);
    for (const [at, corrections] of report.corrections.entries())
      report.corrections[at] = await withEffects(options.prisma, corrections);
  }
  return report;
}

/**
 * Ingests the corrections files that were found, and removes the corrections of those that are
 * gone.
 */
async function takeCorrections(
  { corrections, covers }: Pick<FoundFiles, 'corrections' | 'covers'>,
  { prisma, dryRun }: IngestOptions,
): Promise<CorrectionsReport[]> {
  const client = dryRun ? null : prisma;
  const reports: CorrectionsReport[] = [];
  for (const path of corrections) reports.push(await ingestCorrections(path, client));
  const missing = client
    ? (await listCorrectionsFiles(client)).filter((path) => covers(path) && !existsSync(path))
    : [];
  for (const path of missing) if (client) reports.push(await removeCorrections(client, path));
  return reports;
}
