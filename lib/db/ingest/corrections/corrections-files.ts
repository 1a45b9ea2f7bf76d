import { existsSync } from 'node:fs';
import type { CorrectionEntry } from '@/lib/corrections/entry';
import { readCorrections } from '@/lib/corrections/read';
import { readSourceFile, SourceFileError } from '@/lib/source-files';
import { printable } from '@/lib/text/printable';
import type { PrismaClient } from '@/lib/db/generated/client';
import { describeError } from '@/lib/db/ingest/describe-error';
import { checkDatabase } from '@/lib/db/ingest/check-database';
import { storeCorrections } from './store-corrections';
import { storeAlone } from '@/lib/db/ingest/transaction';

/** What became of one corrections file of a run. */
export interface CorrectionsReport {
  /** Absolute. */
  path: string;
  /** `removed`: the file is gone, and its corrections with it. */
  outcome: 'added' | 'replaced' | 'unchanged' | 'removed' | 'parsed' | 'failed';
  /** Entries of the file. */
  entries: number;
  /** Citations and documents that they correct. */
  applied: number;
  /** What the person should know, such as entries that fit nothing yet. One line each. */
  notes: string[];
  /**
   * Why it failed and what to do, one line each, with path and line. Its former corrections stay.
   */
  errors: string[];
}

const emptyReport = (path: string, outcome: CorrectionsReport['outcome']): CorrectionsReport => ({
  path,
  outcome,
  entries: 0,
  applied: 0,
  notes: [],
  errors: [],
});

/**
 * Stores the entries of a corrections file, all of them or none.
 * @param prisma null to read the file only
 * @throws Error when the database is away
 */
export async function ingestCorrections(path: string, prisma: PrismaClient | null): Promise<CorrectionsReport> {
  return orFailed(path, prisma, async () => {
    const { text } = await readSourceFile(path);
    const { entries, problems } = readCorrections(text);
    if (problems.length > 0)
      return {
        ...emptyReport(path, 'failed'),
        errors: problems.map(({ line, reason }) => printable(`${path}:${line}: ${reason}.`)),
      };
    return prisma ? store(prisma, path, entries) : { ...emptyReport(path, 'parsed'), entries: entries.length };
  });
}

/**
 * Removes the corrections of a file that is gone.
 * @throws Error when the database is away
 */
export const removeCorrections = (prisma: PrismaClient, path: string): Promise<CorrectionsReport> =>
  orFailed(path, prisma, () => store(prisma, path, [], 'removed'));

/** Reports what goes wrong with one file, so that the others go on. */
async function orFailed(
  path: string,
  prisma: PrismaClient | null,
  work: () => Promise<CorrectionsReport>,
): Promise<CorrectionsReport> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SourceFileError)) await checkDatabase(prisma);
    return { ...emptyReport(path, 'failed'), errors: [describeError(path, error)] };
  }
}

async function store(
  prisma: PrismaClient,
  path: string,
  entries: CorrectionEntry[],
  outcome?: CorrectionsReport['outcome'],
): Promise<CorrectionsReport> {
  const { added, removed, movedFrom } = await storeAlone(prisma, (transaction) =>
    storeCorrections(transaction, path, entries, existsSync),
  );
  const kept = entries.length - added;
  const change = added + removed === 0 ? 'unchanged' : kept + removed === 0 ? 'added' : 'replaced';
  const notes = movedFrom === undefined ? [] : [`moved from ${movedFrom}`];
  return { ...emptyReport(path, outcome ?? change), entries: entries.length, notes };
}

/** Lists the paths of corrections files that were ingested. */
export async function listCorrectionsFiles(prisma: PrismaClient): Promise<string[]> {
  const rows = await prisma.correction.findMany({
    distinct: ['path'],
    select: { path: true },
    orderBy: { path: 'asc' },
  });
  return rows.map(({ path }) => path);
}

interface Count {
  line: number;
  kind: CorrectionEntry['kind'];
  printed: string | null;
  about: string | null;
  applied: number;
}

/**
 * Adds to a report what the entries of its file correct.
 *
 * Call it when the texts of the run are stored too. An entry that fits nothing gets a note.
 */
export async function withEffects(prisma: PrismaClient, report: CorrectionsReport): Promise<CorrectionsReport> {
  if (report.entries === 0) return report;
  const counts = await prisma.$queryRaw<Count[]>`
    SELECT correction."line", correction."kind", correction."printed", correction."about", (
      (SELECT count(*) FROM "Citation" WHERE "correctionId" = correction."id") + (SELECT count(*) FROM "Document" WHERE "correctionId" = correction."id")
    )::int AS "applied"
    FROM "Correction" correction WHERE correction."path" = ${report.path} ORDER BY correction."line"`;
  const unfit = counts.filter(({ kind, applied }) => kind !== 'repeal' && applied === 0);
  const notes = unfit.map(({ line, kind, printed, about }) =>
    kind === 'citation'
      ? `line ${line} fits no citation yet: “${printed}” in ${about}`
      : `line ${line} fits no number yet: ${printed}${about === null ? '' : ` in ${about}`}`,
  );
  return {
    ...report,
    applied: counts.reduce((sum, { applied }) => sum + applied, 0),
    notes: [...report.notes, ...notes],
  };
}
