import type { PrismaClient } from '@/lib/db/generated/client';
import { readClock, storeAlone } from '@/lib/db/ingest/transaction';
import { forgetFrequencies } from '@/lib/db/search/planner/frequencies';
import type { ErasedWords } from '@/lib/erasure/mask';
import { eraseVersion, type ErasedVersion } from './erase-version';
import { eraseWords, type ErasedPassage } from './erase-words';
import { findErasable } from './find-documents';

export { ErasureError } from './find-documents';
export type { ErasedPassage } from './erase-words';

/** What is to be erased. */
export interface ErasureOrder {
  /** Of documents: shili/shizhengfa-2023-2 */
  addresses: readonly string[];
  /** A version of the one document, or words of all of them. */
  what: { version: number } | { words: ErasedWords };
  /** Why, as the page of versions says it to readers. */
  reason: string;
  /** Find what would be taken out, and leave everything as it is. */
  dryRun?: boolean;
}

/** What was erased. */
export type Erased = { version: ErasedVersion } | { passage: ErasedPassage };

/** Carries the result of a dry run out of its transaction, which it rolls back. */
class RolledBack extends Error {
  readonly erased: Erased;

  constructor(erased: Erased) {
    super('A dry run changes nothing.');
    this.erased = erased;
  }
}

/**
 * Takes words out for good, all or nothing, while no ingest stores anything. A trace stays: day and
 * reason, not the words.
 * @throws ErasureError where there is nothing to erase
 */
export async function erase(
  prisma: PrismaClient,
  { addresses, what, reason, dryRun = false }: ErasureOrder,
): Promise<Erased> {
  try {
    const erased = await storeAlone(prisma, async (transaction): Promise<Erased> => {
      const documents = await findErasable(transaction, addresses);
      const at = await readClock(transaction);
      const result: Erased =
        'words' in what
          ? { passage: await eraseWords(transaction, documents, what.words, { at, reason }) }
          : { version: await eraseVersion(transaction, documents[0]!, what.version, { at, reason }) };
      if (dryRun) throw new RolledBack(result);
      return result;
    });
    forgetFrequencies();
    return erased;
  } catch (error) {
    if (error instanceof RolledBack) return error.erased;
    throw error;
  }
}

/** Tables that had erased words. */
const TABLES = [
  'Document',
  'Section',
  'Citation',
  'ValidityClause',
  'AmendmentOperation',
  'KeyFact',
  'TocEntry',
  'TocGroup',
  'Issue',
  'SourceFile',
  'SourceBytes',
  'ManifestRow',
  'LedgerDocument',
  'DocumentVersion',
  'DocumentChange',
  'FormerPassage',
  'FormerIssue',
  'Event',
  'IngestRun',
  'CitedNumber',
  'MentionCount',
  'SearchTerm',
] as const;

/**
 * Frees what former rows take up in the database.
 *
 * It forgets what it knows of their values, too.
 * @returns whether it could; another session may need former rows still, or the role may not
 */
export async function freeErased(prisma: PrismaClient): Promise<boolean> {
  try {
    for (const table of TABLES) await prisma.$executeRawUnsafe(`VACUUM (ANALYZE) "${table}"`);
    return true;
  } catch {
    return false;
  }
}
