import { LRUCache } from 'lru-cache';
import type { CheckState } from './state';

/**
 * The request header that tells the page of the checker which state to show.
 * Set by proxy.ts, which reads the posted form; the state itself would be too long for a header.
 */
export const TICKET_HEADER = 'x-gongbao-draft';

/** Milliseconds after which a state that no page has taken is forgotten. */
const KEPT_FOR = 60_000;
/** Characters of all drafts that wait for their page, at most. */
const CHARACTERS = 2 ** 25;

// Proxy and pages are two bundles in one process, each with its own copy of this module.
const holder = globalThis as typeof globalThis & { gongbaoDrafts?: LRUCache<string, CheckState> };
const waiting = (holder.gongbaoDrafts ??= new LRUCache<string, CheckState>({
  max: 1000,
  maxSize: CHARACTERS,
  sizeCalculation: ({ draft }) => draft.length + 1,
  ttl: KEPT_FOR,
}));

/** Keeps a state for the page that will show it; gives its ticket. */
export function keepState(state: CheckState): string {
  const ticket = crypto.randomUUID();
  waiting.set(ticket, state);
  return ticket;
}

/** Gives the state of a ticket, once; without a ticket it is the empty form. */
export function takeState(ticket: string | null): CheckState {
  if (ticket === null) return { kind: 'start', draft: '' };
  const state = waiting.get(ticket);
  waiting.delete(ticket);
  return state ?? { kind: 'failed', draft: '' };
}
