import type * as ast from '@/lib/gazette/ast';

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
  /** Why it failed and what to do, one line; starts with the path, and the line where it applies. */
  error?: string;
}

export interface IngestReport {
  files: FileReport[];
  /** Citations of the files stored by this run whose document is held now: a later file links those of an earlier one. */
  linked: number;
  /** Files in the folders named that are no texts. */
  skipped: string[];
}
