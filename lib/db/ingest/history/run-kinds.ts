import { z } from 'zod';

/** What a run of the command does. */
export type RunKind = 'ingest' | 'outdated' | 'remove' | 'erase';

/** Failures of a run that are kept. */
export const FAILURES_LIMIT = 100;
/** Runs that are kept, the newest. */
export const KEPT_RUNS = 10_000;

/** The first number of a lock that a run holds. The second one is made of its id. */
export const RUN_LOCK = 20180060;
/** Gives the second number of the lock of a run, in SQL. */
export const runKeySql = (id: string): string => `(${id} % 2147483647)::int`;

/** What the failures of a run look like. */
export const failuresSchema = z.array(z.object({ name: z.string(), error: z.string() }));
/** A file that failed, and why; the run itself where the name is empty. */
export type RunFailure = z.infer<typeof failuresSchema>[number];
