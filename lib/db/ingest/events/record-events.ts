import type { EventKindName } from '@/lib/events/kinds';
import { wholeOf } from '@/lib/events/kinds';
import { insertRows, reserveIds } from '@/lib/db/ingest/rows/insert-rows';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** An event that an ingest tells. */
export interface NewEvent {
  kind: EventKindName;
  /** Slug. */
  municipality: string;
  ledgerDocumentId?: number;
  issue?: { year: number; number: number; edition: string } | null;
  agency?: string | null;
  changeId?: number;
  title: string;
  reason?: string | null;
}

/**
 * Writes events of issues and documents. It belongs into the transaction of what happened, behind
 * the lock of ingests, so that ids have the order in which readers came to see it. Those of
 * numbers are written beside it (record-references.ts).
 *
 * What is told of a document together with its issue becomes a part of the issue's event.
 */
export async function recordEvents(transaction: Transaction, events: readonly NewEvent[], at: Date): Promise<void> {
  if (events.length === 0) return;
  const { Event: ids } = await reserveIds(transaction, { Event: events.length });
  const wholes = new Map(
    events.flatMap((event, index) =>
      event.issue && event.ledgerDocumentId === undefined ? [[keyOf(event, event.kind), ids[index]!]] : [],
    ),
  );
  await insertRows(transaction, [
    {
      table: 'Event',
      makeRows: () =>
        events.map((event, index) => {
          const whole = wholeOf(event.kind);
          return {
            id: ids[index]!,
            at,
            kind: event.kind,
            municipality: event.municipality,
            ledgerDocumentId: event.ledgerDocumentId ?? null,
            issueYear: event.issue?.year ?? null,
            issueNumber: event.issue?.number ?? null,
            issueEdition: event.issue?.edition ?? '',
            agency: event.agency ?? null,
            aboutNumber: null,
            changeId: event.changeId ?? null,
            partOf: (whole && wholes.get(keyOf(event, whole))) ?? null,
            title: event.title,
            reason: event.reason ?? null,
          };
        }),
    },
  ]);
}

const keyOf = ({ municipality, issue }: NewEvent, kind: EventKindName): string =>
  `${kind} ${municipality} ${issue?.year ?? ''} ${issue?.number ?? ''} ${issue?.edition ?? ''}`;
