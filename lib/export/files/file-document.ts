import type * as ast from '@/lib/gazette/ast';

/** A document as a file holds it: its tree and what the portal knows about it. */
export interface FileDocument {
  tree: ast.Document;
  title: string;
  /** Canonical 文号. */
  docNumber: string | null;
  agency: string | null;
  genre: string | null;
  /** Contents heading: 行政规范性文件 */
  category: string | null;
  /** `YYYY-MM-DD` */
  signedOn: string | null;
  publishedOn: string | null;
  /** Signed, else the day that comes nearest to it. */
  orderedOn: string;
  /** When the portal took it in. */
  ingestedOn: string;
  municipality: FileMunicipality;
  /** Null for a standalone document. */
  issue: FileIssueName | null;
  /** benzhengbanfa-2018-58 */
  slug: string;
  /** Absolute address of its page. */
  url: string;
  /** Absolute addresses that its citations lead to; a citation that leads nowhere is not in it. */
  links: ReadonlyMap<ast.Citation, string>;
}

export interface FileMunicipality {
  name: string;
  slug: string;
  /** Invented, and every file says so. */
  sample: boolean;
}

export interface FileIssueName {
  year: number;
  number: number;
  /** Of an issue that bears several. */
  lastNumber?: number | null;
  totalNumber: number | null;
  /** `YYYY-MM-DD` */
  publishedOn: string | null;
}

/** Anything with an address inside a document, as a file of its own. */
export interface FileSection {
  document: FileDocument;
  node: ast.Section | ast.Part | ast.Callout | ast.Table;
  /** 附件1　四、（一）2.　健全基本养老服务制度 */
  name: string;
  /** Absolute address of its page. */
  url: string;
}

/** An issue with its documents in order. */
export interface FileIssue extends FileIssueName {
  municipality: FileMunicipality;
  publisher: string | null;
  /** Absolute address of its page. */
  url: string;
  documents: readonly FileDocument[];
}
