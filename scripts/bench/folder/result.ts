import type { Held } from './held';
import type { IngestProcess } from './ingest-process';

/** One first ingest. */
export interface FolderRun {
  jobs: number;
  process: IngestProcess;
  held: Held;
  /** Bytes a second of the yardstick, beside it. */
  yardstick: number;
}

/** What the bench measured. */
export interface FolderResult {
  runs: FolderRun[];
  /** Killed at random and gone on. */
  broken: { held: Held; seconds: number };
  /** The same again: nothing has changed. */
  again: IngestProcess;
  /** A manifest of which every tenth row has changed. */
  restated: IngestProcess;
}
