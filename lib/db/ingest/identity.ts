import { existsSync } from 'node:fs';
import path from 'node:path';
import { hashSourceFile, SourceFileError, type SourceText } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { PreparedSource } from './rows/prepared';
import type { Transaction } from './transaction';

const heldSelect = { id: true, name: true, path: true, hash: true, parserVersion: true } as const;

/** A source file that was ingested before. */
export interface HeldSource {
  id: number;
  name: string;
  path: string | null;
  hash: string;
  parserVersion: string;
}

/** Gives the source file with exactly these bytes, if one was ingested. */
export async function findByHash(transaction: Transaction, hash: string): Promise<HeldSource | null> {
  return transaction.sourceFile.findUnique({ where: { hash }, select: heldSelect });
}

/** Gives the source file that was read from this place last, if any. */
export async function findByPath(transaction: Transaction, file: string): Promise<HeldSource | null> {
  return transaction.sourceFile.findUnique({ where: { path: file }, select: heldSelect });
}

/** Source files whose rows an older version made. */
export interface Outdated {
  /** They can be read again, as texts of the municipality that they were taken for. */
  readable: { path: string; municipality: string | undefined }[];
  /** Names of those that are no longer where they were. */
  missing: string[];
}

/**
 * Takes the version that rows are made by now, and files that are read anyway; gives the held
 * source files that are of another version.
 */
export async function findOutdated(prisma: PrismaClient, version: string, read: readonly string[]): Promise<Outdated> {
  const held = await prisma.sourceFile.findMany({
    where: { parserVersion: { not: version }, OR: [{ path: null }, { path: { notIn: [...read] } }] },
    select: { ...heldSelect, documents: { select: { municipality: { select: { name: true } } }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  const outdated: Outdated = { readable: [], missing: [] };
  for (const { path, name, documents } of held) {
    if (path !== null && existsSync(path))
      outdated.readable.push({ path, municipality: documents[0]?.municipality.name });
    else outdated.missing.push(name);
  }
  return outdated;
}

/** Takes a held source file; gives true while its bytes still stand where they were read. */
export async function isUnchangedAtPath(held: HeldSource): Promise<boolean> {
  return held.path !== null && (await hashSourceFile(held.path)) === held.hash;
}

/**
 * Writes where a held text was met now. Whichever other text was read from there before has no
 * known place any more.
 */
export async function moveTo(
  transaction: Transaction,
  held: HeldSource,
  text: Pick<SourceText, 'path' | 'name'>,
): Promise<void> {
  await transaction.sourceFile.updateMany({ where: { path: text.path, id: { not: held.id } }, data: { path: null } });
  await transaction.sourceFile.update({ where: { id: held.id }, data: { path: text.path, name: text.name } });
}

/** What a source text claims to be, and the other source file that is held as this. */
interface Claim {
  what: string;
  holder: HeldSource;
}

export interface Precedence {
  /** Source files of this run: two that claim the same are always a conflict. */
  thisRun: ReadonlySet<number>;
  /** Whoever claims the same from an earlier run gives way. */
  replace: boolean;
}

/**
 * Takes a new source text and the file it replaces, if its path says so; gives the source files
 * whose place it takes. That is the one at its path, and one that holds the same issue or
 * standalone document under the same file name and is no longer where it was (the file moved and
 * changed). Throws SourceFileError when another file holds what this one claims.
 */
export async function findReplaced(
  transaction: Transaction,
  text: SourceText,
  source: PreparedSource,
  atPath: HeldSource | null,
  { thisRun, replace }: Precedence,
): Promise<HeldSource[]> {
  const replaced = new Map<number, HeldSource>();
  if (atPath) replaced.set(atPath.id, atPath);
  for (const { what, holder } of await listClaims(transaction, source)) {
    if (replaced.has(holder.id)) continue;
    const moved = holder.name === text.name && !(await isUnchangedAtPath(holder));
    const givesWay = !thisRun.has(holder.id) && (moved || replace);
    if (!givesWay) throw conflict(text, what, holder, thisRun.has(holder.id));
    replaced.set(holder.id, holder);
  }
  return [...replaced.values()];
}

/** Looks up who holds the issue, or the standalone documents, that this source claims. */
async function listClaims(
  transaction: Transaction,
  { municipality, issue, documents }: PreparedSource,
): Promise<Claim[]> {
  if (issue) {
    const held = await transaction.issue.findFirst({
      where: { municipality: { name: municipality }, year: issue.year, number: issue.number },
      select: { sourceFile: { select: heldSelect } },
    });
    return held ? [{ what: `${municipality} ${issue.year}年第${issue.number}号`, holder: held.sourceFile }] : [];
  }
  const held = await transaction.document.findMany({
    where: {
      municipality: { name: municipality },
      issueId: null,
      OR: documents.map(({ columns: { docNumber, titleKey, signedOn } }) =>
        // By what is printed: a correction makes no text another one.
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

function conflict(text: SourceText, what: string, holder: HeldSource, sameRun: boolean): SourceFileError {
  const other = holder.path ?? holder.name;
  return new SourceFileError(
    text.path,
    `${what} is held from ${other} already`,
    sameRun
      ? `Both files were named in this run: keep the better one, and take the other out of ${path.dirname(text.path)}.`
      : `To take this file instead, run again with --replace; else leave it out.`,
  );
}
