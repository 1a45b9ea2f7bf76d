import type { PrismaClient } from '@/lib/db/generated/client';
import type { FileReport } from './report';

/** How an ingest runs. */
export interface IngestOptions {
  /** Where to store; null with `dryRun`, which needs no database. */
  prisma: PrismaClient | null;
  /** Parse and report, and write nothing. */
  dryRun?: boolean;
  /** Municipality of texts that name none: 本溪市. */
  municipality?: string | undefined;
  /** Take a file of this run where a file of an earlier one holds the same issue. */
  replace?: boolean;
  /** Called once with the number of files, when it is known. */
  onStart?: (count: number) => void;
  /** Called after each file. */
  onFile?: (file: FileReport) => void;
}

/** What the files of one run share. */
export interface IngestRun {
  options: IngestOptions;
  /** Source files that this run stored. */
  stored: Set<number>;
  /** Those, and the ones that were unchanged. */
  seen: Set<number>;
  /** Of a dry run: the path of the file with each claim. */
  claims: Map<string, string>;
}
