import type * as ast from '@/lib/gazette/ast';
import type { CorrectionsReport } from './corrections/corrections-files';
import { describeError } from './describe-error';
import type { ManifestReport } from './manifest/report-manifests';
import type { FilePreview } from './preview/preview';
import type { FileFacts, PreparedFile } from './reading/prepared-file';

/** What became of one file. */
type FileOutcome =
  /** New, or in place of what it (or another file, see `note`) gave before. */
  | 'added'
  | 'replaced'
  /** Held already, exactly so. */
  | 'unchanged'
  /** Only read (`dryRun`). */
  | 'parsed'
  | 'failed';

/** The report on one file. Counts are of what it gives now; 0 where it was not read. */
export interface FileReport {
  /** Absolute, or as named where it does not exist. */
  path: string;
  outcome: FileOutcome;
  /** Bytes; 0 where it could not be read. */
  size: number;
  documents: number;
  sections: number;
  citations: number;
  /** Citations whose document was held when the file was stored. */
  linked: number;
  /** The doubts of the parser. */
  messages: ast.Message[];
  /** What the person should know of a stored file: its encoding, that it was moved. */
  note?: string;
  /**
   * Why it failed and what to do, in one line; begins with the path, and the line where there is
   * one.
   */
  error?: string;
  /** What storing it would do to what is held: of a dry run beside a database. */
  preview?: FilePreview;
}

/** The report on a run. */
export interface IngestReport {
  files: FileReport[];
  /** Corrections files that were read, or that are gone. */
  corrections: CorrectionsReport[];
  /** Manifests that were read, or that are gone. */
  manifests: ManifestReport[];
  /**
   * Citations of the files of this run whose document is held now: later files link those of
   * earlier ones.
   */
  linked: number;
  /** Files of the named folders that are no texts. */
  skipped: string[];
  /** Held files whose rows another version made: they wait to be read anew. */
  outdated: number;
}

/** Makes the report on a file from the rows that it gives. */
export function countRows(
  { file, source: { documents }, messages }: PreparedFile,
  outcome: FileReport['outcome'],
): FileReport {
  return {
    ...emptyReport(file.path, outcome),
    size: file.size,
    documents: documents.length,
    sections: documents.reduce((sum, { sections }) => sum + sections.length, 0),
    citations: documents.reduce((sum, { citations }) => sum + citations.length, 0),
    messages,
  };
}

/** Makes a report without counts. */
export const emptyReport = (path: string, outcome: FileReport['outcome']): FileReport => ({
  path,
  outcome,
  size: 0,
  documents: 0,
  sections: 0,
  citations: 0,
  linked: 0,
  messages: [],
});

/** Gives a note as a property, which is absent where there is none. */
export const withNote = (note: string | undefined): { note?: string } => (note === undefined ? {} : { note });

/** Gives a note on any encoding but UTF-8. */
export const encodingNote = ({ encoding }: Pick<FileFacts, 'encoding'>): string | undefined =>
  encoding === 'UTF-8' ? undefined : `read as ${encoding}`;

/** Makes the report on a file that could not be ingested. */
export const failed = (path: string, error: unknown): FileReport => ({
  ...emptyReport(path, 'failed'),
  error: describeError(path, error),
});
