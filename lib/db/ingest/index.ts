import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PrismaClient } from '@/lib/db/generated/client';
import { findSourceFiles, type FoundFiles } from '@/lib/source-files';
import {
  ingestCorrections,
  listCorrectionsFiles,
  removeCorrections,
  withEffects,
  type CorrectionsReport,
} from './corrections/corrections-files';
import { checkDatabase } from './check-database';
import { findBelow, type HeldSource } from './identity';
import { readManifests } from './manifest/manifest-book';
import { reportManifests } from './manifest/report-manifests';
import { removeGone, updateHeld } from './manifest/update-held';
import { ingestFile } from './ingest-file';
import { countOutdated } from './outdated/list-outdated';
import { failed, type FileReport, type IngestReport } from './report';
import { planFiles, type PlannedFile } from './reading/plan';
import { chooseReading } from './reading/choose-reading';
import type { IngestOptions, IngestRun } from './run';
import { keepMissingBytes } from './source-bytes';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';

export type { FileReport, IngestReport } from './report';
export type { IngestOptions, RunWork } from './run';

/**
 * Ingests files and folders, each file in one transaction.
 *
 * A file that cannot be ingested is reported, and the others go on. Safe to repeat, and to run
 * twice at once: the same text changes nothing. Held files of another version that are not named
 * are counted, and wait for readOutdated.
 * @throws Error only when the database is away
 */
export async function ingestPaths(paths: string[], options: IngestOptions): Promise<IngestReport> {
  const { files, skipped, problems, manifests, ...others } = await findSourceFiles(paths);
  const client = options.dryRun ? null : options.prisma;
  await checkDatabase(client);
  const report: IngestReport = { files: [], corrections: [], manifests: [], linked: 0, skipped, outdated: 0 };
  // A manifest that is named alone is about the texts that are held below it.
  const below = client
    ? await findBelowAll(
        client,
        manifests.filter((manifest) => !others.covers(manifest)),
      )
    : [];
  const book = await readManifests(manifests, [...files, ...below.flatMap(({ path }) => path ?? [])]);
  const run: IngestRun = { options, stored: new Set(), seen: new Set(), displaced: new Set(), claims: new Map(), book };
  const named = files.map((path) => ({ path, municipality: options.municipality }));
  const planned = await planFiles(named, client);
  const toRead = planned.filter(({ held }) => !held);
  const bytesToRead = toRead.reduce((sum, { size }) => sum + size, 0);
  options.onStart?.({ files: problems.length + planned.length, filesToRead: toRead.length, bytesToRead });
  const add = (file: FileReport) => {
    report.files.push(file);
    options.onFile?.(file);
  };
  // Before the texts, so that their citations lead to the right documents at once.
  report.corrections = await takeCorrections(others, options);
  for (const problem of problems) add(failed(problem.path, problem));
  const unchanged = [...below, ...planned.flatMap(({ held, path }) => (held?.path === path ? [held] : []))];
  const updated = client ? await updateHeld(client, unchanged, book) : [];
  const { reader, ahead } = chooseReading(toRead, options.jobs);
  try {
    const read = (file: PlannedFile) => (file.held ? reader.read(file) : ahead.take(file));
    for (const file of planned) add(await ingestFile(file, run, read));
  } finally {
    await reader.close();
  }
  const gone = client ? await removeGone(client, others.covers) : [];
  report.manifests = [
    ...(await reportManifests(book, { files, updated, prisma: client })),
    ...gone.map((path) => ({ path, outcome: 'removed' as const, rows: 0, updated: 0, notes: [], errors: [] })),
  ];
  if (client) {
    report.linked = await countLinked(client, [...run.stored]);
    // Also where nothing was stored: a run before may have been broken off.
    await refreshStatistics(client);
    await keepMissingBytes(client, files);
    report.outdated = await countOutdated(client);
    for (const [at, corrections] of report.corrections.entries())
      report.corrections[at] = await withEffects(client, corrections);
  }
  return report;
}

/** Finds the source files below the folders of manifests. */
async function findBelowAll(prisma: PrismaClient, manifests: readonly string[]): Promise<HeldSource[]> {
  const held = await Promise.all(manifests.map((manifest) => findBelow(prisma, dirname(manifest))));
  return [...new Map(held.flat().map((source) => [source.id, source])).values()];
}

/** Counts the citations of source files whose document is held. */
async function countLinked(prisma: PrismaClient, sourceFileIds: readonly number[]): Promise<number> {
  if (sourceFileIds.length === 0) return 0;
  const [row] = await prisma.$queryRaw<[{ linked: number }]>`
    SELECT count(*)::int AS "linked" FROM "Document" document JOIN "Citation" citation ON citation."documentId" = document."id"
    WHERE document."sourceFileId" = ANY (${sourceFileIds}::int[]) AND citation."targetDocumentId" IS NOT NULL`;
  return row.linked;
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
