import { formatIssue } from '@/lib/text/format';
import path from 'node:path';
import { hashSourceFile, SourceFileError } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { FileFacts } from './reading/prepared-file';
import type { PreparedSource } from './rows/prepared';
import type { Transaction } from './transaction';

const heldSelect = {
  id: true,
  name: true,
  path: true,
  hash: true,
  parserVersion: true,
  manifestPath: true,
  manifestHash: true,
} as const;

/** A source file that was ingested before. */
export interface HeldSource {
  id: number;
  name: string;
  path: string | null;
  hash: string;
  parserVersion: string;
  /** The manifest whose rows are held of it, and their hash. */
  manifestPath: string | null;
  manifestHash: string | null;
}

/** Finds the source file with exactly these bytes. */
export async function findByHash(transaction: Transaction, hash: string): Promise<HeldSource | null> {
  return transaction.sourceFile.findUnique({ where: { hash }, select: heldSelect });
}

/** A source file that was ingested before, and whether words of it were erased. */
export interface KeptSource extends HeldSource {
  isErased: boolean;
}

/** Finds the source files with one of these hashes, by hash. */
export async function findHeld(prisma: PrismaClient, hashes: readonly string[]): Promise<Map<string, KeptSource>> {
  const held = await prisma.$queryRaw<KeptSource[]>`
    SELECT "id", "name", "path", "hash", "parserVersion", "manifestPath", "manifestHash",
      EXISTS (SELECT FROM "SourceBytes" WHERE "sourceFileId" = source."id" AND "erasedHash" IS NOT NULL) AS "isErased"
    FROM "SourceFile" source WHERE "hash" = ANY (${hashes}::text[])`;
  return new Map(held.map((source) => [source.hash, source]));
}

/** Finds the source files that were last read below a folder. */
export async function findBelow(prisma: PrismaClient, folder: string): Promise<HeldSource[]> {
  return prisma.sourceFile.findMany({ where: { path: { startsWith: folder + path.sep } }, select: heldSelect });
}

/** Finds the source file that was last read at a path. */
export async function findByPath(transaction: Transaction, file: string): Promise<HeldSource | null> {
  return transaction.sourceFile.findUnique({ where: { path: file }, select: heldSelect });
}

/** Whether a source file is still at its path with the same bytes. */
export async function isUnchangedAtPath(held: HeldSource): Promise<boolean> {
  return held.path !== null && (await hashSourceFile(held.path)) === held.hash;
}

/**
 * Writes the new path of a source file. Another one that was last read there has no known path
 * then.
 */
export async function moveTo(
  transaction: Transaction,
  held: HeldSource,
  file: Pick<FileFacts, 'path' | 'name'>,
): Promise<void> {
  await transaction.sourceFile.updateMany({ where: { path: file.path, id: { not: held.id } }, data: { path: null } });
  await transaction.sourceFile.update({ where: { id: held.id }, data: { path: file.path, name: file.name } });
}

/** What a source text claims to be, and the source file that is held as this. */
interface Claim {
  what: string;
  holder: HeldSource;
}

/** Where a file is, and its name. */
type PlacedFile = Pick<FileFacts, 'path' | 'name'>;

/** Which of two source files with the same claim is taken. */
export interface Precedence {
  /** Source files of this run: two of them with the same claim are always a conflict. */
  thisRun: ReadonlySet<number>;
  /** Whether a file of an earlier run is replaced. */
  replace: boolean;
  /** Whether no file but the one at its path is replaced: of two held ones none may go. */
  onlyItself?: boolean;
}

/**
 * Finds the source files that a new source text replaces.
 *
 * These are the one at its path, and one with the same claim and file name that is no longer at its
 * path: it was moved and changed.
 * @throws ClaimConflict when another file holds what this one claims
 */
export async function findReplaced(
  transaction: Transaction,
  file: PlacedFile,
  source: PreparedSource,
  atPath: HeldSource | null,
  { thisRun, replace, onlyItself = false }: Precedence,
): Promise<HeldSource[]> {
  const replaced = new Map<number, HeldSource>();
  if (atPath) replaced.set(atPath.id, atPath);
  for (const { what, holder } of await listClaims(transaction, source)) {
    if (replaced.has(holder.id)) continue;
    if (onlyItself) throw takenByAnother(file, what, holder);
    const moved = holder.name === file.name && !(await isUnchangedAtPath(holder));
    const isReplaced = !thisRun.has(holder.id) && (moved || replace);
    if (!isReplaced) throw conflict(file, what, holder, thisRun.has(holder.id));
    replaced.set(holder.id, holder);
  }
  return [...replaced.values()];
}

/** Finds the source files that hold the issue, or the standalone documents, of a source. */
async function listClaims(
  transaction: Transaction,
  { municipality, issue, documents }: PreparedSource,
): Promise<Claim[]> {
  if (issue) {
    const held = await transaction.issue.findFirst({
      where: { municipality: { name: municipality }, year: issue.year, number: issue.number, edition: issue.edition },
      select: { sourceFile: { select: heldSelect } },
    });
    return held ? [{ what: `${municipality} ${formatIssue(issue)}`, holder: held.sourceFile }] : [];
  }
  const held = await transaction.document.findMany({
    where: {
      municipality: { name: municipality },
      issueId: null,
      OR: documents.map(({ columns: { docNumber, titleKey, signedOn } }) =>
        // By what is printed: a correction does not make another text of it.
        docNumber
          ? { OR: [{ docNumber, printedNumber: null }, { printedNumber: docNumber }] }
          : { docNumber: null, titleKey, signedOn: signedOn ?? null },
      ),
    },
    select: { docNumber: true, printedNumber: true, title: true, sourceFile: { select: heldSelect } },
    orderBy: { id: 'asc' },
  });
  return held.map(({ docNumber, printedNumber, title, sourceFile }) => ({
    what: `${municipality} ${printedNumber ?? docNumber ?? `《${title}》`}`,
    holder: sourceFile,
  }));
}

/** Another file holds what a file claims to be. */
export class ClaimConflict extends SourceFileError {}

function takenByAnother(file: PlacedFile, what: string, holder: HeldSource): ClaimConflict {
  const other = holder.path ?? holder.name;
  return new ClaimConflict(
    file.path,
    `read anew it is ${what}, which is held from ${other} already`,
    'Its former rows stay. Take one of the two out with --remove.',
  );
}

function conflict(file: PlacedFile, what: string, holder: HeldSource, sameRun: boolean): ClaimConflict {
  const other = holder.path ?? holder.name;
  return new ClaimConflict(
    file.path,
    `${what} is held from ${other} already`,
    sameRun
      ? `Both files were named in this run: keep the better one, and take the other out of ${path.dirname(file.path)}.`
      : `To take this file instead, run again with --replace; else leave it out.`,
  );
}
