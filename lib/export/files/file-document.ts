import type * as ast from '@/lib/gazette/ast';

/** The content of a document's file: its tree and what the portal knows about it. */
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
  /** The day of signing, else the day that is nearest to it. */
  orderedOn: string;
  /** The day of ingest. */
  ingestedOn: string;
  municipality: FileMunicipality;
  /** Null for a standalone document. */
  issue: FileIssueName | null;
  /** benzhengbanfa-2018-58 */
  slug: string;
  /** Absolute address of its page. */
  url: string;
  /** Absolute addresses of its citations; a citation without a target is left out. */
  links: ReadonlyMap<ast.Citation, string>;
}

/** A municipality as files name it. */
interface FileMunicipality {
  name: string;
  slug: string;
  /** Invented; every file has a note that it is. */
  sample: boolean;
}

/** An issue as files name it. */
interface FileIssueName {
  year: number;
  number: number;
  /** The last of its numbers, where an issue has several. */
  lastNumber?: number | null;
  /** What an issue beside the regular ones is called: 增刊. */
  edition?: string;
  totalNumber: number | null;
  /** `YYYY-MM-DD` */
  publishedOn: string | null;
}

/** Any node with an address inside a document, as a file of its own. */
export interface FileSection {
  document: FileDocument;
  node: ast.Section | ast.Part | ast.Callout | ast.Table;
  /** 附件1　四、（一）2.　健全基本养老服务制度 */
  name: string;
  /** Absolute address of its page. */
  url: string;
}

/** The content of an issue's file, its documents in order. */
export interface FileIssue extends FileIssueName {
  municipality: FileMunicipality;
  publisher: string | null;
  /** Absolute address of its page. */
  url: string;
  documents: readonly FileDocument[];
}
