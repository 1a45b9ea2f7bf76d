import { realpath } from 'node:fs/promises';
import nodePath from 'node:path';
import { SourceFileError } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { relink, removeSourceFiles } from './store';
import { recordEvents } from './events/record-events';
import { endIssues, listIssues, withdrawDocuments } from './ledger/end-documents';
import { loadHeldDocuments } from './ledger/former-documents';
import { readClock, storeAlone, type Transaction } from './transaction';

/** A source file as a person named it, with the absolute path that this means. */
export interface NamedSource {
  named: string;
  path: string;
}

/** A source file that was removed, and what went with it. */
export interface RemovedSource {
  /** Where it was last read, else its name. */
  path: string;
  documents: number;
  sections: number;
  citations: number;
  /** Citations in other documents that led to its documents. */
  unlinked: number;
}

/**
 * Removes source files with everything that they gave, all of them or none.
 *
 * A file is named by its path, or by its name where no other file has it. It need not exist any
 * more.
 * The ledger keeps what it was: its addresses say so from now on.
 * @param reason why, as those addresses say it
 * @returns what was removed, or why some cannot be
 */
export async function removeSources(
  prisma: PrismaClient,
  named: readonly NamedSource[],
  reason: string | null = null,
): Promise<{ removed: RemovedSource[]; problems: SourceFileError[] }> {
  const result = await storeAlone(prisma, async (transaction) => {
    const problems: SourceFileError[] = [];
    const held = new Map<number, RemovedSource>();
    for (const each of named) {
      const source = await findHeld(transaction, each);
      if (source instanceof SourceFileError) problems.push(source);
      else held.set(source.id, await count(transaction, source));
    }
    if (problems.length > 0) return { removed: [], problems };
    const ids = [...held.keys()];
    const documents = await loadHeldDocuments(transaction, ids);
    const issues = await listIssues(transaction, ids);
    const removed = await removeSourceFiles(transaction, ids);
    await relink(transaction, removed, { documents: [], documentIds: [] });
    const at = await readClock(transaction);
    const events = [
      ...(await endIssues(transaction, issues, at, reason)),
      ...(await withdrawDocuments(transaction, documents, at, reason)),
    ];
    await recordEvents(transaction, events, at);
    return { removed: [...held.values()], problems };
  });
  if (result.removed.length > 0) await refreshStatistics(prisma);
  return result;
}

interface Held {
  id: number;
  name: string;
  path: string | null;
}

async function findHeld(transaction: Transaction, { named, path }: NamedSource): Promise<Held | SourceFileError> {
  const select = { id: true, name: true, path: true } as const;
  const real = await realpath(path).catch(() => path);
  const there = await transaction.sourceFile.findFirst({ where: { path: { in: [path, real] } }, select });
  if (there) return there;
  const isName = !named.includes('/') && !named.includes(nodePath.sep);
  const alike = isName
    ? await transaction.sourceFile.findMany({ where: { name: named }, select, orderBy: { id: 'asc' } })
    : [];
  if (alike.length === 1) return alike[0]!;
  if (alike.length > 1)
    return new SourceFileError(
      named,
      `${alike.length} held files have this name`,
      `Name one by its path: ${alike.map((each) => each.path ?? '(its place is not known)').join(', ')}.`,
    );
  return new SourceFileError(
    named,
    'no such file is held',
    'Name the path from which it was ingested, or its name without folders, as the page of its document shows it.',
  );
}

async function count(transaction: Transaction, { id, name, path }: Held): Promise<RemovedSource> {
  const document = { sourceFileId: id };
  const [documents, sections, citations, unlinked] = [
    await transaction.document.count({ where: document }),
    await transaction.section.count({ where: { document } }),
    await transaction.citation.count({ where: { document } }),
    await transaction.citation.count({ where: { target: document, document: { sourceFileId: { not: id } } } }),
  ];
  return { path: path ?? name, documents, sections, citations, unlinked };
}
