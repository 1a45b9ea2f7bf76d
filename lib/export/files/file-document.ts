import type * as ast from '@/lib/gazette/ast';

/** The content of a document's file: its tree and what the portal knows about it. */
export interface FileDocument {
  /** What files for people show; may have notes of this site. */
  tree: ast.Document;
  /** The tree without notes, and what became of clauses by their addresses, for programs. */
  printed?: { tree: ast.Document; clauseStates: Readonly<Record<string, string>> };
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
  stated: FileStatements;
  /** The day of signing, else the day that is nearest to it. */
  orderedOn: string;
  /** Of a text that decisions were worked into: the day from which it reads so, `YYYY-MM-DD`. */
  textOf?: string;
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

/**
 * What the publisher states of a document: as its text prints it, else as a manifest has it. Days
 * are `YYYY-MM-DD`.
 */
export interface FileStatements {
  /** 索引号 */
  indexNumber: string | null;
  /** 统一编号 */
  registration: string | null;
  /** 主题分类 */
  topic: string | null;
  /** 发布机构 */
  agency: string | null;
  /** 成文日期 */
  signedOn: string | null;
  /** 发布日期 */
  publishedOn: string | null;
  /** 施行日期 */
  startsOn: string | null;
  /** 废止日期 */
  endsOn: string | null;
  /** 有效性, in the publisher's words; nothing is concluded from it. */
  validity: string | null;
  /** 主题词 */
  keywords: string | null;
  /** 内容概述 */
  summary: string | null;
  /** Page that it was taken from. */
  url: string | null;
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
