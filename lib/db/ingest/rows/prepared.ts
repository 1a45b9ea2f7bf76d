import type { Prisma } from '@/lib/db/generated/client';

/** Columns of an issue that need no other row. */
export type IssueColumns = Omit<Prisma.IssueCreateManyInput, 'id' | 'municipalityId' | 'sourceFileId'>;

/** Columns of a document that need no other row. */
export type DocumentColumns = Omit<
  Prisma.DocumentCreateManyInput,
  'id' | 'municipalityId' | 'sourceFileId' | 'issueId' | 'slug'
>;

/** Columns of a section that need no other row. */
export type SectionColumns = Omit<Prisma.SectionCreateManyInput, 'id' | 'documentId' | 'paragraphs'> & {
  paragraphs?: { address: string; at: string }[] | null;
};

/** Columns of a citation that need no other row. */
export type CitationColumns = Omit<Prisma.CitationCreateManyInput, 'id' | 'documentId' | 'sectionId'>;

type ClauseColumns = Omit<Prisma.ValidityClauseCreateManyInput, 'id' | 'documentId' | 'sectionId'>;
type OperationColumns = Omit<Prisma.AmendmentOperationCreateManyInput, 'documentId' | 'sectionId'>;
type KeyFactColumns = Omit<Prisma.KeyFactCreateManyInput, 'documentId' | 'sectionId'>;
type TocEntryColumns = Omit<Prisma.TocEntryCreateManyInput, 'id' | 'groupId' | 'documentId'>;

/** A citation, with the address of the section that it stands in. */
export interface PreparedCitation {
  address: string;
  columns: CitationColumns;
}

/** A clause on validity, with the address of the section that it stands in. */
export interface PreparedClause {
  address: string;
  columns: ClauseColumns;
}

/** An operation on another document, with the address of the section that it stands in. */
export interface PreparedOperation {
  address: string;
  columns: OperationColumns;
}

/** A key fact, with the address of the section that it stands in. */
export interface PreparedKeyFact {
  address: string;
  columns: KeyFactColumns;
}

/** A document with everything that is stored of it. */
export interface PreparedDocument {
  columns: DocumentColumns;
  /** The address that it gets unless another document of the municipality has it. */
  preferredSlug: string;
  sections: SectionColumns[];
  citations: PreparedCitation[];
  clauses: PreparedClause[];
  operations: PreparedOperation[];
  keyFacts: PreparedKeyFact[];
}

/** An entry of a table of contents. */
interface PreparedTocEntry {
  columns: TocEntryColumns;
  /** Position of the document that it names; null where the text has none. */
  documentPosition: number | null;
}

/** A group of a table of contents; `heading` is empty where entries stand without one. */
export interface PreparedTocGroup {
  heading: string;
  /** From 1. */
  position: number;
  entries: PreparedTocEntry[];
}

/** Everything that one source text gives, ready to be stored. */
export interface PreparedSource {
  municipality: string;
  /** Null for standalone documents. */
  issue: IssueColumns | null;
  tocGroups: PreparedTocGroup[];
  documents: PreparedDocument[];
}
