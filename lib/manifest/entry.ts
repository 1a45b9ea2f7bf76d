/** Names of a manifest (文件清单): what a publisher states of the texts in a folder. */
export const MANIFEST_FILES = ['manifest.csv', 'manifest.json', '文件清单.csv', '文件清单.json'] as const;

/** Whether a file of this name is a manifest. */
export const isManifest = (name: string): boolean => (MANIFEST_FILES as readonly string[]).includes(name.toLowerCase());

/** What a publisher states of a document. Null where it states nothing. */
export interface StatedFacts {
  /** Canonical where it can be read as a number, else as written. */
  docNumber: string | null;
  title: string | null;
  /** 索引号, as written. */
  indexNumber: string | null;
  /** 主题分类, as written. */
  topic: string | null;
  /** 有效性, in the publisher's words: 有效, 失效, 部分失效 … */
  validity: string | null;
  /** 成文日期, `YYYY-MM-DD`. */
  signedOn: string | null;
  /** 发布日期, `YYYY-MM-DD`. */
  publishedOn: string | null;
  /** Address of the page it was taken from. */
  url: string | null;
}

/** A row of a manifest. */
export interface ManifestRow extends StatedFacts {
  /** Line of the manifest on which it begins, from 1. */
  line: number;
  /** The text it is about, as written; `/` between folders. */
  file: string;
}

/** A fault of a manifest: where, what, and what to do. */
export interface ManifestProblem {
  line: number;
  reason: string;
  /** The text whose row it is, where that is known. */
  file?: string;
}

/** What a manifest holds. */
export interface Manifest {
  rows: ManifestRow[];
  /** Rows that cannot be used. */
  problems: ManifestProblem[];
  /** Names of columns that are not known. */
  unknown: string[];
}
