import type { LossKind } from '@/lib/db/ingest/guard/find-losses';

/** What storing a file would do to what is held. */
export interface FilePreview {
  /** Where the files were read whose place it would take. */
  replaces: string[];
  /** Whether exactly these bytes are held. */
  isHeld: boolean;
  /** Why it would be stopped; empty where it would not. */
  stops: StopPreview[];
  documents: DocumentPreview[];
}

/** Why a file would be stopped. */
export interface StopPreview {
  kind: LossKind;
  /** A sentence without its end. */
  reason: string;
  line: number;
  /** The document that would lose something: how much of how much, and how that begins. */
  title: string;
  docNumber: string | null;
  lost: number;
  of: number;
  beginning: string;
}

/** How many of a kind would come, go, change, move. */
export interface ChangeCounts {
  came: number;
  gone: number;
  changed: number;
  moved: number;
}

/** What would become of a document. */
export interface DocumentPreview {
  /** `moved`: it would be gone, its words are in other documents; `back`: it was held before. */
  state: 'new' | 'back' | 'same' | 'changed' | 'gone' | 'moved';
  title: string;
  docNumber: string | null;
  /** shili/shizhengfa-2023-2 */
  address: string;
  /** What would be others. */
  former: { title?: string; docNumber?: string | null; address?: string };
  sections: ChangeCounts;
  tables: ChangeCounts;
  citations: { before: number; after: number };
  /** `lost`: that stand nowhere any more, and that no others came in place of. */
  characters: { before: number; after: number; lost: number };
  passages: PassagePreview[];
}

/** What would become of a passage. */
export interface PassagePreview {
  kind: 'came' | 'gone' | 'changed' | 'moved';
  /** Its number as printed, and its name. */
  marker: string;
  heading: string;
  address: string;
  /** Where its words would be; null where they would be nowhere. */
  to: { address: string; marker: string; heading: string; document: string | null } | null;
  /** Its own words before and after, on lines. */
  before: string;
  after: string;
}
