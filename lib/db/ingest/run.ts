import type { PrismaClient } from '@/lib/db/generated/client';
import type { ManifestBook } from './manifest/manifest-book';
import type { FileReport } from './report';

/** How an ingest runs. */
export interface IngestOptions {
  /** Where to store; null with `dryRun`, which needs no database. */
  prisma: PrismaClient | null;
  /** Parse and report, and write nothing. */
  dryRun?: boolean;
  /** With `dryRun`: the database that the files are compared with; it is only read. */
  compareWith?: PrismaClient;
  /** Municipality of texts that name none: 本溪市. */
  municipality?: string | undefined;
  /** Take a file of this run where a file of an earlier one holds the same issue. */
  replace?: boolean;
  /** Take a file although held text is lost by it. */
  accept?: boolean;
  /** Files that are read and parsed at once; as many as fit the machine where it is left out. */
  jobs?: number | undefined;
  /** Called once, when it is known what there is to do. */
  onStart?: (work: RunWork) => void;
  /** Called after each file. */
  onFile?: (file: FileReport) => void;
}

/** What a run has to do. */
export interface RunWork {
  files: number;
  /** Of those, the ones that have to be read. */
  filesToRead: number;
  bytesToRead: number;
}

/** What the files of one run share. */
export interface IngestRun {
  options: IngestOptions;
  /** Source files that this run stored. */
  stored: Set<number>;
  /** Those, and the ones that were unchanged. */
  seen: Set<number>;
  /** Source files that were held when it began and that its files took the place of. */
  displaced: Set<number>;
  /** Of a dry run: the path of the file with each claim. */
  claims: Map<string, string>;
  /** What publishers state of the texts. */
  book: ManifestBook;
}
