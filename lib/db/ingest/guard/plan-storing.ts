import { loadEndedDocuments, loadHeldDocuments } from '@/lib/db/ingest/ledger/former-documents';
import { listIssues, type HeldIssue } from '@/lib/db/ingest/ledger/end-documents';
import { planSuccession, type Succession } from '@/lib/db/ingest/ledger/plan-changes';
import type { PreparedSource } from '@/lib/db/ingest/rows/prepared';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { findLosses, type Losses } from './find-losses';
import { loadHeldContents, type HeldContents } from './held-contents';

/** What storing a source text would do to what is held. */
export interface StoringPlan extends Losses {
  succession: Succession;
  /** Issues of the files that it takes the place of. */
  formerIssues: HeldIssue[];
  held: HeldContents;
}

/**
 * Finds what a source text would do to what is held: read once, for the guard, a dry run and the
 * ledger. Writes nothing; it has to be called while what is replaced is there.
 * @param municipality slug; null where nothing is held of it
 * @param replacedIds source files in whose place it would be stored
 */
export async function planStoring(
  transaction: Transaction,
  source: PreparedSource,
  municipality: string | null,
  replacedIds: readonly number[],
): Promise<StoringPlan> {
  const former = await loadHeldDocuments(transaction, replacedIds);
  const formerIssues = await listIssues(transaction, replacedIds);
  const ended = municipality === null ? [] : await loadEndedDocuments(transaction, municipality, source.documents);
  const succession = planSuccession(source.documents, [...former, ...ended], municipality ?? '');
  const held = await loadHeldContents(transaction, replacedIds);
  return { succession, formerIssues, held, ...findLosses(succession, source.tocGroups, held) };
}
