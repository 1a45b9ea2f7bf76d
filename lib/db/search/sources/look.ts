import type { Period } from '@/lib/db/search/planner/periods';

/** The first hits of a period in order. */
export interface PeriodHits<Hit> {
  hits: Hit[];
  /** Candidates among which they were found. */
  candidates: number;
}

/**
 * Looks for hits of one period through an index.
 * @param limit hits at most
 * @param candidateLimit candidates at most; null for no limit
 * @returns null where there are more candidates than that; finding this out costs little
 */
export type Look<Hit> = (
  period: Period,
  limit: number,
  candidateLimit: number | null,
) => Promise<PeriodHits<Hit> | null>;
