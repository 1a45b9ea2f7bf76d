import path from 'node:path';
import type { RowDoubt } from '@/lib/manifest/match-rows';
import type { PrismaClient } from '@/lib/db/generated/client';
import { printable } from '@/lib/text/printable';
import type { ManifestBook, ReadManifest } from './manifest-book';

/** What became of one manifest of a run. */
export interface ManifestReport {
  /** Absolute. */
  path: string;
  /** `removed`: it is gone, and what it stated with it. */
  outcome: 'read' | 'removed' | 'failed';
  /** Rows that can be used. */
  rows: number;
  /** Texts that had not changed, of which it states something else now. */
  updated: number;
  /** What the person should know, such as rows that fit nothing. One line each. */
  notes: string[];
  /** Rows that cannot be used, and why, one line each, with path and line. */
  errors: string[];
}

/** Notes of one kind that are listed; the others are counted. */
const MOST_NOTES = 20;

/**
 * Reports on the manifests of a run, when its texts are stored.
 * @param files texts of the run
 * @param updated texts of which something else is stated now
 * @param prisma null where nothing is held
 */
export async function reportManifests(
  book: ManifestBook,
  { files, updated, prisma }: { files: readonly string[]; updated: readonly string[]; prisma: PrismaClient | null },
): Promise<ManifestReport[]> {
  const reports: ManifestReport[] = [];
  for (const manifest of book.manifests.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const folder = path.dirname(manifest.path);
    const without = files.filter(
      (file) => book.covering(file)[0] === manifest && !book.covering(file).some(({ byFile }) => byFile.has(file)),
    );
    reports.push({
      path: manifest.path,
      outcome: manifest.count === 0 && manifest.errors.length > 0 ? 'failed' : 'read',
      rows: manifest.count,
      updated: updated.filter((file) => manifest.byFile.has(file)).length,
      errors: manifest.errors,
      notes: [
        ...(manifest.unknown.length > 0
          ? [`columns that are not known were left out: ${manifest.unknown.join(', ')}`]
          : []),
        ...listSome(manifest.absent.map(({ line, file }) => `line ${line}: there is no text ${file}`)),
        ...listSome(
          manifest.unclear.map(
            ({ line, file }) => `line ${line}: several texts are named ${file}; write its folders too`,
          ),
        ),
        ...listSome(listOverruled(book, manifest)),
        ...(prisma ? listSome(await listDoubts(prisma, manifest)) : []),
        ...listSome(without.map((file) => `no row names ${path.relative(folder, file)}`)),
      ].map(printable),
    });
  }
  return reports;
}

function listSome(notes: readonly string[]): string[] {
  const more = notes.length - MOST_NOTES;
  return more > 0 ? [...notes.slice(0, MOST_NOTES), `and ${more} more of this kind`] : [...notes];
}

/** Rows about texts that a manifest nearer to them names. */
const listOverruled = (book: ManifestBook, manifest: ReadManifest): string[] =>
  [...manifest.byFile].flatMap(([file, rows]) => {
    const taken = book.manifests.find(({ byFile }) => byFile.has(file));
    return taken === undefined || taken === manifest
      ? []
      : rows.map(({ line, file: named }) => `line ${line}: ${named} is named in ${taken.path}, which is nearer to it`);
  });

const DOUBTS: Record<RowDoubt, string> = {
  number: 'its number is not that of the text, so nothing of it was taken',
  title: 'its title is not that of the text',
  day: 'its signing day (成文日期) is not that of the text, which is shown',
  none: 'its number and title are those of no document of the text, so nothing of it was taken',
  several: 'several documents of the text fit it, so nothing of it was taken; write number and title',
  twice: 'another row names the same document and states something else, so nothing of both was taken',
  whole: 'it names none of the documents of the text; write a row with number or title for each',
};

interface DoubtRow {
  path: string | null;
  position: number;
  doubt: RowDoubt | null;
  documentId: number | null;
  /** Facts that the text itself prints otherwise. */
  others: string[];
}

/** Lists the rows that fit no document, or that contradict the text. */
async function listDoubts(prisma: PrismaClient, manifest: ReadManifest): Promise<string[]> {
  const rows = await prisma.$queryRaw<DoubtRow[]>`
    SELECT source."path", kept."position", kept."doubt", kept."documentId", array_remove(ARRAY[
      CASE WHEN kept."indexKey" <> document."indexKey" THEN '索引号' END,
      CASE WHEN kept."topic" <> document."topic" THEN '主题分类' END,
      CASE WHEN kept."validity" <> document."statedValidity" THEN '有效性' END,
      CASE WHEN kept."publishedOn" <> document."publishedOn" THEN '发布日期' END
    ], NULL) AS "others"
    FROM "SourceFile" source JOIN "ManifestRow" kept ON kept."sourceFileId" = source."id"
    LEFT JOIN "Document" document ON document."id" = kept."documentId"
    WHERE source."manifestPath" = ${manifest.path} AND (
      kept."doubt" IS NOT NULL OR kept."indexKey" <> document."indexKey" OR kept."topic" <> document."topic"
      OR kept."validity" <> document."statedValidity" OR kept."publishedOn" <> document."publishedOn")`;
  const told = rows.flatMap(({ path: file, position, doubt, documentId, others }) => {
    const row = file === null ? undefined : manifest.byFile.get(file)?.[position - 1];
    if (!row) return [];
    // A title beside the right number is only told.
    const taken = doubt === 'title' && documentId === null ? ', so nothing of it was taken' : '';
    const reasons = [
      ...(doubt === null ? [] : [DOUBTS[doubt] + taken]),
      ...(others.length === 0 ? [] : [`the text itself states another ${others.join(', ')}; both are shown`]),
    ];
    return [{ line: row.line, note: `line ${row.line}: ${row.file}: ${reasons.join('; ')}` }];
  });
  return told.sort((one, other) => one.line - other.line).map(({ note }) => note);
}
