import { listBlocks } from '@/lib/erasure/mask';
import { hasTraced } from '@/lib/erasure/trace';
import type * as ast from '@/lib/gazette/ast';
import { SourceFileError } from '@/lib/source-files';
import type { Succession } from '@/lib/db/ingest/ledger/plan-changes';
import type { PreparedSource } from '@/lib/db/ingest/rows/prepared';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** A text has words that were erased. */
class BringsBack extends SourceFileError {
  override name = 'BringsBack';
}

/**
 * Refuses a text that would bring back what was erased from one of its documents.
 *
 * Its words are looked at only where something was erased of a document that it gives, or takes the
 * place of.
 * @throws SourceFileError, whatever is accepted
 */
export async function refuseErased(
  transaction: Transaction,
  path: string,
  { documents }: PreparedSource,
  { former }: Succession,
): Promise<void> {
  const ledgerIds = former.flatMap(({ ledgerId }) => ledgerId ?? []);
  if (ledgerIds.length === 0) return;
  const traces = await transaction.erasure.findMany({
    where: { ledgerDocumentId: { in: ledgerIds }, kind: 'words' },
    orderBy: { id: 'asc' },
  });
  if (traces.length === 0) return;
  for (const { columns } of documents) {
    const blocks = listBlocks(columns.tree as unknown as ast.Document);
    for (const { salt, length, hash, spans, at, reason } of traces) {
      if (salt === null || length === null || hash === null) continue;
      if (!hasTraced(blocks, { salt, length, hash, spans })) continue;
      throw new BringsBack(
        path,
        `《${columns.title}》 has words that were erased on ${at.toISOString().slice(0, 10)} (${reason})`,
        'What is held stays as it is. Take these words out of the file, or leave it out; --accept does not bring them back.',
      );
    }
  }
}
