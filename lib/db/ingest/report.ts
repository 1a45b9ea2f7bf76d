import type * as ast from '@/lib/gazette/ast';
import { SourceFileError, type SourceText } from '@/lib/source-files';
import type { CorrectionsReport } from './corrections/corrections-files';
import type { PreparedSource } from './rows/prepared';

/** What came of one file. */
export type FileOutcome =
  /** New, or in place of what it (or another file, see `note`) gave before. */
  | 'added'
  | 'replaced'
  /** Held already, exactly so. */
  | 'unchanged'
  /** Only read (`dryRun`). */
  | 'parsed'
  | 'failed';

/** One file of a run. Counts are of what the file gives now; 0 where nothing was read of it. */
export interface FileReport {
  /** Absolute path, or as named when it could not be found. */
  path: string;
  outcome: FileOutcome;
  documents: number;
  sections: number;
  citations: number;
  /** Citations whose document was held when the file went in. */
  linked: number;
  /** The parser's doubts. */
  messages: ast.Message[];
  /** Something the person should know about a file that went in: its encoding, that it moved. */
  note?: string;
  /**
   * Why it failed and what to do, one line; starts with the path, and the line where it applies.
   */
  error?: string;
}

export interface IngestReport {
  files: FileReport[];
  /** Corrections files that were met, or that are gone. */
  corrections: CorrectionsReport[];
  /**
   * Citations of the files stored by this run whose document is held now: a later file links those
   * of an earlier one.
   */
  linked: number;
  /** Files in the folders named that are no texts. */
  skipped: string[];
  /**
   * Names of held files that an older version stored, and that are no longer where they were: a
   * search with a filter may miss them.
   */
  missing: string[];
}

/** Takes what was prepared of a text; gives its report. */
export function countRows(
  text: SourceText,
  { documents }: PreparedSource,
  messages: ast.Message[],
  outcome: FileReport['outcome'],
): FileReport {
  return {
    ...emptyReport(text.path, outcome),
    documents: documents.length,
    sections: documents.reduce((sum, { sections }) => sum + sections.length, 0),
    citations: documents.reduce((sum, { citations }) => sum + citations.length, 0),
    messages,
  };
}

/** A report without counts. */
export const emptyReport = (path: string, outcome: FileReport['outcome']): FileReport => ({
  path,
  outcome,
  documents: 0,
  sections: 0,
  citations: 0,
  linked: 0,
  messages: [],
});

/** The note as a property, absent when there is none. */
export const withNote = (note: string | undefined): { note?: string } => (note === undefined ? {} : { note });

/** Mentions any encoding but the usual one. */
export const encodingNote = ({ encoding }: SourceText): string | undefined =>
  encoding === 'UTF-8' ? undefined : `read as ${encoding}`;

/**
 * Takes the path and why the file could not be taken; gives its report, with one line that says
 * what to do.
 */
export function failed(path: string, error: unknown): FileReport {
  if (error instanceof SourceFileError) return { ...emptyReport(path, 'failed'), error: error.message };
  const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
  return {
    ...emptyReport(path, 'failed'),
    error: `${path}: it could not be stored, and nothing of it was kept: ${reason}`,
  };
}
