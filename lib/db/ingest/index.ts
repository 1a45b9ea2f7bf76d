import { existsSync } from 'node:fs';
import { looksLikeGazette, parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { findSourceFiles, readSourceFile, type FoundFiles, SourceFileError, type SourceText } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import {
  removeCorrections,
  ingestCorrections,
  listCorrectionsFiles,
  withEffects,
  type CorrectionsReport,
} from './corrections/corrections-files';
import {
  findByHash,
  findByPath,
  findOutdated,
  findReplaced,
  isUnchangedAtPath,
  moveTo,
  type HeldSource,
} from './identity';
import { countRows, emptyReport, encodingNote, failed, withNote, type FileReport, type IngestReport } from './report';
import { prepareRows, storedVersion } from './rows/prepare-rows';
import type { PreparedSource } from './rows/prepared';
import { storeSource } from './store';
import { storeAlone, type Transaction } from './transaction';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';

export type { FileReport, IngestReport } from './report';

/** How an ingest runs. */
export interface IngestOptions {
  /** Where to store; null with `dryRun`, which needs no database. */
  prisma: PrismaClient | null;
  /** Parse and report, and write nothing. */
  dryRun?: boolean;
  /** Municipality of texts that name none: 本溪市. */
  municipality?: string | undefined;
  /** Take a file of this run where a file of an earlier one holds the same issue. */
  replace?: boolean;
  /** Called once with the number of files, when it is known. */
  onStart?: (count: number) => void;
  /** Called after each file. */
  onFile?: (file: FileReport) => void;
}

/**
 * Ingests files and folders, each file in one transaction.
 *
 * A file that cannot be ingested is reported, and the others go on. Files whose rows an older
 * version made are read again as well, where they still are. Safe to repeat, and to run twice at
 * once: the same text changes nothing.
 * @throws Error only when the database is away
 */
export async function ingestPaths(paths: string[], options: IngestOptions): Promise<IngestReport> {
  const { files, skipped, problems, ...others } = await findSourceFiles(paths);
  if (!options.dryRun) await checkDatabase(options.prisma);
  const outdated = options.prisma && !options.dryRun ? await findOutdated(options.prisma, storedVersion, files) : null;
  const report: IngestReport = { files: [], corrections: [], linked: 0, skipped, missing: outdated?.missing ?? [] };
  const run: Run = { options, stored: new Set(), seen: new Set(), claims: new Map() };
  options.onStart?.(files.length + (outdated?.readable.length ?? 0));
  const add = (file: FileReport) => {
    report.files.push(file);
    options.onFile?.(file);
  };
  // Before the texts, so that their citations lead to the right documents at once.
  report.corrections = await takeCorrections(others, options);
  for (const problem of problems) add(failed(problem.path, problem));
  for (const file of files) add(await ingestFile(file, run));
  for (const { path, municipality } of outdated?.readable ?? [])
    add(await ingestFile(path, { ...run, options: { ...options, municipality } }));
  if (run.stored.size > 0 && options.prisma) {
    report.linked = await options.prisma.citation.count({
      where: { document: { sourceFileId: { in: [...run.stored] } }, targetDocumentId: { not: null } },
    });
    await refreshStatistics(options.prisma);
  }
  if (options.prisma && !options.dryRun)
    for (const [at, corrections] of report.corrections.entries())
      report.corrections[at] = await withEffects(options.prisma, corrections);
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
  const gone = client ? (await listCorrectionsFiles(client)).filter((path) => covers(path) && !existsSync(path)) : [];
  for (const path of gone) if (client) reports.push(await removeCorrections(client, path));
  return reports;
}

/** What the files of one run share. */
interface Run {
  options: IngestOptions;
  /** Source files that this run stored. */
  stored: Set<number>;
  /** Those, and the ones that were unchanged. */
  seen: Set<number>;
  /** Of a dry run: the path of the file with each claim. */
  claims: Map<string, string>;
}

async function ingestFile(file: string, run: Run): Promise<FileReport> {
  try {
    const text = await readSourceFile(file);
    const { prisma, dryRun } = run.options;
    if (dryRun || !prisma) return tryFile(text, run);
    return await storeAlone(prisma, (transaction) => storeFile(transaction, text, run));
  } catch (error) {
    if (!(error instanceof SourceFileError)) await checkDatabase(run.options.prisma);
    return failed(file, error);
  }
}

/** Throws when the database is away: that is no fault of one file, and the next would fail too. */
async function checkDatabase(prisma: PrismaClient | null): Promise<void> {
  try {
    if (prisma) await prisma.$executeRaw`SELECT 1`;
  } catch (cause) {
    throw new Error(
      'The database cannot be reached. What was stored so far is kept: run the same command again when it is back.',
      { cause },
    );
  }
}

async function storeFile(transaction: Transaction, text: SourceText, run: Run): Promise<FileReport> {
  const same = await findByHash(transaction, text.hash);
  if (same?.parserVersion === storedVersion) {
    run.seen.add(same.id);
    return { ...emptyReport(text.path, 'unchanged'), ...(await noteOfPlace(transaction, same, text)) };
  }
  const { source, messages } = parseSource(text, run);
  const held = same ?? (await findByPath(transaction, text.path));
  const replaced = await findReplaced(transaction, text, source, held, {
    thisRun: run.seen,
    replace: run.options.replace ?? false,
  });
  const lost = held && (await findLostIssue(transaction, held, source));
  const { sourceFileId, linked } = await storeSource(transaction, text, storedVersion, source, replaced);
  run.stored.add(sourceFileId);
  run.seen.add(sourceFileId);
  const outcome = replaced.length > 0 ? 'replaced' : 'added';
  const others = replaced.filter(({ id }) => id !== held?.id).map(({ path, name }) => path ?? name);
  const note = others.length > 0 ? `takes the place of ${others.join(', ')}` : undefined;
  return { ...countRows(text, source, messages, outcome), linked, ...withNote(lost ?? note ?? encodingNote(text)) };
}

/**
 * Gives a note where the file held another issue before, which is then removed: perhaps by mistake.
 */
async function findLostIssue(
  transaction: Transaction,
  held: HeldSource,
  { municipality, issue }: PreparedSource,
): Promise<string | undefined> {
  const former = await transaction.issue.findUnique({
    where: { sourceFileId: held.id },
    select: { year: true, number: true, municipality: { select: { name: true } } },
  });
  if (
    !former ||
    (former.municipality.name === municipality && former.year === issue?.year && former.number === issue.number)
  )
    return undefined;
  return `this file held ${former.municipality.name} ${former.year}年第${former.number}号 before, which is gone now`;
}

/** Gives a note where the same bytes were moved, or are held from another path too. */
async function noteOfPlace(transaction: Transaction, held: HeldSource, text: SourceText) {
  if (held.path === text.path) return {};
  if (await isUnchangedAtPath(held)) return { note: `the same text as ${held.path ?? held.name}` };
  await moveTo(transaction, held, text);
  return { note: `moved from ${held.path ?? held.name}` };
}

function tryFile(text: SourceText, run: Run): FileReport {
  const { source, messages } = parseSource(text, run);
  const claims = source.issue
    ? [`${source.municipality} ${source.issue.year}年第${source.issue.number}号`]
    : source.documents.map(({ columns }) => `${source.municipality} ${columns.docNumber ?? `《${columns.title}》`}`);
  for (const claim of claims) {
    const other = run.claims.get(claim);
    if (other)
      throw new SourceFileError(
        text.path,
        `${claim} is claimed by ${other} already`,
        'Keep the better one, and take the other out.',
      );
    run.claims.set(claim, text.path);
  }
  return { ...countRows(text, source, messages, 'parsed'), ...withNote(encodingNote(text)) };
}

function parseSource(text: SourceText, { options }: Run): { source: PreparedSource; messages: ast.Message[] } {
  const { tree, messages } = parseGazette(text.text, { tables: text.tables });
  if (!looksLikeGazette(tree)) {
    throw new SourceFileError(
      text.path,
      'no document found in it',
      'A gazette or a single document begins with its title and ends with agency and date; `npm run parse -- FILE` shows what was read.',
    );
  }
  const municipality = tree.municipality ?? options.municipality;
  if (!municipality) {
    throw new SourceFileError(text.path, 'nothing in it names the municipality', 'Name it: --municipality 本溪市.');
  }
  return { source: prepareRows(tree, municipality), messages: [...text.notes, ...messages] };
}
