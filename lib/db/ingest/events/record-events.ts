import type { EventKindName } from '@/lib/events/kinds';
import { insertRows } from '@/lib/db/ingest/rows/insert-rows';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** An event that an ingest tells. */
export interface NewEvent {
  kind: EventKindName;
  /** Slug. */
  municipality: string;
  ledgerDocumentId?: number;
  issue?: { year: number; number: number } | null;
  agency?: string | null;
  aboutNumber?: string;
  changeId?: number;
  title: string;
  reason?: string | null;
}

/**
 * Writes events: the one place that does. It belongs into the transaction of what happened, behind
 * the lock of ingests, so that ids have the order in which readers came to see it.
 */
export async function recordEvents(transaction: Transaction, events: readonly NewEvent[], at: Date): Promise<void> {
  await insertRows(transaction, [
    {
      table: 'Event',
      makeRows: () =>
        events.map((event) => ({
          at,
          kind: event.kind,
          municipality: event.municipality,
          ledgerDocumentId: event.ledgerDocumentId ?? null,
          issueYear: event.issue?.year ?? null,
          issueNumber: event.issue?.number ?? null,
          agency: event.agency ?? null,
          aboutNumber: event.aboutNumber ?? null,
          changeId: event.changeId ?? null,
          title: event.title,
          reason: event.reason ?? null,
        })),
    },
  ]);
}
