import { existsSync } from 'node:fs';
import type { CorrectionEntry } from '@/lib/corrections/entry';
import { readCorrections } from '@/lib/corrections/read';
import { readSourceFile, SourceFileError } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import { storeCorrections } from './store-corrections';
import { storeAlone } from '@/lib/db/ingest/transaction';

/** One corrections file of a run. */
export interface CorrectionsReport {
  /** Absolute. */
  path: string;
  /** `removed`: the file is gone, and what it said with it. */
  outcome: 'added' | 'replaced' | 'unchanged' | 'removed' | 'parsed' | 'failed';
  /** Entries that it has. */
  entries: number;
  /** Citations and documents that it mends. */
  applied: number;
  /** What the person should know: entries that fit nothing yet. One line each. */
  notes: string[];
  /**
   * Why it failed and what to do: one line each, with path and line. Nothing of the file was taken,
   * and what it said before stays.
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
 * Takes the path of a corrections file; stores what it says, all of it or nothing; without a client
 * it is only read. Throws when the database is gone.
 */
export async function ingestCorrections(path: string, prisma: PrismaClient | null): Promise<CorrectionsReport> {
  try {
    const { text } = await readSourceFile(path);
    const { entries, problems } = readCorrections(text);
    if (problems.length > 0)
      return {
        ...emptyReport(path, 'failed'),
        errors: problems.map(({ line, reason }) => `${path}:${line}: ${reason}.`),
      };
    return prisma ? await store(prisma, path, entries) : { ...emptyReport(path, 'parsed'), entries: entries.length };
  } catch (error) {
    if (error instanceof SourceFileError) return { ...emptyReport(path, 'failed'), errors: [error.message] };
    throw error;
  }
}

/** Takes the path of a corrections file that is gone: what it said goes as well. */
export const removeCorrections = (prisma: PrismaClient, path: string): Promise<CorrectionsReport> =>
  store(prisma, path, [], 'removed');

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

/** Gives the paths of corrections files that were read before. */
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
 * Takes the report on a file whose entries are kept; gives it with what they mend, now that all is
 * stored, and with a note on each that fits nothing.
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
